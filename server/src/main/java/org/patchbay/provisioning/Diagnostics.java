package org.patchbay.provisioning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Problem;
import org.patchbay.twilio.ConnectedAccount;
import org.patchbay.twilio.TwilioAccount;
import org.patchbay.twilio.TwilioConfigs;
import org.patchbay.twilio.TwilioFailure;
import org.patchbay.twilio.TwilioProblems;
import org.patchbay.twilio.TwilioSites;
import org.patchbay.twilio.TwilioTime;
import org.patchbay.twilio.WebhookBase;
import org.patchbay.twilio.WorkspaceAccounts;
import org.patchbay.webhooks.Deliveries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Goes through what can be wrong between Twilio and this server, as somebody who mends it would, and says
/// for each what was found and what helps. Changes nothing.
@Component
public class Diagnostics {

    private static final Duration TOLERATED = Duration.ofSeconds(30);
    private static final String NO_ACCOUNT = "No Twilio account is connected.";

    private final TwilioConfigs configs;
    private final WorkspaceAccounts accounts;
    private final WebhookBase bases;
    private final SignedProbe probe;
    private final Checks checks;
    private final Deliveries deliveries;
    private final TwilioTime time;
    private final TwilioSites sites;
    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Clock clock;

    Diagnostics(
            TwilioConfigs configs,
            WorkspaceAccounts accounts,
            WebhookBase bases,
            SignedProbe probe,
            Checks checks,
            Deliveries deliveries,
            TwilioTime time,
            TwilioSites sites,
            JdbcClient jdbc,
            Transactions transactions,
            Clock clock) {
        this.configs = configs;
        this.accounts = accounts;
        this.bases = bases;
        this.probe = probe;
        this.checks = checks;
        this.deliveries = deliveries;
        this.time = time;
        this.sites = sites;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param findings one for each line, in the order in which to mend them
    public record Report(Instant at, List<Finding> findings) {}

    /// @param by who asks
    public Report run(String by) {
        Optional<ConnectedAccount> account = configs.account();
        List<Finding> findings = new ArrayList<>();
        findings.add(of(account, "credentials", known -> credentials()));
        findings.add(of(account, "public-url", this::publicUrl));
        findings.add(of(account, "webhooks", known -> webhooks(by)));
        findings.add(of(account, "token", Diagnostics::token));
        findings.add(callbacks());
        findings.add(database());
        findings.add(of(account, "clock", this::clock));
        return new Report(clock.instant(), findings);
    }

    /// What can not be looked at says why, and keeps nobody from looking at the rest.
    private static Finding of(
            Optional<ConnectedAccount> account, String name, Function<ConnectedAccount, Finding> look) {
        try {
            return account.map(look).orElse(Finding.skipped(name, NO_ACCOUNT));
        } catch (Problem problem) {
            return Finding.skipped(name, problem.detail());
        }
    }

    private Finding credentials() {
        try {
            TwilioAccount.Info info = accounts.of(accounts.config()).info();
            if (info.status() != TwilioAccount.Status.ACTIVE) {
                return Finding.failed(
                        "credentials",
                        "The account is not active.",
                        "Twilio's console says why, and how it is lifted.");
            }
            return info.trial()
                    ? Finding.warning(
                            "credentials",
                            "Twilio accepts the credentials; the account is a trial.",
                            "A trial reaches only numbers that were verified at Twilio. Upgrade it there.")
                    : Finding.ok("credentials", "Twilio accepts the credentials, and the account is active.");
        } catch (TwilioFailure failure) {
            return noCredentials(TwilioProblems.of(failure));
        } catch (Problem problem) {
            return noCredentials(problem);
        }
    }

    private static Finding noCredentials(Problem problem) {
        return Finding.failed("credentials", problem.type().title() + ".", problem.detail());
    }

    private Finding publicUrl(ConnectedAccount account) {
        return bases.of(account.environment())
                .map(base -> probe.trouble(accounts.config(), base)
                        .map(trouble -> Finding.failed(
                                "public-url",
                                trouble,
                                "Twilio delivers to " + base + ". docs/going-live.md has proxies and tunnels."))
                        .orElse(Finding.ok("public-url", "A signed delivery to " + base + " arrived.")))
                .orElseGet(() -> Finding.failed(
                        "public-url",
                        "Nobody has said under which address Twilio reaches this server.",
                        "Set PATCHBAY_PUBLIC_URL, start the server again, then press Repair."));
    }

    private Finding webhooks(String by) {
        Check check = checks.look(by);
        return switch (check.state()) {
            case OK -> Finding.ok("webhooks", "Key, TwiML app and every number are as they should be.");
            case DRIFT ->
                Finding.failed(
                        "webhooks",
                        check.differences().size() == 1
                                ? "One thing at Twilio is other than it should be."
                                : check.differences().size() + " things at Twilio are other than they should be.",
                        "Settings → Twilio shows them. Press Repair there.");
            case FAILED -> Finding.skipped("webhooks", "The account could not be read; see the credentials.");
        };
    }

    private static Finding token(ConnectedAccount account) {
        boolean ready = account.apiKeySid().isPresent() && account.appSid().isPresent();
        return ready
                ? Finding.ok("token", "Browsers get access tokens, made with our own API key.")
                : Finding.failed(
                        "token",
                        "There is no API key or no TwiML app, so browsers can not call.",
                        "Press Repair under Settings → Twilio.");
    }

    private Finding callbacks() {
        Deliveries.Week week = deliveries.week();
        Optional<Instant> accepted = week.accepted().stream()
                .filter(delivery -> !delivery.kind().equals("probe"))
                .map(Deliveries.Accepted::lastAt)
                .max(Instant::compareTo);
        Optional<Instant> rejected =
                week.rejected().stream().map(Deliveries.Rejected::lastAt).max(Instant::compareTo);
        if (rejected.isPresent() && (accepted.isEmpty() || rejected.get().isAfter(accepted.get()))) {
            return Finding.warning(
                    "callbacks",
                    "The last delivery was rejected.",
                    "Settings → Twilio → Rejected deliveries says why.");
        }
        return accepted.isPresent()
                ? Finding.ok("callbacks", "The last delivery was accepted.")
                : Finding.warning(
                        "callbacks",
                        "Twilio has delivered nothing in the last seven days.",
                        "Call one of your numbers, or text it, and look again.");
    }

    private Finding database() {
        String version = transactions.read(() -> jdbc.sql("select current_setting('server_version')")
                .query(String.class)
                .single());
        return Finding.ok("database", "PostgreSQL " + version.split(" ")[0] + " answers.");
    }

    private Finding clock(ConnectedAccount account) {
        return time.ahead(sites.of(account.environment()))
                .map(ahead -> ahead.abs().compareTo(TOLERATED) <= 0
                        ? Finding.ok("clock", "This server's clock and Twilio's agree.")
                        : Finding.failed(
                                "clock",
                                "This server's clock is " + ahead.abs().toSeconds() + " seconds "
                                        + (ahead.isNegative() ? "behind" : "ahead of") + " Twilio's.",
                                "Let the machine set its clock by NTP: access tokens are refused otherwise."))
                .orElse(Finding.skipped("clock", "Twilio did not say what time it is there."));
    }
}
