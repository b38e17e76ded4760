package org.patchbay.simulator.conferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.patchbay.simulator.conferences.ConferenceRules.Member;

class ConferenceRulesTest {

    @Provide
    Arbitrary<List<Member>> rooms() {
        return Combinators.combine(Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as(Member::new)
                .list()
                .ofMaxSize(6);
    }

    @Property
    void nobodyTalksAlone(@ForAll boolean starts, @ForAll boolean ends) {
        assertThat(ConferenceRules.starts(List.of(new Member(starts, ends)))).isFalse();
    }

    @Property
    void twoStartExactlyWhenOneOfThemMay(@ForAll("rooms") List<Member> room) {
        boolean oneMay = room.stream().anyMatch(Member::startsOnEnter);
        assertThat(ConferenceRules.starts(room)).isEqualTo(room.size() >= 2 && oneMay);
    }

    @Property
    void aStartedConferenceStaysStartableWhoeverJoins(@ForAll("rooms") List<Member> room, @ForAll boolean starts) {
        var more = new ArrayList<>(room);
        more.add(new Member(starts, false));
        if (ConferenceRules.starts(room)) {
            assertThat(ConferenceRules.starts(more)).isTrue();
        }
    }

    @Property
    void itEndsWithTheLastOrWithWhoeverEndsIt(
            @ForAll boolean endsOnExit, @ForAll boolean kicked, @ForAll("remaining") int remaining) {
        var end = ConferenceRules.afterLeaving(new Member(true, endsOnExit), kicked, remaining);
        assertThat(end.isPresent()).isEqualTo(endsOnExit || remaining == 0);
        end.ifPresent(reason -> assertThat(reason.wire().endsWith("kicked")).isEqualTo(kicked));
    }

    @Provide
    Arbitrary<Integer> remaining() {
        return Arbitraries.integers().between(0, 250);
    }
}
