package org.patchbay.simulator.calls;

import org.patchbay.simulator.http.Params;

/// What happens on an outbound leg once it is answered.
@FunctionalInterface
public interface Program {

    /// @param more what is known by then, e.g. the verdict of machine detection
    void begin(Leg leg, Params more);
}
