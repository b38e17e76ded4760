package org.patchbay.calls.voice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.webhooks.Parameters;

/// The ids that every address carries which we make for a call. They are signed, for the address is.
public record CallIds(
        @Nullable UUID callId,
        @Nullable UUID legId,
        @Nullable String turn) {

    static final String CALL = "call";
    static final String LEG = "leg";
    static final String TURN = "turn";

    static CallIds in(Parameters query) {
        return new CallIds(
                id(query, CALL).orElse(null),
                id(query, LEG).orElse(null),
                query.get(TURN).orElse(null));
    }

    /// For [org.patchbay.twilio.WebhookUrls].
    public static Map<String, String> of(UUID callId) {
        return Map.of(CALL, callId.toString());
    }

    public static Map<String, String> of(UUID callId, UUID legId) {
        return Map.of(CALL, callId.toString(), LEG, legId.toString());
    }

    public static Map<String, String> of(UUID callId, UUID legId, String turn) {
        Map<String, String> ids = new LinkedHashMap<>(of(callId, legId));
        ids.put(TURN, turn);
        return ids;
    }

    static Optional<UUID> id(Parameters parameters, String name) {
        return parameters.get(name).flatMap(CallIds::id);
    }

    /// The long form only: others' short forms would name the same id in several ways.
    static Optional<UUID> id(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
