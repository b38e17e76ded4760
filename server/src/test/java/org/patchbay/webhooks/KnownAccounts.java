package org.patchbay.webhooks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.twilio.TwilioConfig;

/// Accounts that a test knows by heart.
final class KnownAccounts implements Accounts {
    private final Map<UUID, TwilioConfig> known = new HashMap<>();
    private final Map<UUID, TwilioConfig> now = new HashMap<>();
    Optional<UUID> found = Optional.empty();
    String asked = "";

    void put(UUID workspaceId, TwilioConfig config) {
        known.put(workspaceId, config);
        now.put(workspaceId, config);
    }

    void changedElsewhere(UUID workspaceId, TwilioConfig config) {
        now.put(workspaceId, config);
    }

    @Override
    public Optional<TwilioConfig> of(UUID workspaceId) {
        return Optional.ofNullable(known.get(workspaceId));
    }

    @Override
    public Optional<TwilioConfig> since(UUID workspaceId, long arrived) {
        return Optional.ofNullable(now.get(workspaceId));
    }

    @Override
    public Optional<UUID> whose(String accountSid, @Nullable String applicationSid, List<String> numbers) {
        asked = accountSid + " " + applicationSid + " " + numbers;
        return found;
    }
}
