package org.patchbay.simulator.api;

import org.patchbay.simulator.http.Answer;

/// Answers one operation of Twilio's REST API, or throws [org.patchbay.simulator.rest.RestError].
@FunctionalInterface
public interface RestEndpoint {
    Answer handle(RestRequest request);
}
