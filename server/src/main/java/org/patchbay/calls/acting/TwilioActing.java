package org.patchbay.calls.acting;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.patchbay.calls.acting.Lines.Line;
import org.patchbay.calls.ingest.Acting;
import org.patchbay.calls.ingest.Source;
import org.patchbay.calls.machine.Act;
import org.patchbay.calls.machine.CallEvent.RoomSeen;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.Problem;
import org.patchbay.twilio.TwilioFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// What each act is at Twilio. Acts that only tell the desks something, or that wait, never come here.
@Component
class TwilioActing implements Acting {

    private static final Logger LOG = LoggerFactory.getLogger(TwilioActing.class);

    private final Lines lines;
    private final Ringing ringing;
    private final Moving moving;
    private final TwilioLines twilio;
    private final Findings findings;

    TwilioActing(Lines lines, Ringing ringing, Moving moving, TwilioLines twilio, Findings findings) {
        this.lines = lines;
        this.ringing = ringing;
        this.moving = moving;
        this.twilio = twilio;
        this.findings = findings;
    }

    @Override
    public void act(UUID workspaceId, UUID callId, Act act) {
        try {
            act(callId, act);
        } catch (Problem noAccount) {
            LOG.warn("Nothing can be done at Twilio about a call any more: {}", noAccount.getMessage());
        }
    }

    private void act(UUID callId, Act act) {
        switch (act) {
            case Act.Ring ring -> with(callId, ring.legId(), ringing::ring);
            case Act.Find find -> once(() -> with(callId, find.legId(), this::find));
            case Act.EndLeg end -> with(callId, end.legId(), line -> moving.end(line, end.othersStay()));
            case Act.TurnLeg turn -> with(callId, turn.legId(), line -> moving.turn(line, turn.turn()));
            case Act.AskRoom ask -> once(() -> askRoom(callId, ask.epoch()));
            case Act.Offer offer -> throw notTwilios(act);
            case Act.Claimed claimed -> throw notTwilios(act);
            case Act.Updated updated -> throw notTwilios(act);
            case Act.Ended ended -> throw notTwilios(act);
            case Act.Later later -> throw notTwilios(act);
        }
    }

    private static IllegalArgumentException notTwilios(Act act) {
        return new IllegalArgumentException(act.getClass().getSimpleName() + " is nothing that Twilio does");
    }

    /// A question that Twilio does not answer is asked again by a timer of the machine's, not by us.
    private static void once(Runnable question) {
        try {
            question.run();
        } catch (TwilioFailure unanswered) {
            LOG.info("Twilio was asked about a call, and did not answer: {}", unanswered.getMessage());
        }
    }

    /// What became of a leg: whether it was rung at all, or how it stands.
    private void find(Line line) {
        if (line.sid() == null) {
            ringing.find(line);
        } else {
            moving.look(line, line.sid(), Source.TWILIO);
        }
    }

    private void with(UUID callId, UUID legId, Consumer<Line> work) {
        lines.find(callId, legId).ifPresent(work);
    }

    private void askRoom(UUID callId, int epoch) {
        lines.room(callId).ifPresent(room -> {
            long begun = System.nanoTime();
            Set<String> sids = twilio.sidsIn(room);
            Map<String, Object> data = Findings.request("participants.list", begun, "ok");
            data.put("participants", sids);
            findings.tell(Source.TWILIO, callId, null, Ids.next(), "room.seen", new RoomSeen(sids, epoch), data);
        });
    }
}
