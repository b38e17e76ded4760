package org.patchbay.twilio;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A workspace's Twilio account without its secrets: what is known of it even where they can not be decrypted.
///
/// @param secondaryToken whether there is a second token
/// @param baseUrl what the account was last told to reach us under; empty until it was told
/// @param configuredAt when setting it up was finished; empty until then
public record ConnectedAccount(
        TwilioEnvironment environment,
        String accountSid,
        @Nullable String accountName,
        boolean trial,
        Optional<String> appSid,
        Optional<String> apiKeySid,
        boolean secondaryToken,
        Optional<URI> baseUrl,
        Optional<Instant> configuredAt) {}
