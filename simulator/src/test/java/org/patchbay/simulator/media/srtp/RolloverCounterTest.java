package org.patchbay.simulator.media.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class RolloverCounterTest {
    @Property(tries = 300)
    void theIndexIsFoundWhateverOrderPacketsArriveInWithinHalfATurn(
            @ForAll @IntRange(max = 65535) int start,
            @ForAll @Size(max = 200) List<@IntRange(min = -30_000, max = 30_000) Integer> steps) {
        RolloverCounter counter = new RolloverCounter();
        long newest = start;
        counter.update(start);
        for (int step : steps) {
            long index = Math.max(start, newest + step);
            assertThat(counter.indexOf((int) (index & 0xFFFF))).isEqualTo(index);
            counter.update(index);
            newest = Math.max(newest, index);
        }
    }

    @Property(tries = 200)
    void theWindowAdmitsEachPacketOnce(@ForAll @Size(max = 300) List<@LongRange(max = 200) Long> indices) {
        ReplayWindow window = new ReplayWindow();
        Set<Long> seen = new HashSet<>();
        long highest = -1;
        for (long index : indices) {
            boolean tooOld = index <= highest - ReplayWindow.SIZE;
            assertThat(window.admits(index)).isEqualTo(!tooOld && !seen.contains(index));
            if (window.admits(index)) {
                window.add(index);
                seen.add(index);
                highest = Math.max(highest, index);
            }
        }
    }
}
