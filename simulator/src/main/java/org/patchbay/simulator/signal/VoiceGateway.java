package org.patchbay.simulator.signal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.patchbay.simulator.signal.CallEngine.OfferedLeg;

/// The far end of every voice SDK: what Twilio runs at `wss://…/signal`. Sockets deliver frames, the
/// engine delivers news of calls, and somebody calls [#tick()] about once a second. Safe to use from any
/// thread; [CallEngine] is called while a lock is held, which is why its methods return at once.
public final class VoiceGateway {
    private final AccessTokenVerifier tokens;
    private final InstantSource clock;
    private final Registrations registrations = new Registrations();
    private final List<SignalSession> sessions = new ArrayList<>();
    private final CallDesk desk;

    /// A socket's end of the gateway.
    public interface Connection {
        /// Takes one text frame.
        void receive(String frame);

        /// The socket is closed, by whomever.
        void closed();
    }

    public VoiceGateway(AccessTokenVerifier.ApiKeys keys, CallEngine engine, InstantSource clock) {
        this.tokens = new AccessTokenVerifier(keys);
        this.clock = clock;
        this.desk = new CallDesk(engine);
    }

    /// Takes a new socket.
    public synchronized Connection connect(SignalSocket socket) {
        SignalSession session = new SignalSession(socket, tokens, registrations, desk, clock);
        sessions.add(session);
        return new Connection() {
            @Override
            public void receive(String frame) {
                synchronized (VoiceGateway.this) {
                    session.receive(frame);
                }
            }

            @Override
            public void closed() {
                synchronized (VoiceGateway.this) {
                    if (sessions.remove(session)) {
                        session.closed();
                    }
                }
            }
        };
    }

    /// Sends heartbeats, ends expired registrations, gives up browsers that did not come back.
    public synchronized void tick() {
        List.copyOf(sessions).forEach(SignalSession::tick);
        desk.giveUp(clock.instant());
    }

    /// Rings every registered browser of a client. The no-answer timer is the engine's.
    ///
    /// @param legs makes the media for one browser; asked once for each
    /// @return how many browsers ring; 0 means that the client is not registered
    public synchronized int invite(IncomingCall call, Supplier<OfferedLeg> legs) {
        return desk.invite(call, registrations.of(call.client()), legs);
    }

    /// An outgoing call rings.
    ///
    /// @param earlyMedia an SDP answer, when the caller is to hear something already
    public synchronized void ringing(String callSid, Optional<String> earlyMedia) {
        desk.ringing(callSid, earlyMedia);
    }

    /// An outgoing call was answered.
    ///
    /// @param sdp the answer, unless it came with [#ringing(String, Optional)]
    public synchronized void answered(String callSid, Optional<String> sdp) {
        desk.answered(callSid, sdp);
    }

    /// Hands the app a message beside its call.
    public synchronized void message(String callSid, String content, String contentType, String voiceEventSid) {
        desk.message(
                new ServerMessage.UserMessage(callSid, content, contentType, "user-defined-message", voiceEventSid));
    }

    /// A call is over: browsers in which it still rings are told to stop, the one that has it to hang up.
    ///
    /// @param error why, when it failed
    public synchronized void end(String callSid, Optional<SignalError> error) {
        desk.end(callSid, error);
    }

    /// Whether any browser of this client would ring.
    public synchronized boolean isRegistered(ClientAddress client) {
        return !registrations.of(client).isEmpty();
    }
}
