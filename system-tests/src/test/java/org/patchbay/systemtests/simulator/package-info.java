/// The simulator from outside: its process, its pages in a browser.
@NullMarked
package org.patchbay.systemtests.simulator;

import org.jspecify.annotations.NullMarked;
