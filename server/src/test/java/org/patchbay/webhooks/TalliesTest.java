package org.patchbay.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.patchbay.kernel.Ids;
import org.patchbay.webhooks.Verdict.Refused;

class TalliesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:59:59Z");
    private static final UUID WORKSPACE = Ids.next();

    @Test
    void theSameIsCountedTogetherAndAnotherHourApart() {
        Tallies tallies = new Tallies(100);
        tallies.accepted(call("+15005550001"), NOW);
        tallies.accepted(call("+15005550001"), NOW.minusSeconds(5));
        tallies.accepted(call("+15005550001"), NOW.plusSeconds(1));

        List<Tallies.Row> rows = tallies.drain().getOrDefault(WORKSPACE, List.of());

        assertThat(rows).hasSize(2).anySatisfy(row -> {
            assertThat(row.tally().count()).isEqualTo(2);
            assertThat(row.tally().firstAt()).isEqualTo(NOW.minusSeconds(5));
            assertThat(row.tally().lastAt()).isEqualTo(NOW);
        });
        assertThat(tallies.drain()).isEmpty();
    }

    @Test
    void aStormOfForgedDeliveriesFillsNothing() {
        Tallies tallies = new Tallies(20_000);
        for (int i = 0; i < 100_000; i++) {
            UUID invented = new UUID(i, i);
            tallies.refused(refused("/api/twilio/" + invented + "/voice", Optional.empty()), NOW);
            tallies.refused(refused("/api/twilio/" + WORKSPACE + "/voice", Optional.of(WORKSPACE)), NOW);
        }

        assertThat(tallies.size()).isEqualTo(1);
        assertThat(tallies.drain()
                        .getOrDefault(WORKSPACE, List.of())
                        .getFirst()
                        .tally()
                        .count())
                .isEqualTo(100_000);
    }

    @Test
    void whenThereIsTooMuchToCountTheDetailsGoAndTheCountStays() {
        Tallies tallies = new Tallies(10);
        for (int i = 0; i < 1000; i++) {
            tallies.accepted(call("+1500555" + (1000 + i)), NOW);
        }

        assertThat(tallies.size()).isEqualTo(11);
        assertThat(tallies.drain().getOrDefault(WORKSPACE, List.of()).stream()
                        .mapToLong(row -> row.tally().count())
                        .sum())
                .isEqualTo(1000);
    }

    @Test
    void theLastAddressAndAccountThatWereSaidAreKept() {
        Tallies tallies = new Tallies(10);
        WebhookPath path = WebhookPath.of("/api/twilio/" + WORKSPACE + "/voice").orElseThrow();
        tallies.refused(
                new Refused(
                        Refusal.WRONG_URL, path, Optional.of(WORKSPACE), Optional.of("https://a"), Optional.of("AC1")),
                NOW);
        tallies.refused(
                new Refused(
                        Refusal.WRONG_URL, path, Optional.of(WORKSPACE), Optional.of("https://b"), Optional.empty()),
                NOW);

        Tallies.Tally tally =
                tallies.drain().getOrDefault(WORKSPACE, List.of()).getFirst().tally();
        assertThat(tally.signedFor()).isEqualTo("https://b");
        assertThat(tally.accountSid()).isEqualTo("AC1");
    }

    private static Refused refused(String path, Optional<UUID> workspace) {
        return new Refused(
                Refusal.WRONG_TOKEN, WebhookPath.of(path).orElseThrow(), workspace, Optional.empty(), Optional.empty());
    }

    private static Delivery call(String to) {
        Parameters params = new Parameters(Map.of("To", List.of(to), "Direction", List.of("inbound")));
        return new Delivery(WebhookKind.VOICE, WORKSPACE, "AC1", params, Parameters.NONE, "/voice");
    }
}
