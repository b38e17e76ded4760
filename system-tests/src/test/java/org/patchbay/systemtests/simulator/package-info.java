/// The simulator from outside: official SDKs of other languages against it, its pages in a browser.
@NullMarked
package org.patchbay.systemtests.simulator;

import org.jspecify.annotations.NullMarked;
