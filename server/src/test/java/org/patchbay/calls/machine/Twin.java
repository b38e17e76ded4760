package org.patchbay.calls.machine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.patchbay.calls.machine.CallEvent.Beginning;
import org.patchbay.calls.machine.CallEvent.DialRefused;
import org.patchbay.calls.machine.CallEvent.DialUnclear;
import org.patchbay.calls.machine.CallEvent.Dialed;
import org.patchbay.calls.machine.CallEvent.ForwardEnded;
import org.patchbay.calls.machine.CallEvent.LegAnswered;
import org.patchbay.calls.machine.CallEvent.LegGone;
import org.patchbay.calls.machine.CallEvent.LegReported;
import org.patchbay.calls.machine.CallEvent.LegTurned;
import org.patchbay.calls.machine.CallEvent.RoomEnded;
import org.patchbay.calls.machine.CallEvent.RoomJoined;
import org.patchbay.calls.machine.CallEvent.RoomLeft;
import org.patchbay.calls.machine.CallEvent.RoomSeen;

/// A small Twilio around one call: it does what decisions say, and knows who is really on which line. What it is
/// asked by REST it answers truthfully.
abstract class Twin extends World {

    final Map<String, Line> lines = new LinkedHashMap<>();
    private final Set<String> room = new HashSet<>();
    private int rooms;
    private boolean agentWasThere;

    /// Whether a customer has been on the line with one of us, and whether for longer than a moment.
    boolean spoken;

    boolean talked;

    Twin(Beginning beginning, Weather weather, long seed) {
        super(beginning, weather, seed);
    }

    /// From now on nobody is on any line, and Twilio says so only where it is asked.
    void fallSilent() {
        silence();
        lines.values().forEach(line -> over(line, LegStatus.COMPLETED));
    }

    private Duration latency() {
        return Duration.ofMillis(50 + chance.nextInt(900));
    }

    @Override
    void perform(Act act) {
        switch (act) {
            case Act.Later later ->
                ours(
                        Duration.between(clock.now(), later.at()).plusMillis(chance.nextInt(50)),
                        () -> tell(later.event()));
            case Act.Ring ring -> ours(latency(), () -> ring(ring.legId()));
            case Act.Find find -> ours(latency(), () -> tell(found(find.legId())));
            case Act.AskRoom ask -> ours(latency(), () -> tell(new RoomSeen(room, ask.epoch())));
            case Act.EndLeg end ->
                ours(latency(), () -> line(end.legId()).ifPresent(line -> end(line, end.othersStay())));
            case Act.TurnLeg turn -> ours(latency(), () -> turn(turn));
            case Act.Offer offer -> offer.members().forEach(this::ringsOn);
            case Act.Claimed _, Act.Updated _, Act.Ended _ -> {}
        }
    }

    /// A desk rings.
    abstract void ringsOn(UUID memberId);

    Line newLine(String sid, LegKind kind, UUID legId) {
        Line line = new Line(sid, kind, legId);
        lines.put(sid, line);
        return line;
    }

    Line lineOf(String sid) {
        return requireNonNull(lines.get(sid), sid);
    }

    Optional<Line> line(UUID legId) {
        return lines.values().stream().filter(line -> line.legId.equals(legId)).findFirst();
    }

    private CallEvent found(UUID legId) {
        return line(legId).map(this::report).orElseGet(() -> new LegGone(legId));
    }

    CallEvent report(Line line) {
        return new LegReported(line.legId, line.sid, line.status, -1, null, null);
    }

    private void ring(UUID legId) {
        assertThat(line(legId)).as("%s is rung once", legId).isEmpty();
        LegKind kind = last.after().leg(legId).orElseThrow().kind();
        assertThat(kind == LegKind.AGENT || agentWasThere)
                .as("a customer is rung for somebody")
                .isTrue();
        int luck = chance.nextInt(100);
        if (luck < 8) {
            tell(new DialRefused(legId, 21215));
        } else if (luck < 14) {
            tell(new DialUnclear(legId));
        } else {
            Line line = newLine("CA-" + legId, kind, legId);
            CallEvent answer = luck < 20 ? new DialUnclear(legId) : new Dialed(legId, line.sid);
            ours(latency(), () -> tell(answer));
            rings(line, 4);
        }
    }

    /// @param lucky of how many tries one is not picked up
    private void rings(Line line, int lucky) {
        theirs(500, () -> moves(line, LegStatus.RINGING));
        boolean picksUp = chance.nextInt(lucky) != 0;
        LegStatus end =
                List.of(LegStatus.BUSY, LegStatus.NO_ANSWER, LegStatus.FAILED).get(chance.nextInt(3));
        theirs(1000 + chance.nextInt(50_000), () -> {
            if (picksUp && line.isAlive()) {
                picksUp(line);
            } else {
                over(line, end);
            }
        });
        if (isSilent()) {
            over(line, LegStatus.NO_ANSWER);
        }
    }

    private void picksUp(Line line) {
        moves(line, LegStatus.IN_PROGRESS);
        if (line.kind == LegKind.THIRD_PARTY) {
            boolean whisper = last.after().call().terms().whisper();
            boolean taken = !whisper
                    || tell(new LegTurned(line.legId, CallEvent.Turn.TAKEN))
                                    .reply()
                                    .orElseThrow()
                            instanceof Reply.Done;
            spoken |= taken;
            talked |= taken && !last.after().call().isOver();
            theirs(1000 + chance.nextInt(60_000), () -> over(line, LegStatus.COMPLETED));
        } else {
            spoken |= line.kind == LegKind.CUSTOMER;
            follow(line, tell(new LegAnswered(line.legId, line.sid)));
        }
    }

    void follow(Line line, Decision decision) {
        switch (decision.reply().orElseThrow()) {
            case Reply.EnterRoom enter -> {
                line.endsTheRoom = enter.ends();
                theirs(300, () -> enter(line));
            }
            case Reply.Say _ -> theirs(3000, () -> over(line, LegStatus.COMPLETED));
            case Reply.LeaveMessage _ -> theirs(20_000, () -> over(line, LegStatus.COMPLETED));
            case Reply.Over _ -> over(line, LegStatus.COMPLETED);
            case Reply.Reject _ -> over(line, LegStatus.BUSY);
            case Reply.GoOn on -> rings(newLine("CA-" + on.phoneLegId(), LegKind.THIRD_PARTY, on.phoneLegId()), 3);
            case Reply.Yours _, Reply.Taken _, Reply.TooLate _, Reply.NotOffered _, Reply.Done _ ->
                throw new AssertionError("no answer for Twilio: " + decision.reply());
        }
    }

    private void moves(Line line, LegStatus status) {
        if (line.isAlive()) {
            line.status = status;
            callBack(report(line));
        }
    }

    private void enter(Line line) {
        if (line.isAlive()) {
            rooms += room.isEmpty() ? 1 : 0;
            room.add(line.sid);
            agentWasThere |= line.kind == LegKind.AGENT;
            callBack(new RoomJoined("CF-" + rooms, line.sid));
            if (bothAreThere()) {
                spoken = true;
                Line first = lineOf(room.stream().sorted().toList().get(chance.nextInt(room.size())));
                theirs(1000 + chance.nextInt(90_000), () -> over(first, LegStatus.COMPLETED));
                theirs(2000, () -> talked |= bothAreThere());
            }
        }
    }

    private boolean bothAreThere() {
        return room.stream().map(sid -> lineOf(sid).kind).distinct().count() > 1;
    }

    private void end(Line line, boolean othersStay) {
        leave(line, othersStay);
        over(line, line.status == LegStatus.IN_PROGRESS ? LegStatus.COMPLETED : LegStatus.CANCELED);
    }

    void over(Line line, LegStatus end) {
        if (line.isAlive()) {
            moves(line, end);
            leave(line, false);
            if (line.kind == LegKind.THIRD_PARTY) {
                lines.values().stream()
                        .filter(it -> it.kind == LegKind.CUSTOMER && it.isAlive())
                        .findFirst()
                        .filter(_ -> !isSilent())
                        .ifPresent(caller -> follow(caller, tell(new ForwardEnded(end, spoken, line.sid))));
            } else if (line.kind == LegKind.CUSTOMER) {
                lines.values().stream()
                        .filter(it -> it.kind == LegKind.THIRD_PARTY)
                        .toList()
                        .forEach(phone -> over(phone, LegStatus.CANCELED));
            }
        }
    }

    /// Whoever ends the room takes it with them, unless that was changed before. The others have nothing left to do.
    private void leave(Line line, boolean othersStay) {
        if (room.remove(line.sid)) {
            callBack(new RoomLeft("CF-" + rooms, line.sid));
            if ((line.endsTheRoom && !othersStay) || room.isEmpty()) {
                List<String> others = List.copyOf(room);
                room.clear();
                others.forEach(sid -> callBack(new RoomLeft("CF-" + rooms, sid)));
                callBack(new RoomEnded("CF-" + rooms));
                others.forEach(sid -> over(lineOf(sid), LegStatus.COMPLETED));
            }
        }
    }

    private void turn(Act.TurnLeg turn) {
        line(turn.legId()).filter(line -> line.status == LegStatus.IN_PROGRESS).ifPresent(line -> {
            leave(line, false);
            follow(line, tell(new LegTurned(turn.legId(), turn.turn())));
        });
    }
}
