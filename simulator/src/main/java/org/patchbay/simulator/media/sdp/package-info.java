/// The few lines of SDP that a browser and this server exchange about one audio stream (RFC 8866, RFC 8829).
@NullMarked
package org.patchbay.simulator.media.sdp;

import org.jspecify.annotations.NullMarked;
