package org.patchbay.simulator.signal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// A call that one browser has, or begins to have.
final class SignalCall {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String callSid;
    private final ClientAddress client;
    private Optional<SignalSession> session;
    private Optional<String> temporaryId = Optional.empty();
    private String reconnectToken = newToken();
    private Instant keepUntil = Instant.MAX;

    SignalCall(String callSid, ClientAddress client, SignalSession session) {
        this.callSid = callSid;
        this.client = client;
        this.session = Optional.of(session);
    }

    /// A call that the browser makes itself and knows only by its own identifier so far.
    static SignalCall outgoing(String callSid, ClientAddress client, SignalSession session, String temporaryId) {
        SignalCall call = new SignalCall(callSid, client, session);
        call.temporaryId = Optional.of(temporaryId);
        return call;
    }

    String callSid() {
        return callSid;
    }

    /// By what the browser knows this call: it ignores a CallSid that it was never told.
    String nameAtBrowser() {
        return temporaryId.orElse(callSid);
    }

    /// The browser has been told the CallSid.
    void introduced() {
        temporaryId = Optional.empty();
    }

    String reconnectToken() {
        return reconnectToken;
    }

    /// The socket over which the browser is reached now; empty while it is lost.
    Optional<SignalSession> session() {
        return session;
    }

    boolean belongsTo(SignalSession candidate) {
        return session.filter(candidate::equals).isPresent();
    }

    /// The socket is lost; the browser may come back until `deadline`.
    void lost(Instant deadline) {
        session = Optional.empty();
        keepUntil = deadline;
    }

    boolean givenUpAt(Instant now) {
        return session.isEmpty() && !now.isBefore(keepUntil);
    }

    /// Comes back over another socket.
    ///
    /// @return false when the token is not the newest one of this call, or the client is another
    boolean reconnect(ClientAddress who, String token, SignalSession newSession) {
        if (!client.equals(who) || !reconnectToken.equals(token)) {
            return false;
        }
        session = Optional.of(newSession);
        reconnectToken = newToken();
        keepUntil = Instant.MAX;
        return true;
    }

    private static String newToken() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
