package org.patchbay.simulator.signal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.simulator.signal.CallEngine.OfferedLeg;

/// An incoming call while it rings in one or more browsers of the same client. The first answer wins.
final class Invitation {
    private final String callSid;
    private final ClientAddress client;
    private final Map<SignalSession, Ring> ringing = new LinkedHashMap<>();

    /// One browser in which it rings.
    ///
    /// @param leg the media offered to it
    /// @param call what becomes of it if this browser answers first
    record Ring(OfferedLeg leg, SignalCall call) {}

    Invitation(String callSid, ClientAddress client) {
        this.callSid = callSid;
        this.client = client;
    }

    String callSid() {
        return callSid;
    }

    /// Lets it ring in one more browser.
    SignalCall ring(SignalSession session, OfferedLeg leg) {
        SignalCall call = new SignalCall(callSid, client, session);
        ringing.put(session, new Ring(leg, call));
        return call;
    }

    boolean ringsAt(SignalSession session) {
        return ringing.containsKey(session);
    }

    /// Takes one browser out: it answers, or its socket is lost.
    Optional<Ring> take(SignalSession session) {
        return Optional.ofNullable(ringing.remove(session));
    }

    boolean ringsNowhere() {
        return ringing.isEmpty();
    }

    /// Stops ringing in all browsers still in it, and tells them.
    void cancel() {
        List.copyOf(ringing.entrySet()).forEach(entry -> {
            entry.getValue().leg().withdraw();
            entry.getKey().send(new ServerMessage.Cancel(callSid));
        });
        ringing.clear();
    }
}
