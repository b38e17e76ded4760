package org.patchbay.calls.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.machine.CallState;
import org.patchbay.calls.machine.Leg;
import org.patchbay.database.Trip;

/// The calls of one batch: as they were found, and as they are by now.
final class WorkingSet {

    private final Map<CallKey, CallState> found = new HashMap<>();
    private final Map<CallKey, CallState> now = new HashMap<>();
    private final Map<CallKey, WriteUp> writeUps = new HashMap<>();

    void found(CallStore.Found call) {
        CallKey key = CallKey.of(call.state());
        found.put(key, call.state());
        now.put(key, call.state());
        writeUps.put(key, call.writeUp());
    }

    /// @param contactName null where the call has no contact, or one without a name
    void begun(CallKey key, @Nullable String contactName) {
        writeUps.put(key, WriteUp.called(contactName));
    }

    WriteUp writeUp(CallKey key) {
        return writeUps.getOrDefault(key, WriteUp.NONE);
    }

    Optional<CallState> get(CallKey key) {
        return Optional.ofNullable(now.get(key));
    }

    void put(CallKey key, WriteUp writeUp) {
        writeUps.put(key, writeUp);
    }

    void put(CallState state) {
        now.put(CallKey.of(state), state);
    }

    /// By id: so they are written, and so every node locks them.
    List<CallState> inOrder() {
        return now.values().stream()
                .sorted(Comparator.comparing(state -> state.call().id()))
                .toList();
    }

    void write(CallStore store, Trip trip, Instant moment) {
        List<Map<String, @Nullable Object>> calls = new ArrayList<>();
        List<Map<String, @Nullable Object>> legs = new ArrayList<>();
        for (CallState state : inOrder()) {
            CallState before = found.get(CallKey.of(state));
            if (before == null || !sameRow(before, state)) {
                calls.add(CallRow.of(state, moment));
            }
            state.legs().stream()
                    .filter(leg -> before == null || !before.leg(leg.id()).equals(Optional.of(leg)))
                    .map(leg -> LegRow.of(CallKey.of(state), leg))
                    .forEach(legs::add);
        }
        store.write(trip, calls);
        store.writeLegs(trip, legs);
    }

    /// The customer's SID stands in the call's row too.
    private static boolean sameRow(CallState before, CallState after) {
        return before.call().equals(after.call())
                && before.customer().map(Leg::sid).equals(after.customer().map(Leg::sid));
    }
}
