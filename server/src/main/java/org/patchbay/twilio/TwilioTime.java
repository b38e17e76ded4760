package org.patchbay.twilio;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// How far our clock is from Twilio's. An access token says when it was made and when it ends: with a clock
/// that is wrong Twilio takes it for one of the future (20106) or for an old one (20104).
@Component
public class TwilioTime {

    private static final URI TWILIO = URI.create("https://api.twilio.com/2010-04-01.json");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Clock clock;

    TwilioTime(Clock clock) {
        this.clock = clock;
    }

    /// To the second, as HTTP's `Date` has it.
    ///
    /// @return how far we are ahead, negative when behind; empty where nobody answers or no date is sent
    public Optional<Duration> ahead(TwilioSite site) {
        HttpRequest request = HttpRequest.newBuilder(site.here(TWILIO))
                .timeout(PATIENCE)
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            return http.send(request, BodyHandlers.discarding())
                    .headers()
                    .firstValue("Date")
                    .flatMap(this::since);
        } catch (IOException nobody) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<Duration> since(String date) {
        try {
            ZonedDateTime theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(theirs.toInstant(), clock.instant()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
