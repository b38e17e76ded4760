package org.patchbay.calls.acting;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.patchbay.calls.acting.Lines.Line;
import org.patchbay.calls.ingest.DedupeKey;
import org.patchbay.calls.ingest.Source;
import org.patchbay.calls.machine.CallEvent;
import org.patchbay.calls.machine.CallEvent.LegGone;
import org.patchbay.calls.machine.CallEvent.LegReported;
import org.patchbay.calls.machine.LegStatus;
import org.patchbay.calls.voice.CallIds;
import org.patchbay.calls.voice.Turns;
import org.patchbay.kernel.Ids;
import org.patchbay.twilio.AccountConferences.ConferenceSeen;
import org.patchbay.twilio.CallSeen;
import org.patchbay.twilio.Change;
import org.springframework.stereotype.Component;

/// Ends legs, and sends them elsewhere. What Twilio says is over is told as over: its callback may be lost.
@Component
class Moving {

    private final TwilioLines twilio;
    private final Findings findings;

    Moving(TwilioLines twilio, Findings findings) {
        this.twilio = twilio;
        this.findings = findings;
    }

    /// @param othersStay whether the conference goes on without it: legs are let in so that their leaving ends it
    void end(Line line, boolean othersStay) {
        String sid = line.sid();
        if (sid == null || line.over()) {
            return;
        }
        long begun = System.nanoTime();
        if (othersStay && line.room() != null) {
            Optional<ConferenceSeen> room = twilio.conferences().find(line.room());
            room.ifPresent(found -> twilio.conferences().endOnExit(found.sid(), sid, false));
        }
        Change change = twilio.calls().hangUp(sid);
        note(line, "leg.hang-up", begun, "calls.update", change);
        if (change == Change.OVER) {
            look(line, sid, Source.TWILIO);
        }
    }

    void turn(Line line, CallEvent.Turn turn) {
        String sid = line.sid();
        if (sid == null || line.over()) {
            return;
        }
        long begun = System.nanoTime();
        String word = switch (turn) {
            case UNANSWERED -> Turns.UNANSWERED;
            case TOLD -> Turns.TOLD;
            case TAKEN -> throw new IllegalArgumentException("nobody is sent there");
        };
        Change change =
                twilio.calls().redirect(sid, twilio.urls().voiceAnswer(CallIds.of(line.callId(), line.legId(), word)));
        note(line, "leg.redirect", begun, "calls.update", change);
        if (change == Change.OVER) {
            look(line, sid, Source.TWILIO);
        }
    }

    private void note(Line line, String type, long begun, String operation, Change change) {
        findings.note(
                line.callId(),
                line.legId(),
                Ids.next(),
                type,
                Findings.request(operation, begun, change.name().toLowerCase(Locale.ROOT)));
    }

    /// How a leg stands by now: also one that is not over is told, should its callbacks have been lost.
    void look(Line line, String sid, Source source) {
        twilio.calls().find(sid).ifPresentOrElse(seen -> tell(line, seen, source), () -> unknown(line, sid, source));
    }

    /// Nothing is told for a word that Twilio has not documented.
    void tell(Line line, CallSeen seen, Source source) {
        LegStatus.of(seen.status() == null ? "" : seen.status())
                .ifPresent(status -> tell(
                        line,
                        seen.sid(),
                        status.code(),
                        new LegReported(
                                line.legId(), seen.sid(), status, -1, seen.durationSeconds(), null, seen.ended()),
                        source));
    }

    private void unknown(Line line, String sid, Source source) {
        tell(line, sid, "unknown", new LegGone(line.legId()), source);
    }

    private void tell(Line line, String sid, String word, CallEvent event, Source source) {
        findings.tell(
                source,
                line.callId(),
                line.legId(),
                DedupeKey.of("seen", sid, word),
                "leg.seen",
                event,
                Map.of("request", "calls.fetch", "status", word));
    }
}
