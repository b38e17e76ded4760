package org.patchbay.webhooks;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Deliveries counted in memory until somebody writes them down. Bounded: when there are too many different
/// things to count, they are counted without their details.
final class Tallies {

    static final String ACCEPTED = "accepted";

    /// What stands for all paths, once there are too many.
    static final String ANY_PATH = "other";

    /// What is counted together.
    ///
    /// @param what of accepted ones the kind as it is counted, else the path
    /// @param phoneNumber of accepted ones the number that may be ours; empty where there is none
    record Key(UUID workspaceId, Instant hour, String verdict, String what, String phoneNumber) {
        Key withoutNumber() {
            return new Key(workspaceId, hour, verdict, what, "");
        }

        Key roughly() {
            return new Key(workspaceId, hour, verdict, verdict.equals(ACCEPTED) ? what : ANY_PATH, "");
        }
    }

    /// @param kind the last one's, of accepted
    record Tally(
            long count,
            Instant firstAt,
            Instant lastAt,
            WebhookKind kind,
            @Nullable String signedFor,
            @Nullable String accountSid) {

        Tally and(Tally later) {
            return new Tally(
                    count + later.count,
                    firstAt.isBefore(later.firstAt) ? firstAt : later.firstAt,
                    lastAt.isAfter(later.lastAt) ? lastAt : later.lastAt,
                    later.kind,
                    later.signedFor == null ? signedFor : later.signedFor,
                    later.accountSid == null ? accountSid : later.accountSid);
        }
    }

    record Row(Key key, Tally tally) {}

    private final int limit;
    private Map<Key, Tally> tallies = new HashMap<>();

    /// @param limit how many different things are counted in detail
    Tallies(int limit) {
        this.limit = limit;
    }

    void accepted(Delivery delivery, Instant at) {
        String number = OurSide.of(delivery).orElse("");
        Key key = new Key(
                delivery.workspaceId(), hour(at), ACCEPTED, delivery.kind().counted(), number);
        add(key, new Tally(1, at, at, delivery.kind(), null, null));
    }

    /// Nobody's are not counted here.
    void refused(Verdict.Refused refused, Instant at) {
        refused.workspaceId()
                .ifPresent(workspaceId -> add(
                        new Key(
                                workspaceId,
                                hour(at),
                                refused.refusal().code(),
                                refused.path().form(),
                                ""),
                        new Tally(
                                1,
                                at,
                                at,
                                refused.path().kind(),
                                refused.signedFor().orElse(null),
                                refused.accountSid().orElse(null))));
    }

    synchronized void add(Key key, Tally tally) {
        boolean full = tallies.size() >= limit && !tallies.containsKey(key);
        tallies.merge(full ? key.roughly() : key, tally, Tally::and);
    }

    /// Takes all away, by workspace.
    synchronized Map<UUID, List<Row>> drain() {
        Map<UUID, List<Row>> drained = new HashMap<>();
        tallies.forEach((key, tally) -> drained.computeIfAbsent(key.workspaceId(), first -> new ArrayList<>())
                .add(new Row(key, tally)));
        tallies = new HashMap<>();
        return drained;
    }

    synchronized int size() {
        return tallies.size();
    }

    private static Instant hour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }
}
