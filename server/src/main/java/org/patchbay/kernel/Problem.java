package org.patchbay.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A refusal that the caller is told of as RFC 9457 problem details. Everything in it may be shown.
public final class Problem extends RuntimeException {

    private final ProblemType type;
    private final String detail;
    private final transient List<FieldError> errors;
    private final @Nullable Integer twilioCode;
    private final transient @Nullable Duration retryAfter;
    private final transient Map<String, String> members;

    Problem(ProblemType type, String detail) {
        this(type, detail, List.of(), null, null, Map.of());
    }

    private Problem(
            ProblemType type,
            String detail,
            List<FieldError> errors,
            @Nullable Integer twilioCode,
            @Nullable Duration retryAfter,
            Map<String, String> members) {
        // No stack trace: a problem is an answer, not a fault of ours.
        super(type.slug() + ": " + detail, null, false, false);
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.twilioCode = twilioCode;
        this.retryAfter = retryAfter;
        this.members = Map.copyOf(members);
    }

    public Problem at(String field, String message) {
        return new Problem(type, detail, List.of(new FieldError(field, message)), twilioCode, retryAfter, members);
    }

    public Problem with(List<FieldError> fieldErrors) {
        return new Problem(type, detail, fieldErrors, twilioCode, retryAfter, members);
    }

    /// @param code Twilio's own error code, as in its list of errors and warnings
    public Problem withTwilioCode(int code) {
        return new Problem(type, detail, errors, code, retryAfter, members);
    }

    /// @param delay when the same request may succeed; answered as `Retry-After`, rounded up to seconds
    public Problem retryAfter(Duration delay) {
        return new Problem(type, detail, errors, twilioCode, delay, members);
    }

    /// @param more what a program needs to go on, by names of their own beside those of RFC 9457 (its §3.2)
    public Problem naming(Map<String, String> more) {
        return new Problem(type, detail, errors, twilioCode, retryAfter, more);
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return detail;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Optional<Integer> twilioCode() {
        return Optional.ofNullable(twilioCode);
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public Map<String, String> members() {
        return members;
    }
}
