package org.patchbay.provisioning;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Audience;
import org.patchbay.database.Outbox;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Cursor;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.Page;
import org.patchbay.kernel.Problem;
import org.patchbay.kernel.StoredProblem;
import org.patchbay.kernel.access.Permission;
import org.patchbay.twilio.AccountNumbers.TwilioNumber;
import org.patchbay.twilio.Aspect;
import org.patchbay.twilio.TwilioAccount;
import org.patchbay.twilio.TwilioConfig;
import org.patchbay.twilio.TwilioCredentials.ApiKey;
import org.patchbay.twilio.TwilioFailure;
import org.patchbay.twilio.TwilioProblems;
import org.patchbay.twilio.WebhookBase;
import org.patchbay.twilio.WebhookUrls;
import org.patchbay.twilio.WorkspaceAccounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Compares the bound workspace's account with what it should be, and keeps what was found. Changes nothing
/// at Twilio.
@Component
public class Checks {

    private static final Logger LOG = LoggerFactory.getLogger(Checks.class);

    private final WorkspaceAccounts accounts;
    private final WebhookBase bases;
    private final NumberInspection numbers;
    private final SignedProbe probe;
    private final CheckStore store;
    private final Standstill standstill;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Clock clock;

    Checks(
            WorkspaceAccounts accounts,
            WebhookBase bases,
            NumberInspection numbers,
            SignedProbe probe,
            CheckStore store,
            Standstill standstill,
            Transactions transactions,
            Outbox outbox,
            Clock clock) {
        this.accounts = accounts;
        this.bases = bases;
        this.numbers = numbers;
        this.probe = probe;
        this.store = store;
        this.standstill = standstill;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// @param by who asks; null when it is time for it
    /// @return also where it could not be looked at
    /// @throws org.patchbay.kernel.Problem 409 `twilio-not-configured` without an account, 409 `twilio-busy` if
    ///     something was done to it meanwhile
    public Check look(@Nullable String by) {
        Standstill.Since before = standstill.now();
        try {
            return lookOrFail(by);
        } catch (TwilioFailure failure) {
            return keep(before, by, CheckState.FAILED, List.of(), StoredProblem.of(TwilioProblems.of(failure)));
        } catch (Problem problem) {
            if (!LockedOut.by(problem)) {
                throw problem;
            }
            return keep(before, by, CheckState.FAILED, List.of(), StoredProblem.of(problem));
        }
    }

    /// @throws TwilioFailure where it could not be looked at
    Check lookOrFail(@Nullable String by) {
        Standstill.Since before = standstill.now();
        List<Difference> differences = differences(before, accounts.config());
        return keep(before, by, differences.isEmpty() ? CheckState.OK : CheckState.DRIFT, differences, null);
    }

    /// How it was found last; empty before the first time.
    public Optional<Check> latest() {
        return transactions.read(store::latest);
    }

    /// Newest first, each with its first differences.
    public Page<Check> page(@Nullable String cursor, int limit) {
        UUID before = Cursor.decodeId(cursor).orElse(null);
        List<Check> rows = transactions.read(() -> store.page(before, limit + 1));
        return Page.of(
                rows.stream().map(Check::brief).toList(),
                limit,
                check -> List.of(check.id().toString()));
    }

    private List<Difference> differences(Standstill.Since before, TwilioConfig config) {
        TwilioAccount account = accounts.of(config);
        List<Difference> differences = new ArrayList<>(ofAccount(account));
        differences.addAll(ofKey(account, config));
        Optional<URI> base = bases.of(config.environment());
        differences.addAll(ofAddress(config, base));
        base.ifPresent(here -> {
            WebhookUrls urls = new WebhookUrls(here, Tenancy.workspaceId());
            String appSid = config.appSid().orElse("");
            DesiredSetup desired = new DesiredSetup(urls, appSid);
            differences.addAll(
                    Drift.ofApp(desired.app(), appSid, config.appSid().flatMap(account.apps()::find)));
            List<TwilioNumber> listed = account.numbers().list();
            standstill.require(before);
            differences.addAll(numbers.look(config.accountSid(), desired, listed));
        });
        return differences;
    }

    private static List<Difference> ofAccount(TwilioAccount account) {
        return switch (account.info().status()) {
            case ACTIVE -> List.of();
            case SUSPENDED -> List.of(Difference.of(Subject.ACCOUNT, Aspect.SUSPENDED, null, account.sid()));
            case CLOSED -> List.of(Difference.of(Subject.ACCOUNT, Aspect.CLOSED, null, account.sid()));
        };
    }

    private static List<Difference> ofKey(TwilioAccount account, TwilioConfig config) {
        String sid = config.credentials().apiKey().map(ApiKey::sid).orElse("");
        boolean there = account.keys().list().stream().anyMatch(key -> key.sid().equals(sid));
        return there ? List.of() : List.of(Difference.of(Subject.KEY, Aspect.MISSING, sid, null));
    }

    private List<Difference> ofAddress(TwilioConfig config, Optional<URI> base) {
        String configured = config.baseUrl().map(URI::toString).orElse(null);
        if (base.isEmpty()) {
            return List.of(Difference.of(Subject.PUBLIC_URL, Aspect.CHANGED, null, configured));
        }
        String here = base.get().toString();
        List<Difference> differences = new ArrayList<>();
        if (configured != null && !configured.equals(here)) {
            differences.add(Difference.of(Subject.PUBLIC_URL, Aspect.CHANGED, here, configured));
        }
        probe.trouble(config, base.get())
                .ifPresent(trouble ->
                        differences.add(Difference.of(Subject.PUBLIC_URL, Aspect.UNREACHABLE, here, trouble)));
        return differences;
    }

    private Check keep(
            Standstill.Since before,
            @Nullable String by,
            CheckState state,
            List<Difference> differences,
            @Nullable StoredProblem problem) {
        Instant now = clock.instant();
        Check found = new Check(Ids.next(), now, now, by, state, differences, problem);
        return transactions.write(() -> {
            standstill.require(before);
            Optional<Check> latest = store.latest();
            if (latest.filter(found::sameAs).isPresent()) {
                Check same = latest.get();
                store.again(same.id(), found);
                return new Check(same.id(), same.firstAt(), now, by, state, differences, problem);
            }
            LOG.info(
                    "The Twilio account was found otherwise than before: {}, {} differences",
                    state.code(),
                    differences.size());
            store.add(found);
            store.forgetBefore(now.minus(RunStore.KEPT));
            outbox.append("twilio.drift", Audience.holding(Permission.TWILIO_READ), found.brief());
            return found;
        });
    }
}
