/// The REST resource of calls.
@NullMarked
package org.patchbay.simulator.calls.web;

import org.jspecify.annotations.NullMarked;
