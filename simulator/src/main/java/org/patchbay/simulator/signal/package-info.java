/// The signalling of Twilio's browser voice SDK (2.18.5): registration, calls and their repair over one
/// WebSocket per tab. It knows no sockets and no clocks of its own, and reaches calls through
/// [CallEngine].
@NullMarked
package org.patchbay.simulator.signal;

import org.jspecify.annotations.NullMarked;
