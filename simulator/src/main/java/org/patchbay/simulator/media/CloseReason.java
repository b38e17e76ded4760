package org.patchbay.simulator.media;

/// Why a leg is over.
public enum CloseReason {
    /// We closed it.
    LOCAL,
    /// The far end closed its connection in order.
    REMOTE,
    /// The DTLS handshake failed, for instance because the certificate is not the promised one.
    HANDSHAKE_FAILED,
    /// Nothing was heard of the far end for the peer time-out.
    PEER_GONE
}
