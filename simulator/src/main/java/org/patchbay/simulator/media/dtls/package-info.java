/// The DTLS handshake that gives a leg its SRTP keys and proves that the far end is the one that signed the SDP.
@NullMarked
package org.patchbay.simulator.media.dtls;

import org.jspecify.annotations.NullMarked;
