package org.patchbay.simulator.media;

import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Finds the leg that a packet belongs to: by the ICE name it says, later by where it comes from.
final class LegDirectory {
    // A browser has a handful of addresses; a far end that shows more than this is playing games.
    private static final int MOST_ADDRESSES_PER_LEG = 32;

    private final Map<String, MediaLeg> byUfrag = new ConcurrentHashMap<>();
    private final Map<InetSocketAddress, MediaLeg> byAddress = new ConcurrentHashMap<>();
    private final Map<MediaLeg, Set<InetSocketAddress>> addresses = new ConcurrentHashMap<>();

    void add(MediaLeg leg, String ufrag) {
        addresses.computeIfAbsent(leg, _ -> ConcurrentHashMap.newKeySet());
        byUfrag.put(ufrag, leg);
    }

    void removeUfrag(String ufrag) {
        byUfrag.remove(ufrag);
    }

    /// Remembers where an authentic check of this leg came from.
    void learn(MediaLeg leg, InetSocketAddress from) {
        Set<InetSocketAddress> known = addresses.get(leg);
        if (known != null && known.size() < MOST_ADDRESSES_PER_LEG && known.add(from)) {
            byAddress.put(from, leg);
        }
    }

    void remove(MediaLeg leg) {
        byUfrag.values().removeIf(leg::equals);
        addresses.remove(leg);
        byAddress.values().removeIf(leg::equals);
    }

    Optional<MediaLeg> byUfrag(String ufrag) {
        return Optional.ofNullable(byUfrag.get(ufrag));
    }

    Optional<MediaLeg> byAddress(InetSocketAddress from) {
        return Optional.ofNullable(byAddress.get(from));
    }

    Collection<MediaLeg> legs() {
        return addresses.keySet();
    }
}
