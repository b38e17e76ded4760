package org.patchbay.benchmarks.soak;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// What becomes of a call, and how often that is.
enum Kind {
    TAKEN(28, true),
    TAKEN_AND_ENDED_BY_THE_AGENT(12, true),
    DECLINED_THEN_TAKEN(6, true),
    /// Whoever takes it does not come; the next one does.
    TAKEN_BY_SOMEBODY_WHO_DOES_NOT_COME(3, true),
    ABANDONED(9, true),
    NOBODY_TAKES_IT(5, true),
    FORWARDED(7, true),
    FORWARDED_TO_A_BUSY_PHONE(3, true),
    FORWARDED_TO_A_PHONE_NOBODY_ANSWERS(2, true),
    OUT(12, false),
    OUT_TO_A_BUSY_PHONE(3, false),
    OUT_AND_DECLINED(3, false),
    OUT_AND_GIVEN_UP(3, false),
    OUT_TO_NOWHERE(2, false),
    OUT_BY_OWN_PHONE(2, false);

    private final int weight;
    private final boolean inbound;

    Kind(int weight, boolean inbound) {
        this.weight = weight;
        this.inbound = inbound;
    }

    boolean inbound() {
        return inbound;
    }

    static Kind any(RandomGenerator dice) {
        int place = dice.nextInt(
                Arrays.stream(values()).mapToInt(kind -> kind.weight).sum());
        for (Kind kind : values()) {
            place -= kind.weight;
            if (place < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("the weights do not add up");
    }
}
