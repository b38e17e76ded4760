package org.patchbay.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.FieldError;
import org.patchbay.kernel.Problem;

/// Problem details as they go over the wire (RFC 9457 §3), with our extensions: three of all, and those
/// of a single type.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String requestId,
        @Nullable List<FieldError> errors,
        @Nullable Integer twilioCode,
        @JsonAnyGetter Map<String, String> members) {

    public static ProblemBody of(Problem problem, String requestId) {
        return new ProblemBody(
                problem.type().urn(),
                problem.type().title(),
                problem.type().status(),
                problem.detail(),
                requestId,
                problem.errors().isEmpty() ? null : problem.errors(),
                problem.twilioCode().orElse(null),
                problem.members());
    }
}
