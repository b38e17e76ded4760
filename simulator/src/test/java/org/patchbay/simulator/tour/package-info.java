/// Every REST operation once, with the official SDK.
@NullMarked
package org.patchbay.simulator.tour;

import org.jspecify.annotations.NullMarked;
