/// Encryption, authentication and replay protection of RTP and RTCP packets (RFC 3711).
@NullMarked
package org.patchbay.simulator.media.srtp;

import org.jspecify.annotations.NullMarked;
