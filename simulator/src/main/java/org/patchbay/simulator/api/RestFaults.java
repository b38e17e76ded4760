package org.patchbay.simulator.api;

import java.util.function.Supplier;
import org.patchbay.simulator.http.Answer;

/// What may go wrong on purpose between a client and the REST API.
@FunctionalInterface
public interface RestFaults {

    RestFaults NONE = (request, execute) -> execute.get();

    /// Answers the request: by executing it, instead of executing it, or after executing it and
    /// throwing its answer away. May wait, and may throw
    /// [org.patchbay.simulator.http.ConnectionReset].
    Answer around(RestRequest request, Supplier<Answer> execute);
}
