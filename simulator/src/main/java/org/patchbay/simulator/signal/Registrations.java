package org.patchbay.simulator.signal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which sockets want the calls of which client. Twilio keeps ten per identity; the eleventh pushes out
/// the oldest (https://www.twilio.com/docs/voice/twiml/client).
final class Registrations {
    static final int MOST_PER_CLIENT = 10;

    private final Map<ClientAddress, Deque<SignalSession>> sessions = new HashMap<>();

    /// Adds a session; adding it again changes nothing.
    ///
    /// @return the one that had to go for it
    Optional<SignalSession> add(ClientAddress client, SignalSession session) {
        Deque<SignalSession> registered = sessions.computeIfAbsent(client, _ -> new ArrayDeque<>());
        if (registered.contains(session)) {
            return Optional.empty();
        }
        registered.addLast(session);
        return registered.size() > MOST_PER_CLIENT ? Optional.of(registered.removeFirst()) : Optional.empty();
    }

    void remove(ClientAddress client, SignalSession session) {
        Deque<SignalSession> registered = sessions.get(client);
        if (registered != null && registered.remove(session) && registered.isEmpty()) {
            sessions.remove(client);
        }
    }

    /// Everybody who is to ring, the longest registered first.
    List<SignalSession> of(ClientAddress client) {
        return List.copyOf(sessions.getOrDefault(client, new ArrayDeque<>()));
    }
}
