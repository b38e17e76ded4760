package org.patchbay.simulator.calls;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CallStatusTest {

    @Property
    void aFinalStateIsNeverLeft(@ForAll CallStatus from, @ForAll CallStatus to) {
        if (from.isFinal()) {
            assertThat(from.mayBecome(to)).isFalse();
        }
    }

    @Property
    void statesOnlyMoveForward(@ForAll CallStatus from, @ForAll CallStatus to) {
        if (from.mayBecome(to)) {
            assertThat(to.mayBecome(from)).isFalse();
        }
    }

    @Property
    void onlyAnAnsweredCallIsCompleted(@ForAll CallStatus from) {
        assertThat(from.mayBecome(CallStatus.COMPLETED)).isEqualTo(from == CallStatus.IN_PROGRESS);
    }

    @Property
    void everyHangUpLeadsToAFinalStateThatMayFollow(@ForAll HangUp why, @ForAll CallStatus from) {
        if (!from.isFinal()) {
            var outcome = why.outcome(from);
            assertThat(outcome.isFinal()).isTrue();
            assertThat(from.mayBecome(outcome)).isTrue();
        }
    }
}
