package org.patchbay.webhooks;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.patchbay.twilio.TwilioConfig;
import org.patchbay.twilio.TwilioCredentials;
import org.patchbay.twilio.TwilioEnvironment;

/// Requests as Twilio would make them, and accounts that they are of.
final class Signing {

    static final String FORM = "application/x-www-form-urlencoded";
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final String BASE = "https://desk.example.com";
    static final String TOKEN = "the-token";
    static final String ACCOUNT = "AC000000000000000000000000000000a1";

    private Signing() {}

    static Incoming signed(
            boolean post,
            String address,
            String type,
            Map<String, List<String>> form,
            byte[] body,
            String base,
            String token) {
        String[] parts = address.split("\\?", 2);
        return new Incoming(
                post,
                parts[0],
                parts.length == 2 ? Optional.of(parts[1]) : Optional.empty(),
                type,
                body,
                Optional.of(TwilioSignature.of(base + address, form, token)),
                List.of());
    }

    static Incoming with(String signature, Incoming in) {
        return new Incoming(
                in.post(),
                in.rawPath(),
                in.rawQuery(),
                in.contentType(),
                in.body(),
                Optional.of(signature),
                in.hosts());
    }

    static Incoming comingTo(Incoming in, String... hosts) {
        return new Incoming(
                in.post(), in.rawPath(), in.rawQuery(), in.contentType(), in.body(), in.signature(), List.of(hosts));
    }

    static String path(UUID workspace, String rest) {
        return "/api/twilio/" + workspace + "/" + rest;
    }

    static Map<String, List<String>> form(String... pairs) {
        Map<String, List<String>> form = new HashMap<>(Map.of("AccountSid", List.of(ACCOUNT)));
        for (int i = 0; i < pairs.length; i += 2) {
            form.put(pairs[i], List.of(pairs[i + 1]));
        }
        return form;
    }

    static byte[] encoded(Map<String, List<String>> form) {
        return form.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(value -> entry.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    static TwilioConfig config(String account, String token) {
        return config(account, token, Optional.empty(), Optional.empty());
    }

    static TwilioConfig config(
            String account, String token, Optional<String> secondary, Optional<Instant> secondaryUntil) {
        return new TwilioConfig(
                TwilioEnvironment.TWILIO,
                new TwilioCredentials(account, token, secondary, Optional.empty()),
                "Quillmere",
                false,
                Optional.empty(),
                Optional.of(URI.create("https://old.example.com")),
                Optional.empty(),
                Optional.of(NOW),
                secondaryUntil);
    }
}
