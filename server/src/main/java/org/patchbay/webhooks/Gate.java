package org.patchbay.webhooks;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.patchbay.twilio.TwilioConfig;
import org.patchbay.twilio.TwilioEnvironment;
import org.patchbay.webhooks.Verdict.Accepted;
import org.patchbay.webhooks.Verdict.Refused;

/// Decides whether a request is Twilio's, and for which workspace. Fails closed.
///
/// What a request says only chooses whose tokens are tried: the proof is the signature, over the address
/// that we configured and everything in the request.
final class Gate {

    private static final Pattern ACCOUNT_SID = Pattern.compile("AC[0-9a-f]{32}");

    private final Accounts accounts;
    private final Function<TwilioEnvironment, Optional<URI>> base;
    private final Clock clock;

    /// @param base under which address Twilio reaches us now
    Gate(Accounts accounts, Function<TwilioEnvironment, Optional<URI>> base, Clock clock) {
        this.accounts = accounts;
        this.base = base;
        this.clock = clock;
    }

    /// A request whose parameters were understood.
    ///
    /// @param form of the body
    /// @param accountSids all different ones that it names
    private record Claim(
            Incoming incoming, WebhookPath path, Parameters form, Parameters query, SequencedSet<String> accountSids) {

        Parameters said() {
            return incoming.post() ? form : query;
        }
    }

    /// @param signedFor the address that it was signed for, if we know
    private record Doubt(Refusal refusal, Optional<String> signedFor) {
        Doubt(Refusal refusal) {
            this(refusal, Optional.empty());
        }
    }

    Verdict check(Incoming incoming, WebhookPath path) {
        long arrived = System.nanoTime();
        Claim claim;
        try {
            claim = claim(incoming, path);
        } catch (Parameters.Malformed malformed) {
            Optional<UUID> workspaceId =
                    path.workspaceId().filter(id -> accounts.of(id).isPresent());
            return new Refused(Refusal.UNREADABLE, path, workspaceId, Optional.empty(), Optional.empty());
        }
        Optional<UUID> workspaceId = path.workspaceId().or(() -> whose(claim));
        return workspaceId
                .map(id -> inWorkspace(claim, id, arrived))
                .orElseGet(() -> refused(claim, Optional.empty(), new Doubt(unowned(incoming))));
    }

    /// What the request would be, if it were Twilio's.
    static WebhookKind kindOf(Incoming incoming, WebhookPath path) {
        try {
            return path.kindOf(claim(incoming, path).said());
        } catch (Parameters.Malformed malformed) {
            return path.kind();
        }
    }

    private static Claim claim(Incoming incoming, WebhookPath path) throws Parameters.Malformed {
        if (incoming.post() && !incoming.form() && !incoming.json()) {
            throw new Parameters.Malformed();
        }
        boolean hasForm = incoming.post() && incoming.form();
        Parameters form = hasForm ? Parameters.parse(incoming.body()) : Parameters.NONE;
        Parameters query = Parameters.parse(incoming.rawQuery().orElse(""));
        return new Claim(incoming, path, form, query, form.all("AccountSid", query));
    }

    private Optional<UUID> whose(Claim claim) {
        return claim.accountSids().stream()
                .filter(sid -> ACCOUNT_SID.matcher(sid).matches())
                .findFirst()
                .flatMap(sid -> accounts.whose(
                        sid,
                        storable(claim, "ApplicationSid").orElse(null),
                        Stream.of("To", "From")
                                .flatMap(name -> storable(claim, name).stream())
                                .toList()));
    }

    /// PostgreSQL can not even be asked for U+0000.
    private static Optional<String> storable(Claim claim, String name) {
        return claim.said().get(name).filter(value -> value.indexOf('\0') < 0);
    }

    private static Refusal unowned(Incoming incoming) {
        return incoming.signature().isEmpty() ? Refusal.NO_SIGNATURE : Refusal.UNKNOWN_ACCOUNT;
    }

    /// Another node may have changed the account a moment ago: before anybody is refused, it is read again.
    private Verdict inWorkspace(Claim claim, UUID workspaceId, long arrived) {
        Optional<TwilioConfig> config = accounts.of(workspaceId);
        Optional<Doubt> doubt = doubt(claim, config);
        if (doubt.isPresent() && claim.incoming().signature().isPresent()) {
            config = accounts.since(workspaceId, arrived);
            doubt = doubt(claim, config);
        }
        Optional<UUID> connected = config.map(known -> workspaceId);
        String accountSid = config.map(TwilioConfig::accountSid).orElse("");
        return doubt.map(reason -> refused(claim, connected, reason))
                .orElseGet(() -> new Accepted(delivery(claim, workspaceId, accountSid)));
    }

    private static Delivery delivery(Claim claim, UUID workspaceId, String accountSid) {
        return new Delivery(
                claim.path().kindOf(claim.said()),
                workspaceId,
                accountSid,
                claim.said(),
                claim.query(),
                claim.incoming().rawPath());
    }

    private static Verdict refused(Claim claim, Optional<UUID> workspaceId, Doubt doubt) {
        Optional<String> accountSid = claim.accountSids().stream()
                .filter(sid -> ACCOUNT_SID.matcher(sid).matches())
                .findFirst();
        return new Refused(doubt.refusal(), claim.path(), workspaceId, doubt.signedFor(), accountSid);
    }

    private Optional<Doubt> doubt(Claim claim, Optional<TwilioConfig> config) {
        Optional<String> signature = claim.incoming().signature();
        if (signature.isEmpty()) {
            return Optional.of(new Doubt(Refusal.NO_SIGNATURE));
        }
        if (config.isEmpty() || !names(claim, config.get().accountSid())) {
            return Optional.of(new Doubt(Refusal.UNKNOWN_ACCOUNT));
        }
        List<String> tokens = config.get().signingTokens(clock.instant());
        Predicate<String> holds =
                under -> holds(claim, signature.get(), claim.incoming().under(under), tokens);
        if (bases(config.get()).anyMatch(holds)) {
            return Optional.empty();
        }
        Optional<String> signedFor = claim.incoming().saidToCome().stream()
                .filter(holds)
                .map(under -> under + claim.incoming().rawPath())
                .findFirst();
        return Optional.of(new Doubt(signedFor.isPresent() ? Refusal.WRONG_URL : Refusal.WRONG_TOKEN, signedFor));
    }

    /// JSON deliveries name their account somewhere inside, if at all; their path says the workspace then.
    private static boolean names(Claim claim, String accountSid) {
        boolean silent = claim.accountSids().isEmpty() && claim.incoming().json();
        return silent || claim.accountSids().equals(Set.of(accountSid));
    }

    private Stream<String> bases(TwilioConfig config) {
        return Stream.concat(base.apply(config.environment()).stream(), config.toldBases(clock.instant()).stream())
                .map(URI::toString)
                .distinct();
    }

    private static boolean holds(Claim claim, String signature, String url, List<String> tokens) {
        Incoming incoming = claim.incoming();
        return incoming.post() && !incoming.form()
                ? TwilioSignature.holdsForBody(signature, url, incoming.body(), tokens)
                : TwilioSignature.holds(signature, url, claim.form().values(), tokens);
    }
}
