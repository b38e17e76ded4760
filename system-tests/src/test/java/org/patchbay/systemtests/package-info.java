/// The product from outside: as processes, over HTTP and sockets, and in a browser.
@NullMarked
package org.patchbay.systemtests;

import org.jspecify.annotations.NullMarked;
