package org.patchbay.kernel;

import org.jspecify.annotations.Nullable;

/// A problem that happened while nobody waited for an answer, kept until somebody looks.
///
/// @param type `urn:patchbay:problem:<slug>`
/// @param detail one sentence that a person can act on; no secret
/// @param twilioCode Twilio's own error code, where there is one
public record StoredProblem(
        String type, String title, String detail, @Nullable Integer twilioCode) {

    public static StoredProblem of(Problem problem) {
        return new StoredProblem(
                problem.type().urn(),
                problem.type().title(),
                problem.detail(),
                problem.twilioCode().orElse(null));
    }
}
