package org.patchbay.simulator.calls.web;

import java.util.function.Consumer;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.calls.Leg;

/// What else a new call is to get, e.g. a recording; sees the leg before anything happens to it.
@FunctionalInterface
public interface CallExtras {
    Consumer<Leg> of(RestRequest request);
}
