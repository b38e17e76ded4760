/// The server's half of ICE: it answers a browser's connectivity checks and never makes any itself.
@NullMarked
package org.patchbay.simulator.media.ice;

import org.jspecify.annotations.NullMarked;
