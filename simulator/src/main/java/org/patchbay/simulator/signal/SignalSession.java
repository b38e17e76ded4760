package org.patchbay.simulator.signal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.patchbay.simulator.signal.AccessTokenVerifier.Verdict;

/// One socket of one browser tab: who it is, and what it says.
final class SignalSession {
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private final SignalSocket socket;
    private final AccessTokenVerifier tokens;
    private final Registrations registrations;
    private final CallDesk desk;
    private final InstantSource clock;
    /// CallSids by the SDK's temporary identifiers.
    private final Map<String, String> temporaryIds = new HashMap<>();

    private Optional<AccessGrant> grant = Optional.empty();
    private Duration patience = Duration.ZERO;
    private Instant nextHeartbeat;

    SignalSession(
            SignalSocket socket,
            AccessTokenVerifier tokens,
            Registrations registrations,
            CallDesk desk,
            InstantSource clock) {
        this.socket = socket;
        this.tokens = tokens;
        this.registrations = registrations;
        this.desk = desk;
        this.clock = clock;
        this.nextHeartbeat = clock.instant().plus(HEARTBEAT);
    }

    void send(ServerMessage message) {
        socket.send(ServerMessageWriter.write(message));
    }

    void receive(String frame) {
        switch (ClientMessageReader.read(frame)) {
            case ClientMessage.Listen listen -> listen(listen);
            case ClientMessage.Register(boolean audio) -> register(audio);
            case ClientMessage.Invite invite -> invite(invite);
            case ClientMessage.Reconnect(String callId, String sdp, String token) ->
                current(callId).ifPresent(who -> desk.reconnect(this, who.client(), callId, token));
            case ClientMessage.Answer(String callId, String sdp) -> desk.answer(this, callId, sdp);
            case ClientMessage.Reject(String callId) -> desk.reject(this, callId);
            case ClientMessage.Hangup(String callId) -> desk.hangUp(this, callSid(callId));
            case ClientMessage.Dtmf(String callId, String digits) -> desk.digits(this, callSid(callId), digits);
            case ClientMessage.Reinvite(String callId, String sdp) -> desk.restartIce(this, callSid(callId), sdp);
            case ClientMessage.UserMessage message -> desk.message(this, callSid(message.callId()), message);
            case ClientMessage.Malformed(String why, Optional<String> callId) ->
                send(new ServerMessage.DeviceError(SignalError.malformed(why)));
            case ClientMessage.Heartbeat() -> {}
            case ClientMessage.Unknown(String type) -> {}
        }
    }

    /// The socket is closed.
    void closed() {
        grant.ifPresent(known -> registrations.remove(known.client(), this));
        desk.lost(this, patience, clock.instant());
    }

    /// Time has passed: heartbeats, and the end of a token's life.
    void tick() {
        Instant now = clock.instant();
        if (!now.isBefore(nextHeartbeat)) {
            nextHeartbeat = now.plus(HEARTBEAT);
            send(new ServerMessage.Heartbeat());
        }
        if (grant.filter(known -> known.expiredAt(now)).isPresent()) {
            expire();
        }
    }

    /// Another browser of the same client took this one's place.
    void evicted() {
        send(new ServerMessage.Offline());
    }

    private void listen(ClientMessage.Listen listen) {
        Instant now = clock.instant();
        switch (tokens.verify(listen.token(), now)) {
            case Verdict.Refused(SignalError error) -> send(new ServerMessage.DeviceError(error));
            case Verdict.Granted(AccessGrant fresh) -> {
                boolean another = grant.filter(known -> !known.client().equals(fresh.client()))
                        .isPresent();
                if (another) {
                    grant.ifPresent(known -> registrations.remove(known.client(), this));
                }
                grant = Optional.of(fresh);
                patience = listen.reconnectTimeout();
                long ttl = Duration.between(now, fresh.expires()).toSeconds();
                send(new ServerMessage.Connected(
                        fresh.client().identity(), fresh.client().accountSid(), ttl));
            }
        }
    }

    private void register(boolean audio) {
        if (grant.isEmpty()) {
            send(new ServerMessage.DeviceError(SignalError.forbidden("Say listen with an access token first")));
        } else if (!audio) {
            registrations.remove(grant.get().client(), this);
            send(new ServerMessage.Offline());
        } else if (!grant.get().incomingAllowed()) {
            send(new ServerMessage.DeviceError(
                    SignalError.forbidden("The access token does not allow incoming calls")));
        } else {
            registrations.add(grant.get().client(), this).ifPresent(SignalSession::evicted);
            send(new ServerMessage.Ready());
        }
    }

    private void invite(ClientMessage.Invite invite) {
        current(invite.callId()).ifPresent(who -> {
            if (who.applicationSid().isEmpty()) {
                refuse(invite.callId(), SignalError.forbidden("The access token does not allow outgoing calls"));
                return;
            }
            try {
                String callSid = desk.dial(this, who, invite);
                temporaryIds.put(invite.callId(), callSid);
            } catch (IllegalArgumentException e) {
                refuse(invite.callId(), SignalError.general(String.valueOf(e.getMessage())));
            }
        });
    }

    /// Who this is; when that is not known, the call is refused.
    private Optional<AccessGrant> current(String callId) {
        if (grant.isEmpty()) {
            refuse(callId, SignalError.forbidden("Say listen with an access token first"));
        }
        return grant;
    }

    private void refuse(String callId, SignalError error) {
        send(new ServerMessage.Hangup(callId, Optional.of(error)));
    }

    /// Calls go on with an expired token; new ones do not begin, and none come in.
    private void expire() {
        grant.ifPresent(known -> registrations.remove(known.client(), this));
        grant = Optional.empty();
        send(new ServerMessage.DeviceError(SignalError.tokenExpired()));
    }

    private String callSid(String callId) {
        return temporaryIds.getOrDefault(callId, callId);
    }
}
