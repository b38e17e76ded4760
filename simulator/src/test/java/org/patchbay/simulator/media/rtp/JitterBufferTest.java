package org.patchbay.simulator.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.media.codec.G711;

class JitterBufferTest {
    private static final int FRAME = 160;
    private static final int START = 0xFFFFFE00;

    private final JitterBuffer buffer = new JitterBuffer();
    private final short[] frame = new short[FRAME];

    @Test
    void framesComeOutInOrderWhenPacketsSwap() {
        put(0);
        put(2);
        put(1);
        put(3);

        assertThat(List.of(read(), read(), read(), read())).containsExactly(0, 1, 2, 3);
    }

    @Test
    void playingBeginsWhenTwoFramesWait() {
        put(0);
        assertThat(isSilent()).isTrue();
        put(1);
        assertThat(read()).isZero();
    }

    @Test
    void aRepeatedPacketIsHeardOnce() {
        put(0);
        put(0);
        put(1);
        put(1);
        put(2);
        assertThat(List.of(read(), read(), read())).containsExactly(0, 1, 2);
    }

    @Test
    void aLostPacketIsReplacedByTheSoundBeforeItOnlyQuieter() {
        put(0);
        put(1);
        put(3);
        put(4);
        read();
        read();
        short before = frame[0];

        buffer.read(frame);

        assertThat(frame[0]).isBetween((short) (before / 2), before);
        assertThat(buffer.counts().concealed()).isEqualTo(1);
        assertThat(read()).isEqualTo(3);
    }

    @Test
    void whenNothingComesSoundFadesIntoSilence() {
        put(0);
        put(1);
        read();
        read();
        short loudest = frame[0];
        for (int i = 0; i < 3; i++) {
            buffer.read(frame);
            assertThat(frame[0]).isPositive().isLessThan(loudest);
            loudest = frame[0];
        }
        assertThat(isSilent()).isTrue();
    }

    @Test
    void aDelayedPacketIsStillHeardAndTheBufferBecomesDeeper() {
        put(0);
        put(1);
        read();
        read();
        buffer.read(frame); // 2 is late
        put(2);
        put(3);
        put(4);

        assertThat(List.of(read(), read(), read())).containsExactly(2, 3, 4);
    }

    @Test
    void aPacketAfterItsTurnIsCountedAndDropped() {
        put(0);
        put(1);
        put(3);
        for (int i = 0; i < 4; i++) {
            buffer.read(frame);
        }
        put(2);
        assertThat(buffer.counts().late()).isEqualTo(1);
    }

    @Test
    void afterAPauseTheNextPacketBeginsAnew() {
        put(0);
        put(1);
        for (int i = 0; i < 20; i++) {
            buffer.read(frame);
        }
        put(7);
        put(8);
        assertThat(List.of(read(), read())).containsExactly(7, 8);
    }

    @Test
    void aJumpOfTheSendersClockBeginsAnew() {
        put(0);
        put(1);
        read();
        put(100_000);
        put(100_001);
        assertThat(List.of(read(), read())).containsExactly(100_000 % 90, 100_001 % 90);
    }

    @Test
    void aFasterSenderDoesNotBuildUpDelay() {
        // One packet in a hundred too many: 1 %, far more than any clock is off.
        int packet = 0;
        for (int tick = 0; tick < 6000; tick++) {
            put(packet++);
            if (tick % 100 == 99) {
                put(packet++);
            }
            buffer.read(frame);
        }
        assertThat(buffer.depth()).isLessThanOrEqualTo(5 * FRAME);
        assertThat(buffer.counts().skipped()).isBetween(55L, 65L);
    }

    @Test
    void aSlowerSenderCostsAConcealedFrameNowAndThenNotSilence() {
        int packet = 0;
        for (int tick = 0; tick < 6000; tick++) {
            if (tick % 100 != 99) {
                put(packet++);
            }
            buffer.read(frame);
        }
        assertThat(buffer.counts().concealed()).isLessThan(75);
        assertThat(buffer.counts().late()).isZero();
    }

    @Test
    void afterABurstTheDelayIsWonBack() {
        int packet = 0;
        for (; packet < 20; packet++) {
            put(packet);
        }
        assertThat(buffer.depth()).isEqualTo(20 * FRAME);
        for (int tick = 0; tick < 3000; tick++) {
            put(packet++);
            buffer.read(frame);
        }
        assertThat(buffer.depth()).isLessThanOrEqualTo(4 * FRAME);
    }

    @Test
    void packetsOfTenAndThirtyMillisecondsFitToo() {
        byte[] packet = new byte[240];
        Arrays.fill(packet, G711.encode((short) 1000));
        for (int i = 0; i < 8; i++) {
            buffer.put(START + 80 * i, packet, 0, 80);
        }
        buffer.put(START + 640, packet, 0, 240);
        buffer.put(START + 880, packet, 0, 240);
        for (int i = 0; i < 7; i++) {
            buffer.read(frame);
            for (short sample : frame) {
                assertThat(sample).isEqualTo(G711.decode(G711.encode((short) 1000)));
            }
        }
    }

    @Property(tries = 300)
    void whateverArrivesEveryTickHasItsFrameAndDepthIsBounded(
            @ForAll @Size(max = 300) List<@IntRange(min = -5, max = 30) Integer> jumps,
            @ForAll @IntRange(max = 1400) int length) {
        JitterBuffer any = new JitterBuffer();
        byte[] packet = new byte[1400];
        int timestamp = START;
        for (int jump : jumps) {
            timestamp += jump * 57;
            any.put(timestamp, packet, 0, length);
            any.read(frame);
            assertThat(any.depth()).isBetween(-FRAME, 4096);
        }
    }

    private void put(int number) {
        byte[] packet = new byte[FRAME];
        Arrays.fill(packet, G711.encode(level(number)));
        buffer.put(START + FRAME * number, packet, 0, FRAME);
    }

    /// Each frame has a loudness of its own, by which it is recognised.
    private static short level(int number) {
        return G711.decode((byte) (0x80 + number % 90));
    }

    private int read() {
        buffer.read(frame);
        int number = 0;
        while (level(number) != frame[0]) {
            number++;
            assertThat(number).as("the frame is one of those sent").isLessThan(90);
        }
        return number;
    }

    private boolean isSilent() {
        buffer.read(frame);
        return Arrays.equals(frame, new short[FRAME]);
    }
}
