package org.patchbay.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchbay.kernel.Ids;
import org.patchbay.webhooks.Verdict.Refused;

class RefusalLogTest {

    private final AtomicLong nanos = new AtomicLong(7);
    private final RefusalLog log = new RefusalLog(nanos::get);
    private final UUID workspace = Ids.next();

    @Test
    void aStormIsOneLineASecond() {
        long lines = IntStream.range(0, 10_000)
                .filter(i -> log.say(refused(workspace, Refusal.WRONG_TOKEN)))
                .count();
        assertThat(lines).isEqualTo(1);

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(log.say(refused(workspace, Refusal.WRONG_TOKEN))).isTrue();
    }

    @Test
    void anotherReasonOrWorkspaceIsAnotherLine() {
        assertThat(log.say(refused(workspace, Refusal.WRONG_TOKEN))).isTrue();
        assertThat(log.say(refused(workspace, Refusal.WRONG_URL))).isTrue();
        assertThat(log.say(refused(Ids.next(), Refusal.WRONG_TOKEN))).isTrue();
    }

    private static Refused refused(UUID workspace, Refusal refusal) {
        WebhookPath path = WebhookPath.of("/api/twilio/" + workspace + "/voice").orElseThrow();
        return new Refused(refusal, path, Optional.of(workspace), Optional.empty(), Optional.empty());
    }
}
