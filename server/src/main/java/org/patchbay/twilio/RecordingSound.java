package org.patchbay.twilio;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.patchbay.twilio.RecordingMedia.Format;

/// Fetches recordings' sound, for which the official SDK has nothing.
///
/// Always with the account's credentials, since an account may demand them; but never at another host, where
/// Twilio may send us to (FACTS D4).
/// Source: [Fetch a recording's media
/// file](https://www.twilio.com/docs/voice/api/recording#fetch-a-recordings-media-file).
final class RecordingSound {

    private static final Pattern SID = Pattern.compile("RE[0-9a-fA-F]{32}");
    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{1,18}-\\d{0,18}|-\\d{1,18})");
    private static final int MOST_REDIRECTS = 5;
    private static final int LONGEST_REFUSAL = 16_384;

    private final HttpClient http;
    private final TwilioSite site;
    private final String accountSid;
    private final String authorization;
    private final Duration timeout;

    /// @param timeout until the answer begins
    RecordingSound(HttpClient http, TwilioSite site, String accountSid, String authToken, Duration timeout) {
        this.http = http;
        this.site = site;
        this.accountSid = accountSid;
        this.authorization = "Basic "
                + Base64.getEncoder().encodeToString((accountSid + ":" + authToken).getBytes(StandardCharsets.UTF_8));
        this.timeout = timeout;
    }

    /// @throws TwilioFailure of kind `NOT_FOUND` where there is none
    RecordingMedia open(String sid, Format format, @Nullable String range) {
        if (!SID.matcher(sid).matches()) {
            throw new IllegalArgumentException("not the SID of a recording");
        }
        URI first = site.here(URI.create("https://api.twilio.com/2010-04-01/Accounts/" + accountSid + "/Recordings/"
                + sid + "." + format.extension()));
        Optional<String> part = Optional.ofNullable(range)
                .filter(asked -> ONE_RANGE.matcher(asked).matches());
        URI next = first;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            HttpResponse<InputStream> answer = send(request(next, sameHost(first, next), part));
            Optional<URI> elsewhere = redirect(next, answer);
            if (elsewhere.isEmpty()) {
                return media(answer);
            }
            discard(answer);
            next = elsewhere.get();
        }
        throw TwilioFailure.unreachable(new IOException("sent on more than " + MOST_REDIRECTS + " times"), false);
    }

    private HttpRequest request(URI address, boolean trusted, Optional<String> range) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address).timeout(timeout);
        if (trusted) {
            builder.header("Authorization", authorization);
        }
        range.ifPresent(part -> builder.header("Range", part));
        return builder.GET().build();
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (IOException lost) {
            throw TwilioFailure.unreachable(lost, false);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw TwilioFailure.unreachable(stopped, false);
        }
    }

    /// Never from HTTPS to HTTP: somebody's conversation would go over the wire in the clear.
    private static Optional<URI> redirect(URI from, HttpResponse<InputStream> answer) {
        if (answer.statusCode() / 100 != 3) {
            return Optional.empty();
        }
        return answer.headers()
                .firstValue("Location")
                .flatMap(location -> resolved(from, location))
                .filter(to -> to.getHost() != null && (isHttps(to) || !isHttps(from)));
    }

    private static Optional<URI> resolved(URI from, String location) {
        try {
            return Optional.of(from.resolve(location));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static boolean isHttps(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    private static boolean sameHost(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort();
    }

    private static RecordingMedia media(HttpResponse<InputStream> answer) {
        int status = answer.statusCode();
        if (status != 200 && status != 206 && status != 416) {
            throw TwilioErrorBody.failure(status, answer.headers(), refusal(answer), false);
        }
        return new RecordingMedia(
                status,
                answer.headers().firstValue("Content-Type").orElse("application/octet-stream"),
                length(answer),
                answer.headers().firstValue("Content-Range"),
                answer.body());
    }

    private static OptionalLong length(HttpResponse<InputStream> answer) {
        return answer.headers()
                .firstValue("Content-Length")
                .filter(length -> length.matches("\\d{1,18}"))
                .map(length -> OptionalLong.of(Long.parseLong(length)))
                .orElse(OptionalLong.empty());
    }

    private static byte[] refusal(HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            return body.readNBytes(LONGEST_REFUSAL);
        } catch (IOException cut) {
            return new byte[0];
        }
    }

    private static void discard(HttpResponse<InputStream> answer) {
        refusal(answer);
    }
}
