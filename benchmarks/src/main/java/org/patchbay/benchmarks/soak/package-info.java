/// Minutes of ordinary traffic with faults: whether at its end the database says what happened, call by call.
@NullMarked
package org.patchbay.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
