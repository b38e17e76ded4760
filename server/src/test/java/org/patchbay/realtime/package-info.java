/// Sockets, numbers and presence, over the real server.
@NullMarked
package org.patchbay.realtime;

import org.jspecify.annotations.NullMarked;
