package org.patchbay.simulator.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.patchbay.simulator.signal.CallEngine.OfferedLeg;

/// The calls of all browsers, from ringing to hang-up, across lost and new sockets.
final class CallDesk {
    // Even an app that asked for no patience gets this much: a reload of the socket takes 150 ms.
    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(5);

    private final CallEngine engine;
    private final Map<String, Invitation> invitations = new HashMap<>();
    private final Map<String, SignalCall> calls = new HashMap<>();

    CallDesk(CallEngine engine) {
        this.engine = engine;
    }

    // ---- what browsers do ----

    /// @return the CallSid of the new call
    String dial(SignalSession session, AccessGrant grant, ClientMessage.Invite invite) {
        Map<String, String> all = new HashMap<>(grant.outgoingParams());
        all.putAll(invite.params());
        String callSid = engine.dial(grant, invite.sdp(), all);
        calls.put(callSid, SignalCall.outgoing(callSid, grant.client(), session, invite.callId()));
        return callSid;
    }

    void answer(SignalSession session, String callSid, String sdp) {
        Invitation invitation = invitations.get(callSid);
        Optional<Invitation.Ring> ring = invitation == null ? Optional.empty() : invitation.take(session);
        if (invitation == null || ring.isEmpty()) {
            // Somebody else was quicker, or the caller has gone.
            session.send(new ServerMessage.Hangup(callSid, Optional.empty()));
            return;
        }
        OfferedLeg leg = ring.get().leg();
        try {
            leg.accept(sdp);
        } catch (IllegalArgumentException e) {
            leg.withdraw();
            session.send(new ServerMessage.Hangup(
                    callSid, Optional.of(SignalError.general(String.valueOf(e.getMessage())))));
            rejectIfNobodyIsLeft(invitation);
            return;
        }
        invitations.remove(callSid);
        invitation.cancel();
        calls.put(callSid, ring.get().call());
        engine.accepted(callSid, leg);
    }

    /// Twilio ends the whole invitation when one of several browsers refuses.
    void reject(SignalSession session, String callSid) {
        Invitation invitation = invitations.get(callSid);
        if (invitation != null && invitation.ringsAt(session)) {
            invitation.take(session).ifPresent(ring -> ring.leg().withdraw());
            invitations.remove(callSid);
            invitation.cancel();
            engine.rejected(callSid);
        }
    }

    void hangUp(SignalSession session, String callSid) {
        if (owns(session, callSid)) {
            calls.remove(callSid);
            engine.hungUp(callSid);
        } else {
            // Accepted a moment ago from the app's view, still ringing from ours.
            reject(session, callSid);
        }
    }

    void digits(SignalSession session, String callSid, String digits) {
        if (owns(session, callSid)) {
            engine.digits(callSid, digits);
        }
    }

    void message(SignalSession session, String callSid, ClientMessage.UserMessage message) {
        if (owns(session, callSid)) {
            engine.message(callSid, message.content(), message.contentType());
            session.send(new ServerMessage.Ack(callSid, message.voiceEventSid()));
        }
    }

    void restartIce(SignalSession session, String callSid, String sdp) {
        SignalCall call = calls.get(callSid);
        if (call == null || !call.belongsTo(session)) {
            session.send(new ServerMessage.Hangup(callSid, Optional.of(SignalError.callGone())));
            return;
        }
        try {
            String answer = engine.restartIce(callSid, sdp);
            session.send(new ServerMessage.Answer(callSid, Optional.of(answer), call.reconnectToken()));
        } catch (IllegalArgumentException e) {
            session.send(new ServerMessage.DeviceError(SignalError.general(String.valueOf(e.getMessage()))));
        }
    }

    void reconnect(SignalSession session, ClientAddress who, String callSid, String token) {
        SignalCall call = calls.get(callSid);
        if (call == null || !call.reconnect(who, token, session)) {
            session.send(new ServerMessage.Hangup(callSid, Optional.of(SignalError.callGone())));
        } else {
            session.send(new ServerMessage.Answer(callSid, Optional.empty(), call.reconnectToken()));
        }
    }

    /// The socket is gone without a word: live calls wait for its return, ringing ends there.
    void lost(SignalSession session, Duration patience, Instant now) {
        Duration wait = patience.compareTo(LEAST_PATIENCE) > 0 ? patience : LEAST_PATIENCE;
        calls.values().stream().filter(call -> call.belongsTo(session)).forEach(call -> call.lost(now.plus(wait)));
        for (Invitation invitation : List.copyOf(invitations.values())) {
            invitation.take(session).ifPresent(ring -> {
                ring.leg().withdraw();
                rejectIfNobodyIsLeft(invitation);
            });
        }
    }

    /// Ends the calls whose browsers did not come back in time.
    void giveUp(Instant now) {
        List<SignalCall> gone =
                calls.values().stream().filter(call -> call.givenUpAt(now)).toList();
        gone.forEach(call -> {
            calls.remove(call.callSid());
            engine.hungUp(call.callSid());
        });
    }

    // ---- what the engine does ----

    /// @return how many browsers ring
    int invite(IncomingCall incoming, List<SignalSession> sessions, Supplier<OfferedLeg> legs) {
        Invitation invitation = new Invitation(incoming.callSid(), incoming.client());
        for (SignalSession session : sessions) {
            OfferedLeg leg = legs.get();
            SignalCall call = invitation.ring(session, leg);
            session.send(new ServerMessage.Invite(
                    incoming.callSid(),
                    leg.offer(),
                    incoming.parameters(),
                    incoming.customParameters(),
                    call.reconnectToken()));
        }
        if (!sessions.isEmpty()) {
            invitations.put(incoming.callSid(), invitation);
        }
        return sessions.size();
    }

    void ringing(String callSid, Optional<String> sdp) {
        tell(callSid, new ServerMessage.Ringing(callSid, sdp));
    }

    void answered(String callSid, Optional<String> sdp) {
        SignalCall call = calls.get(callSid);
        if (call != null) {
            tell(callSid, new ServerMessage.Answer(callSid, sdp, call.reconnectToken()));
        }
    }

    void message(ServerMessage.UserMessage message) {
        tell(message.callSid(), message);
    }

    void end(String callSid, Optional<SignalError> error) {
        Invitation invitation = invitations.remove(callSid);
        if (invitation != null) {
            invitation.cancel();
        }
        SignalCall call = calls.remove(callSid);
        if (call != null) {
            call.session().ifPresent(session -> session.send(new ServerMessage.Hangup(call.nameAtBrowser(), error)));
        }
    }

    /// Tells the browser that has this call something that names it by its CallSid.
    private void tell(String callSid, ServerMessage message) {
        SignalCall call = calls.get(callSid);
        if (call != null) {
            call.introduced();
            call.session().ifPresent(session -> session.send(message));
        }
    }

    private void rejectIfNobodyIsLeft(Invitation invitation) {
        if (invitation.ringsNowhere()) {
            invitations.remove(invitation.callSid());
            engine.rejected(invitation.callSid());
        }
    }

    private boolean owns(SignalSession session, String callSid) {
        SignalCall call = calls.get(callSid);
        return call != null && call.belongsTo(session);
    }
}
