package org.patchbay.webhooks;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A line for what is refused, but at most one in a second for each workspace, address and reason: a storm
/// must not fill the disk. All are counted elsewhere.
final class RefusalLog {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    /// Far more than there are kinds of refusals in one second; then it begins anew.
    private static final int REMEMBERED = 10_000;

    private final Map<Line, Long> said = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    /// @param nanos as [System#nanoTime]
    RefusalLog(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Line(Optional<UUID> workspaceId, String form, Refusal refusal) {}

    /// @return whether it was said
    boolean say(Verdict.Refused refused) {
        Line line = new Line(refused.workspaceId(), refused.path().form(), refused.refusal());
        long now = nanos.getAsLong();
        Long before = said.get(line);
        if (before != null && now - before < PAUSE) {
            return false;
        }
        if (said.size() >= REMEMBERED) {
            said.clear();
        }
        said.put(line, now);
        LOG.warn(
                "Refused a delivery to {} ({}), workspace {}",
                line.form(),
                line.refusal().code(),
                line.workspaceId().map(UUID::toString).orElse("unknown"));
        return true;
    }
}
