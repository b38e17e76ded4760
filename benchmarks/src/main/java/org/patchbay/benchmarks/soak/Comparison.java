package org.patchbay.benchmarks.soak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.phones.PhoneCall;

/// What the database says otherwise than Twilio, call by call.
final class Comparison {

    private static final long TOLERANCE_SECONDS = 1;

    private final Truth truth;
    private final Stored stored;
    private final Map<String, List<Stored.Leg>> legsBySid;
    private final Map<UUID, Kind> kinds = new HashMap<>();
    private final List<String> differences = new ArrayList<>();

    private Comparison(Truth truth, Stored stored) {
        this.truth = truth;
        this.stored = stored;
        this.legsBySid = stored.legs().stream()
                .filter(leg -> leg.sid() != null)
                .collect(Collectors.groupingBy(leg -> String.valueOf(leg.sid())));
    }

    /// @param placed the calls of that workspace, as those who made them know them
    /// @return a line for each difference
    static List<String> of(Truth truth, Stored stored, List<Placed> placed) {
        Comparison comparison = new Comparison(truth, stored);
        placed.forEach(comparison::kindOf);
        truth.legs().values().forEach(comparison::leg);
        stored.legs().forEach(comparison::leg);
        stored.calls().values().forEach(comparison::call);
        placed.forEach(comparison::who);
        truth.recordings().values().forEach(comparison::recording);
        stored.recordings().forEach(comparison::recording);
        comparison.count(placed);
        return comparison.differences;
    }

    private void kindOf(Placed call) {
        call.customer()
                .flatMap(PhoneCall::sid)
                .flatMap(stored::leg)
                .map(Stored.Leg::callId)
                .or(call::callId)
                .ifPresent(id -> kinds.put(id, call.kind()));
    }

    private void differs(@Nullable UUID callId, String what, @Nullable Object... arguments) {
        differences.add("call " + callId + " (" + (callId == null ? null : kinds.get(callId)) + "): "
                + what.formatted(arguments));
    }

    private void leg(Truth.Leg real) {
        if (!real.over()) {
            differs(idOf(real.sid()), "%s is still %s at Twilio", real.sid(), real.status());
        }
        List<Stored.Leg> rows = legsBySid.getOrDefault(real.sid(), List.of());
        if (rows.size() != 1) {
            differs(
                    null,
                    "%s (%s, %s to %s, %s, %d s) is %d legs",
                    real.sid(),
                    real.direction(),
                    real.from(),
                    real.to(),
                    real.status(),
                    real.seconds(),
                    rows.size());
            return;
        }
        Stored.Leg row = rows.getFirst();
        if (!row.status().equals(real.status())) {
            differs(row.callId(), "%s leg %s is %s and not %s", row.kind(), row.sid(), real.status(), row.status());
        }
        int seconds = Objects.requireNonNullElse(row.seconds(), 0);
        if (Math.abs(seconds - real.seconds()) > TOLERANCE_SECONDS) {
            differs(
                    row.callId(),
                    "%s leg %s took %d seconds and not %d",
                    row.kind(),
                    row.sid(),
                    real.seconds(),
                    row.seconds());
        }
    }

    private @Nullable UUID idOf(String sid) {
        return stored.leg(sid).map(Stored.Leg::callId).orElse(null);
    }

    private void leg(Stored.Leg row) {
        if (!row.ended()) {
            differs(row.callId(), "%s leg %s is open: %s", row.kind(), row.sid(), row.status());
        }
        if (row.sid() != null && !truth.legs().containsKey(row.sid())) {
            differs(row.callId(), "Twilio knows no %s", row.sid());
        }
    }

    private void call(Stored.Call call) {
        if (!call.ended()) {
            differs(call.id(), "is open: %s", call.status());
        }
        Truth.Together both = call.room() == null ? null : truth.rooms().get(call.room());
        boolean forwarded = stored.legsOf(call.id()).stream()
                .anyMatch(
                        leg -> leg.kind().equals("third-party") && leg.status().equals("completed"));
        boolean answered = both != null || forwarded || pickedUp(call);
        if (answered != "answered".equals(call.outcome())) {
            differs(
                    call.id(),
                    "two people %s, and its outcome is %s",
                    answered ? "spoke" : "did not speak",
                    call.outcome());
        }
        if (both != null && call.seconds() != null && Math.abs(both.seconds() - call.seconds()) > TOLERANCE_SECONDS) {
            differs(call.id(), "they spoke for %d seconds and not %d", both.seconds(), call.seconds());
        }
    }

    /// Somebody whom we call has answered, also if they go while they are still told that the call is recorded.
    private boolean pickedUp(Stored.Call call) {
        Truth.Leg customer = call.sid() == null ? null : truth.legs().get(call.sid());
        return call.direction().equals("outbound")
                && customer != null
                && customer.status().equals("completed");
    }

    /// Whoever spoke last with the customer has the call.
    private void who(Placed placed) {
        placed.agents().forEach((seat, browser) -> {
            String sid = browser.sid().orElse("");
            Stored.Leg row = stored.leg(sid).orElse(null);
            if (row == null) {
                return; // said already
            }
            if (placed.callId().filter(row.callId()::equals).isEmpty()) {
                differs(row.callId(), "%s called for %s", sid, placed);
            }
            if (!seat.memberId().equals(row.memberId())) {
                differs(row.callId(), "%s was %s and not %s", sid, seat.memberId(), row.memberId());
            }
            Stored.Call call = stored.calls().get(row.callId());
            if (call == null || placed.agents().size() > 1) {
                return;
            }
            boolean spoke = "answered".equals(call.outcome()) && row.status().equals("completed");
            if (spoke && !seat.memberId().equals(call.memberId())) {
                differs(row.callId(), "%s spoke, and %s has it", seat.memberId(), call.memberId());
            }
        });
    }

    private void recording(Truth.Recording real) {
        List<Stored.Recording> rows = stored.recordings().stream()
                .filter(row -> row.sid().equals(real.sid()))
                .toList();
        if (rows.size() != 1) {
            differs(
                    idOf(real.callSid()),
                    "%s (%s, %d s) is %d recordings",
                    real.sid(),
                    real.status(),
                    real.seconds(),
                    rows.size());
            return;
        }
        Stored.Recording row = rows.getFirst();
        if (!row.status().equals(real.status())
                || Math.abs(Objects.requireNonNullElse(row.seconds(), 0) - real.seconds()) > TOLERANCE_SECONDS) {
            differs(
                    row.callId(),
                    "%s is %s with %d seconds and not %s with %d",
                    real.sid(),
                    real.status(),
                    real.seconds(),
                    row.status(),
                    row.seconds());
        }
        Stored.Call call = stored.calls().get(row.callId());
        if (real.status().equals("completed") && (call == null || call.recordingUrl() == null)) {
            differs(row.callId(), "%s can not be played", real.sid());
        }
    }

    private void recording(Stored.Recording row) {
        if (!truth.recordings().containsKey(row.sid())) {
            differs(row.callId(), "Twilio knows no %s", row.sid());
        }
    }

    /// Each call once.
    private void count(List<Placed> placed) {
        if (stored.calls().size() != placed.size()) {
            differences.add("%d calls were made, and %d are stored"
                    .formatted(placed.size(), stored.calls().size()));
        }
    }
}
