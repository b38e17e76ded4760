package org.patchbay.systemtests.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.patchbay.simulator.inspector.Entry;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.systemtests.product.Program;
import org.patchbay.systemtests.twilio.Eventually;
import org.patchbay.systemtests.twilio.Installation;

/// PostgreSQL is gone for ten seconds while people talk, wait, come and go. Twilio's clock can not be turned here: the
/// database's connections wait in real time.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseGoneTest {

    private static final Duration OUTAGE = Duration.ofSeconds(10);

    private final Postgres postgres = Postgres.start();
    private final Installation installation = Installation.start(postgres.settings());

    @AfterAll
    void close() {
        installation.close();
        postgres.close();
    }

    @Test
    void aDatabaseThatHasStoppedEndsNoCallAndNothingIsAcknowledgedThatItDoesNotHave() {
        outlives(postgres::stop, postgres::startAgain);
    }

    @Test
    void aDatabaseThatHasFallenSilentEndsNoCallAndNothingIsAcknowledgedThatItDoesNotHave() {
        outlives(postgres::freeze, postgres::thaw);
    }

    private void outlives(Runnable goes, Runnable comesBack) {
        Practice practice = Practice.open(installation);
        PhoneCall talks = talking(practice, practice.agent("Ada Nkemelu"));
        PhoneCall leaves = talking(practice, practice.agent("Ben Adeyemi"));
        PhoneCall waits = practice.calls(practice.phone());
        Agent cleo = practice.agent("Cleo Marsh");
        String waiting = cleo.offered();

        long begun = System.nanoTime();
        goes.run();
        PhoneCall comes;
        try {
            comes = practice.calls(practice.phone());
            leaves.hangUp();
            Eventually.is(true, () -> asked(comes).anyMatch(DatabaseGoneTest::isAskedToStay));
            Eventually.is(true, () -> told(leaves).anyMatch(webhook -> webhook.status() == 503));
            Eventually.is(true, () -> System.nanoTime() - begun > OUTAGE.toNanos());
        } finally {
            comesBack.run();
        }

        assertThat(List.of(talks, waits, comes)).noneMatch(PhoneCall::isOver);
        Eventually.is(4L, () -> count(practice, ""));
        Eventually.is(1L, () -> count(practice, "and status = 'completed' and outcome = 'answered'"));
        Eventually.is(Set.of(), () -> differences(practice));
        assertThat(comes.phone().heard()).anyMatch(words -> words.contains("Please stay on the line"));
        assertThat(List.of(talks, waits, comes)).noneMatch(PhoneCall::isOver);
        Program.Answer accepted = cleo.accept(waiting);
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);

        assertThat(deliveries().filter(DatabaseGoneTest::asks))
                .as("whoever is on the line is always answered")
                .allMatch(webhook -> webhook.status() == 200);
        assertThat(deliveries().filter(webhook -> !asks(webhook)))
                .as("written down, or to be sent again, and never silence")
                .allMatch(webhook -> Set.of(200, 204, 503).contains(webhook.status()) || ranOutOfTime(webhook));
        Stream.of(talks, waits, comes).forEach(PhoneCall::hangUp);
        Eventually.is(Set.of(), () -> differences(practice));
        Eventually.is(0L, () -> count(practice, "and ended_at is null"));
        assertThat(Acknowledged.by(installation.simulator()).lostFrom(postgres.ledger()))
                .isEmpty();
    }

    private static PhoneCall talking(Practice practice, Agent agent) {
        PhoneCall call = practice.calls(practice.phone());
        String callId = agent.offered();
        agent.takes(callId);
        agent.awaits(callId, "in-progress");
        practice.awaitsBoth(callId);
        return call;
    }

    private long count(Practice practice, String condition) {
        return postgres.ledger()
                .count("select count(*) from calls where workspace_id = '%s' %s"
                        .formatted(practice.workspaceId(), condition));
    }

    private Set<String> differences(Practice practice) {
        return Truth.at(installation.simulator(), practice.login()).differences(postgres.ledger());
    }

    private Stream<Entry.Webhook> deliveries() {
        return installation.simulator().exchanges().values().stream()
                .flatMap(List::stream)
                .filter(Entry.Webhook.class::isInstance)
                .map(Entry.Webhook.class::cast)
                .filter(webhook -> webhook.url().contains("/api/twilio/"));
    }

    private Stream<Entry.Webhook> of(PhoneCall call) {
        String sid = call.sid().orElseThrow();
        return deliveries()
                .filter(webhook -> webhook.params().first("CallSid").orElse("").equals(sid));
    }

    private Stream<Entry.Webhook> asked(PhoneCall call) {
        return of(call).filter(DatabaseGoneTest::asks);
    }

    private Stream<Entry.Webhook> told(PhoneCall call) {
        return of(call).filter(webhook -> !asks(webhook));
    }

    private static boolean asks(Entry.Webhook webhook) {
        return Set.of("VOICE", "FALLBACK", "ACTION", "WHISPER").contains(webhook.kind());
    }

    /// Twilio's time for one delivery was up while it tried again what had been answered by 503.
    private boolean ranOutOfTime(Entry.Webhook webhook) {
        return "error 11200: time for all attempts is up".equals(webhook.problem())
                && deliveries()
                        .anyMatch(earlier -> earlier.status() == 503
                                && earlier.url().equals(webhook.url())
                                && earlier.params().equals(webhook.params()));
    }

    private static boolean isAskedToStay(Entry.Webhook webhook) {
        return webhook.answer().contains("<Say>We are sorry")
                && webhook.answer().contains("<Pause")
                && webhook.answer().contains("<Redirect>");
    }
}
