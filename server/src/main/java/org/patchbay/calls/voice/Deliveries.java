package org.patchbay.calls.voice;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patchbay.webhooks.Delivery;
import org.patchbay.webhooks.Parameters;

/// Words that several kinds of deliveries have in common.
final class Deliveries {

    private static final int MANY = 9;
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{32}");

    /// Twilio says times to the second, and busy servers hear the same one many times over.
    private static volatile Said lastSaid = new Said("", Instant.EPOCH);

    private record Said(String text, Instant at) {}

    private Deliveries() {}

    /// Everything that was said, with the ids of our address: for the call's history.
    static Map<String, Object> inFull(Delivery delivery) {
        Map<String, Object> all = new LinkedHashMap<>();
        put(all, delivery.query());
        put(all, delivery.params());
        return all;
    }

    private static void put(Map<String, Object> all, Parameters parameters) {
        for (String name : parameters.names()) {
            List<String> values = parameters.values().getOrDefault(name, List.of());
            all.put(name, values.size() == 1 ? values.getFirst() : values);
        }
    }

    /// @return empty for what is no SID of that kind
    static Optional<String> sid(Parameters params, String name, String prefix) {
        return params.get(name).filter(sid -> isSid(sid, prefix));
    }

    /// What is separated by spaces there, as far as it is a SID of that kind.
    static Set<String> sids(Parameters params, String name, String prefix) {
        return Stream.of(params.text(name).split(" "))
                .filter(sid -> isSid(sid, prefix))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isSid(String sid, String prefix) {
        return sid.startsWith(prefix)
                && HEX.matcher(sid).region(prefix.length(), sid.length()).matches();
    }

    /// @return null for what is none, or too large to be true
    static @Nullable Integer whole(Parameters params, String name) {
        return params.get(name)
                .filter(text -> text.length() <= MANY && text.chars().allMatch(Character::isDigit))
                .map(Integer::valueOf)
                .orElse(null);
    }

    /// Twilio's time of an event, where it says one.
    ///
    /// Source: [Call status callback](https://www.twilio.com/docs/voice/api/call-resource#statuscallback): RFC
    /// 2822.
    static Instant at(Parameters params, String name, Instant otherwise) {
        return params.get(name).flatMap(Deliveries::time).orElse(otherwise);
    }

    static Optional<Instant> time(String text) {
        Said known = lastSaid;
        if (known.text().equals(text)) {
            return Optional.of(known.at());
        }
        try {
            Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            lastSaid = new Said(text, at);
            return Optional.of(at);
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
