package org.patchbay.calls.acting;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.patchbay.calls.acting.Lines.Line;
import org.patchbay.calls.acting.Lines.OpenCall;
import org.patchbay.calls.ingest.DedupeKey;
import org.patchbay.calls.ingest.Source;
import org.patchbay.calls.machine.CallEvent.LegReported;
import org.patchbay.calls.machine.CallEvent.RoomSeen;
import org.patchbay.calls.machine.LegStatus;
import org.patchbay.kernel.Ids;
import org.patchbay.twilio.AccountConferences.ConferenceSeen;
import org.patchbay.twilio.CallSeen;
import org.springframework.stereotype.Component;

/// Compares what we think of the bound workspace's open calls with what Twilio says, and tells the machine what
/// differs: callbacks get lost, and a server is not always there to hear them.
///
/// Twilio's lists are some moments old. What is younger than that is left alone.
@Component
class Reconciliation {

    private static final Duration MOMENTS = Duration.ofSeconds(5);

    private final TwilioLines twilio;
    private final Lines lines;
    private final Moving moving;
    private final UnheardPhones phones;
    private final Findings findings;
    private final Clock clock;

    Reconciliation(
            TwilioLines twilio, Lines lines, Moving moving, UnheardPhones phones, Findings findings, Clock clock) {
        this.twilio = twilio;
        this.lines = lines;
        this.moving = moving;
        this.phones = phones;
        this.findings = findings;
        this.clock = clock;
    }

    void reconcile() {
        List<OpenCall> open = lines.open(clock.instant().minus(MOMENTS));
        if (open.isEmpty()) {
            return;
        }
        Map<String, CallSeen> live =
                twilio.calls().live().stream().collect(Collectors.toMap(CallSeen::sid, call -> call, (a, b) -> a));
        List<List<Line>> legs = open.stream()
                .flatMap(Reconciliation::inOrder)
                .sorted(Comparator.comparing(several -> isAmong(several.getFirst(), live)))
                .toList();
        Several.each(legs, several -> several.forEach(line -> leg(line, live)));
        rooms(open);
    }

    /// Each leg by itself; but whether the phone of a forwarded call was answered must be known before it is told that
    /// the caller has gone.
    private static Stream<List<Line>> inOrder(OpenCall call) {
        return call.hasUnheardPhone()
                ? Stream.of(call.legs().stream()
                        .sorted(Comparator.comparing(line -> !line.isUnheardPhone()))
                        .toList())
                : call.legs().stream().map(List::of);
    }

    /// Those that are not come first: most likely they are over, and somebody still sees them as running.
    private static boolean isAmong(Line line, Map<String, CallSeen> live) {
        return line.sid() != null && live.containsKey(line.sid());
    }

    /// A leg that Twilio does not list as live is looked up: only then is it known to be over.
    private void leg(Line line, Map<String, CallSeen> live) {
        String sid = line.sid();
        if (sid == null) {
            phones.look(line);
            return;
        }
        CallSeen seen = live.get(sid);
        if (seen == null) {
            moving.look(line, sid, Source.RECONCILIATION);
        } else if (line.isSettled(clock.instant())) {
            moving.end(line, false);
        } else {
            tell(line, sid, seen);
        }
    }

    private void tell(Line line, String sid, CallSeen seen) {
        String word = seen.status();
        LegStatus.of(word == null ? "" : word)
                .filter(status -> status.isAfter(line.status()))
                .ifPresent(status -> findings.tell(
                        Source.RECONCILIATION,
                        line.callId(),
                        line.legId(),
                        DedupeKey.of("seen", sid, status.code()),
                        "leg.seen",
                        new LegReported(line.legId(), sid, status, -1, null, null),
                        Map.of("request", "calls.list", "status", status.code())));
    }

    private void rooms(List<OpenCall> open) {
        Map<String, ConferenceSeen> rooms = twilio.conferences().live().stream()
                .collect(Collectors.toMap(ConferenceSeen::name, room -> room, (a, b) -> a));
        List<OpenCall> unclear = open.stream()
                .filter(call -> !call.over() && call.room() != null && rooms.containsKey(call.room()))
                .filter(Reconciliation::mayBeMissed)
                .toList();
        Several.each(unclear, call -> {
            ConferenceSeen room = rooms.get(call.room());
            if (room != null) {
                seen(call, twilio.sidsIn(room.sid()));
            }
        });
    }

    /// Whether somebody may be in the conference of whom that is not known. Who they could be is always known: a
    /// leg is written down before it is let in.
    private static boolean mayBeMissed(OpenCall call) {
        return call.legs().stream().anyMatch(line -> !line.inRoom());
    }

    private void seen(OpenCall call, Set<String> sids) {
        Set<String> known =
                call.legs().stream().filter(Line::inRoom).map(Line::sid).collect(Collectors.toSet());
        if (!known.containsAll(sids)) {
            findings.tell(
                    Source.RECONCILIATION,
                    call.callId(),
                    null,
                    Ids.next(),
                    "room.seen",
                    new RoomSeen(sids, call.epoch()),
                    Map.of("request", "participants.list", "participants", sids));
        }
    }
}
