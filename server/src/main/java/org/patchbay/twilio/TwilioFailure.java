package org.patchbay.twilio;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Twilio's REST API did not do what it was asked.
///
/// Carries what Twilio said, for the log and for [TwilioProblems]; no credentials and no parameters.
public final class TwilioFailure extends RuntimeException {

    /// What went wrong, by what can be done about it.
    public enum Kind {
        /// The SID, token or key is wrong, or the key may not do this (20003).
        CREDENTIALS,
        /// The account is suspended or closed (20005, 10001, 90010).
        ACCOUNT_INACTIVE,
        /// The credentials are right, but may not do this (20006, 20403).
        FORBIDDEN,
        NOT_FOUND,
        /// Too many requests at once, even after waiting (20429). Nothing was done.
        RATE_LIMITED,
        /// A parameter or the state does not allow it; the code says which.
        REFUSED,
        /// Twilio failed (5xx, or an answer that is none).
        UNAVAILABLE,
        /// No answer came, or no connection.
        UNREACHABLE,
        /// Not even tried: the last requests of this account failed (see [CallGuard]).
        HELD_BACK
    }

    private final Kind kind;
    private final @Nullable Integer status;
    private final @Nullable Integer code;
    private final @Nullable String words;
    private final boolean outcomeUnknown;
    private final transient @Nullable Duration retryAfter;

    private TwilioFailure(
            Kind kind,
            @Nullable Integer status,
            @Nullable Integer code,
            @Nullable String words,
            boolean outcomeUnknown,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(inWords(kind, status, code), cause);
        this.kind = kind;
        this.status = status;
        this.code = code;
        this.words = words;
        this.outcomeUnknown = outcomeUnknown;
        this.retryAfter = retryAfter;
    }

    /// Twilio answered, and not with success.
    ///
    /// @param code of Twilio's error body; null where there was none
    /// @param words of Twilio's error body
    /// @param writing whether the request would have changed something
    public static TwilioFailure answered(
            int status,
            @Nullable Integer code,
            @Nullable String words,
            boolean writing,
            @Nullable Duration retryAfter) {
        Kind kind = kindOf(status, code);
        boolean unknown = writing && kind == Kind.UNAVAILABLE;
        return new TwilioFailure(kind, status, code, words, unknown, retryAfter, null);
    }

    /// No answer.
    ///
    /// @param mayHaveArrived whether the request may have been carried out nevertheless
    public static TwilioFailure unreachable(Throwable cause, boolean mayHaveArrived) {
        return new TwilioFailure(Kind.UNREACHABLE, null, null, null, mayHaveArrived, null, cause);
    }

    /// @param wait until the next request is tried
    static TwilioFailure heldBack(Duration wait) {
        return new TwilioFailure(Kind.HELD_BACK, null, null, null, false, wait, null);
    }

    /// By code where there is one: only few of Twilio's pairs of status and code are documented.
    private static Kind kindOf(int status, @Nullable Integer code) {
        if (code != null) {
            switch (code) {
                case 20003 -> {
                    return Kind.CREDENTIALS;
                }
                case 20005, 10001, 90010 -> {
                    return Kind.ACCOUNT_INACTIVE;
                }
                case 20006, 20403 -> {
                    return Kind.FORBIDDEN;
                }
                case 20404 -> {
                    return Kind.NOT_FOUND;
                }
                case 20429 -> {
                    return Kind.RATE_LIMITED;
                }
                case 20500, 20503 -> {
                    return Kind.UNAVAILABLE;
                }
                default -> {}
            }
        }
        return switch (status) {
            case 401 -> Kind.CREDENTIALS;
            case 403 -> Kind.FORBIDDEN;
            case 404 -> Kind.NOT_FOUND;
            case 429 -> Kind.RATE_LIMITED;
            default -> status >= 400 && status < 500 ? Kind.REFUSED : Kind.UNAVAILABLE;
        };
    }

    private static String inWords(Kind kind, @Nullable Integer status, @Nullable Integer code) {
        return "Twilio: " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (status == null ? "" : ", status " + status)
                + (code == null ? "" : ", code " + code);
    }

    public Kind kind() {
        return kind;
    }

    public OptionalInt status() {
        return status == null ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /// Twilio's own error code.
    public OptionalInt code() {
        return code == null ? OptionalInt.empty() : OptionalInt.of(code);
    }

    /// Twilio's own sentence. It may repeat parameters: show it to the admin who sent them, never log it.
    public Optional<String> words() {
        return Optional.ofNullable(words);
    }

    /// Whether the request may have been carried out all the same: look before it is sent again.
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
