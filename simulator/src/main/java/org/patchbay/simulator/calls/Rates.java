package org.patchbay.simulator.calls;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What calls cost: by the begun minute and by who is on the line, after a list of our own that is near
/// Twilio's for the United States. As there, it is known a while after a call's end, and said as a negative
/// amount.
///
/// Source: [Call resource](https://www.twilio.com/docs/voice/api/call-resource#call-properties), `Price`.
public final class Rates {

    public static final String UNIT = "USD";

    /// Twilio takes minutes, as a rule.
    public static final Duration RATED_AFTER = Duration.ofSeconds(5);

    private static final BigDecimal BROWSER = new BigDecimal("0.00400");
    private static final BigDecimal IN = new BigDecimal("0.00850");
    private static final BigDecimal OUT = new BigDecimal("0.01400");

    private Rates() {}

    /// @return empty while it is not known, and for calls on which nobody spoke
    public static Optional<BigDecimal> price(Call call, Instant now) {
        Instant ended = call.progress().ended();
        boolean known = ended != null && !now.isBefore(ended.plus(RATED_AFTER));
        return Optional.of(call)
                .filter(over -> known && over.status() == CallStatus.COMPLETED)
                .map(over -> perMinute(over).multiply(minutes(over)).negate());
    }

    private static BigDecimal minutes(Call call) {
        return BigDecimal.valueOf(Math.max(1, call.durationSeconds()))
                .divide(BigDecimal.valueOf(60), 0, RoundingMode.CEILING);
    }

    private static BigDecimal perMinute(Call call) {
        if (isBrowser(call.identity().from()) || isBrowser(call.identity().to())) {
            return BROWSER;
        }
        return call.identity().direction() == Direction.INBOUND ? IN : OUT;
    }

    private static boolean isBrowser(String party) {
        return party.startsWith("client:");
    }
}
