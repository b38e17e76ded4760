package org.patchbay.twilio;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A workspace's Twilio account, and what we made there.
///
/// @param accountName as its owner calls it
/// @param trial whether it can only reach numbers that were verified at Twilio
/// @param appSid our TwiML app; empty until it is made
/// @param baseUrl what the account was last told to reach us under; empty until it was told
/// @param baseUrlBefore what it was told before that, while calls may still go on that were told so
/// @param configuredAt when setting it up was finished; empty until then
/// @param secondaryUntil until when deliveries signed with the secondary token are accepted; empty while the
///     secondary token is only about to be promoted
public record TwilioConfig(
        TwilioEnvironment environment,
        TwilioCredentials credentials,
        @Nullable String accountName,
        boolean trial,
        Optional<String> appSid,
        Optional<URI> baseUrl,
        Optional<EarlierBase> baseUrlBefore,
        Optional<Instant> configuredAt,
        Optional<Instant> secondaryUntil) {

    /// An address under which we were reached, and until when deliveries signed for it are accepted.
    public record EarlierBase(URI url, Instant until) {}

    public String accountSid() {
        return credentials.accountSid();
    }

    /// The tokens that a delivery may be signed with at that moment, the likeliest first.
    public List<String> signingTokens(Instant now) {
        List<String> tokens = new ArrayList<>();
        tokens.add(credentials.authToken());
        boolean over = secondaryUntil.isPresent() && !now.isBefore(secondaryUntil.get());
        if (!over) {
            credentials.secondaryAuthToken().ifPresent(tokens::add);
        }
        return tokens;
    }

    /// The addresses that a delivery may be signed for at that moment, of those that the account was told.
    public List<URI> toldBases(Instant now) {
        List<URI> bases = new ArrayList<>();
        baseUrl.ifPresent(bases::add);
        baseUrlBefore.filter(earlier -> now.isBefore(earlier.until())).ifPresent(earlier -> bases.add(earlier.url()));
        return bases;
    }

    @Override
    public String toString() {
        return "TwilioConfig[" + accountSid() + ", " + environment + "]";
    }
}
