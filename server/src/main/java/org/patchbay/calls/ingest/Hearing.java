package org.patchbay.calls.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.ingest.Matter.CallerReported;
import org.patchbay.calls.ingest.Matter.NewCaller;
import org.patchbay.calls.ingest.Matter.RecordingReported;
import org.patchbay.calls.machine.CallEvent;
import org.patchbay.calls.machine.CallEvent.AgentsChanged;
import org.patchbay.calls.machine.CallEvent.CallerCame;
import org.patchbay.calls.machine.CallEvent.Candidates;
import org.patchbay.calls.machine.CallEvent.Decline;
import org.patchbay.calls.machine.CallEvent.LegReported;
import org.patchbay.calls.machine.CallEvent.WrapUpOver;
import org.patchbay.calls.machine.CallMachine;
import org.patchbay.calls.machine.CallState;
import org.patchbay.calls.machine.Decision;
import org.patchbay.calls.machine.Leg;
import org.patchbay.calls.machine.Reply;
import org.patchbay.calls.machine.Stage;
import org.patchbay.kernel.Ids;

/// Hears the things of one batch one after the other, each on what the one before has left. Everything is in
/// memory by now, and is written when all are heard.
final class Hearing {

    /// Within that Twilio has tried a callback again that was not answered.
    private static final Duration LATE = Duration.ofMinutes(1);

    private static final String NOTHING = "{}";

    private final Known known;
    private final Consequences consequences;
    private final Instant now;

    Hearing(Known known, Consequences consequences, Instant now) {
        this.known = known;
        this.consequences = consequences;
        this.now = now;
    }

    Heard hear(Entry entry) {
        Told told = entry.told();
        Optional<CallKey> key = known.callOf(told);
        Optional<CallState> state = key.flatMap(known.calls()::get);
        if (state.isEmpty()) {
            return key.flatMap(call -> begin(told, call))
                    .map(decision -> decided(entry, null, decision))
                    .orElse(Heard.UNKNOWN);
        }
        CallState before = state.get();
        return known.events()
                .answerTo(EventLog.Key.of(CallKey.of(before), told.dedupeKey()))
                .map(answered -> Heard.again(answered.or(() -> anew(told, before)), before))
                .orElseGet(() -> on(entry, before));
    }

    /// What begins a call that is not there yet.
    private Optional<Decision> begin(Told told, CallKey call) {
        return switch (told.matter()) {
            case NewCaller caller
            when known.sids().beginsHere(call) ->
                Optional.of(CallMachine.begin(Beginnings.incoming(call, caller, known.facts()), now));
            case CallerReported report
            when report.mayBegin()
                    && known.sids().beginsHere(call)
                    && known.facts()
                                    .of(Facts.Caller.of(told.workspaceId(), report))
                                    .number()
                            != null ->
                Optional.of(CallMachine.begin(Beginnings.overtaken(call, report, known.facts()), now));
            case Matter.Begun(var placed) ->
                Optional.of(CallMachine.begin(Beginnings.placed(placed, known.facts()), now));
            case NewCaller caller -> Optional.empty();
            case CallerReported report -> Optional.empty();
            case RecordingReported report -> Optional.empty();
            case Matter.Happened happened -> Optional.empty();
            case Matter.Declined declined -> Optional.empty();
            case Matter.Noted noted -> Optional.empty();
        };
    }

    private Heard on(Entry entry, CallState before) {
        return switch (entry.told().matter()) {
            case Matter.Happened(var where, WrapUpOver over) -> {
                consequences.freed(before.call().workspaceId());
                yield happened(entry, before, over);
            }
            case Matter.Happened(var where, var event) -> happened(entry, before, event);
            case Matter.Declined(var where, UUID memberId) ->
                happened(entry, before, new Decline(memberId, candidates(before)));
            case NewCaller caller -> happened(entry, before, new CallerCame(caller.sid()));
            case CallerReported report -> happened(entry, before, reported(report));
            case Matter.Begun begun -> Heard.again(Optional.empty(), before);
            case Matter.Noted noted -> decided(entry, before, nothing(before));
            case RecordingReported report -> {
                recorded(entry, before, report);
                yield decided(entry, before, nothing(before));
            }
        };
    }

    /// Somebody who wants TwiML says what was said before by somebody who did not: they are told what is answered
    /// by now, and nothing else comes of it.
    private Optional<String> anew(Told told, CallState state) {
        Optional<CallEvent> event = switch (told.matter()) {
            case Matter.Happened(var where, var happened) -> Optional.of(happened);
            case NewCaller caller -> Optional.of(new CallerCame(caller.sid()));
            default -> Optional.empty();
        };
        return event.filter(asked -> told.twiml() != null)
                .map(asked -> CallMachine.decide(state, asked, now))
                .flatMap(decision -> decision.reply().flatMap(reply -> render(told, reply, decision.after())));
    }

    private static LegReported reported(CallerReported report) {
        return new LegReported(
                null, report.sid(), report.status(), report.sequence(), report.durationSeconds(), report.sipCode());
    }

    /// Desks that are told of a new recording read its address there.
    private void recorded(Entry entry, CallState state, RecordingReported report) {
        CallKey call = CallKey.of(state);
        Recording ready = known.recordings().report(call, entry.told().legId(), report, now);
        WriteUp before = known.calls().writeUp(call);
        WriteUp after = before.recorded(
                known.recordings().isPaused(call), known.recordings().urlOf(call));
        known.calls().put(call, after);
        if (ready != null) {
            consequences.ready(ready, now);
        } else if (!after.with(state.call()).equals(before.with(state.call()))) {
            consequences.shown(state, after, now);
        }
    }

    private static Decision nothing(CallState state) {
        return new Decision(state, Optional.empty(), List.of());
    }

    private Heard happened(Entry entry, CallState before, CallEvent event) {
        return decided(entry, before, CallMachine.decide(before, event, since(entry.told()), now));
    }

    /// A webhook says to the second when it happened, and may come late; what is older is not believed to be that old.
    private Instant since(Told told) {
        boolean late = told.source() == Source.WEBHOOK && told.occurredAt().isAfter(now.minus(LATE));
        return late ? told.occurredAt() : now;
    }

    private Heard decided(Entry entry, @Nullable CallState before, Decision decision) {
        keep(before, decision);
        Optional<String> twiml = decision.reply().flatMap(reply -> render(entry.told(), reply, decision.after()));
        known.events().add(row(entry, before, decision, twiml.orElse(null)));
        return Heard.of(decision.reply(), twiml, decision.after());
    }

    private static Optional<String> render(Told told, Reply reply, CallState after) {
        return Optional.ofNullable(told.twiml()).map(renderer -> renderer.apply(new RenderRequest(reply, after)));
    }

    private void keep(@Nullable CallState before, Decision decision) {
        CallState after = decision.after();
        known.calls().put(after);
        known.sids().learn(after);
        known.facts().changed(after);
        if (before == null) {
            known.calls().begun(CallKey.of(after), known.facts().contactNameOf(after.call()));
        }
        consequences.follow(decision, known.calls().writeUp(CallKey.of(after)), now);
        UUID held = before == null ? null : Facts.holder(before);
        if (held != null && !held.equals(Facts.holder(after))) {
            consequences.freed(after.call().workspaceId());
        }
    }

    private EventLog.Row row(Entry entry, @Nullable CallState before, Decision decision, @Nullable String twiml) {
        Told told = entry.told();
        CallState after = decision.after();
        String sid = told.matter().knownBySid();
        UUID legId = told.legId() != null || sid == null
                ? told.legId()
                : after.legOf(sid).map(Leg::id).orElse(null);
        return new EventLog.Row(
                told.workspaceId(),
                after.call().id(),
                told.dedupeKey(),
                entry.id(),
                legId,
                told.type(),
                entry.data(),
                told.source().code(),
                told.occurredAt(),
                now,
                twiml,
                Decided.words(before, decision));
    }

    /// Tells every call that rings in a workspace who may take it by now. Only what changes something is kept.
    void agentsChanged(UUID workspaceId) {
        for (CallState before : known.calls().inOrder()) {
            boolean rings = before.call().stage() == Stage.OFFERED;
            if (rings && before.call().workspaceId().equals(workspaceId)) {
                AgentsChanged changed = new AgentsChanged(candidates(before));
                Decision decision = CallMachine.decide(before, changed, now);
                if (!decision.acts().isEmpty() || !decision.after().equals(before)) {
                    keep(before, decision);
                    known.events().add(agentsRow(before, decision));
                }
            }
        }
    }

    private Candidates candidates(CallState state) {
        return known.facts()
                .candidates(state.call().workspaceId(), state.call().parties().numberId());
    }

    private EventLog.Row agentsRow(CallState before, Decision decision) {
        UUID id = Ids.next();
        return new EventLog.Row(
                before.call().workspaceId(),
                before.call().id(),
                id,
                id,
                null,
                "agents-changed",
                NOTHING,
                Source.MEMBER.code(),
                now,
                now,
                null,
                Decided.words(before, decision));
    }
}
