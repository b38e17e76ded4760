package org.patchbay.simulator.rest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Dates as the 2010 API writes them: RFC 2822, UTC, day of two digits. The official SDKs read
/// nothing else and return null for any other form.
public final class TwilioDates {

    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private TwilioDates() {}

    public static String rfc2822(Instant instant) {
        return RFC_2822.format(instant);
    }

    public static @Nullable String rfc2822OrNull(@Nullable Instant instant) {
        return instant == null ? null : rfc2822(instant);
    }

    /// ISO 8601 with seconds, as the v1 APIs write it.
    public static String iso8601(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.SECONDS));
    }
}
