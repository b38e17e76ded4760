package org.patchbay.provisioning;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.StoredProblem;

/// How an account was found.
///
/// @param firstAt when it was found like that for the first time
/// @param at when it was found like that last
/// @param by who asked; null when it was time for it
/// @param problem why it could not be looked at
public record Check(
        UUID id,
        Instant firstAt,
        Instant at,
        @Nullable String by,
        CheckState state,
        List<Difference> differences,
        @Nullable StoredProblem problem) {

    static final int BRIEFLY = 100;

    public Check {
        differences = List.copyOf(differences);
    }

    /// With so few differences that it fits anywhere; of thousands of numbers all can differ.
    Check brief() {
        List<Difference> first = differences.subList(0, Math.min(differences.size(), BRIEFLY));
        return new Check(id, firstAt, at, by, state, first, problem);
    }

    /// Whether the account was found just like then.
    boolean sameAs(Check other) {
        return state == other.state && differences.equals(other.differences) && Objects.equals(problem, other.problem);
    }
}
