package org.patchbay.simulator.media;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/// Settings of the media server.
///
/// @param addresses where browsers can reach us, best first; each gets its own socket and is advertised
/// @param port the one UDP port of all calls; 0 takes a free one
/// @param peerTimeout how long a far end may be silent before its leg is closed
public record MediaConfig(List<InetAddress> addresses, int port, Duration peerTimeout) {
    /// The port of `--media-port`, unless set.
    public static final int DEFAULT_PORT = 8091;

    private static final Duration DEFAULT_PEER_TIMEOUT = Duration.ofSeconds(30);

    public MediaConfig {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("the media server needs at least one address (--media-address)");
        }
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("the media port must be between 0 and 65535");
        }
    }

    /// Reachable from this machine only.
    public static MediaConfig loopback(int port) {
        return new MediaConfig(List.of(InetAddress.getLoopbackAddress()), port, DEFAULT_PEER_TIMEOUT);
    }

    /// The given addresses first and loopback last.
    ///
    /// @param addresses as set with `--media-address`; empty takes all private addresses of this machine,
    ///     because Firefox ignores loopback candidates
    public static MediaConfig of(List<InetAddress> addresses, int port) {
        List<InetAddress> chosen = addresses.isEmpty() ? LocalAddresses.siteLocal() : addresses;
        return new MediaConfig(LocalAddresses.withLoopbackLast(chosen), port, DEFAULT_PEER_TIMEOUT);
    }
}
