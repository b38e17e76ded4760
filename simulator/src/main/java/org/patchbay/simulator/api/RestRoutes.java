package org.patchbay.simulator.api;

import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.Request;
import org.patchbay.simulator.http.Router;
import org.patchbay.simulator.rest.RestError;

/// Where REST resources put their operations. Patterns are written as in Twilio's OpenAPI documents.
public final class RestRoutes {

    private final Router router = new Router();
    private final RestGate gate;

    public RestRoutes(RestGate gate) {
        this.gate = gate;
    }

    public RestRoutes get(String pattern, RestEndpoint endpoint) {
        router.get(pattern, request -> gate.pass(request, pattern, endpoint));
        return this;
    }

    public RestRoutes post(String pattern, RestEndpoint endpoint) {
        router.post(pattern, request -> gate.pass(request, pattern, endpoint));
        return this;
    }

    public RestRoutes delete(String pattern, RestEndpoint endpoint) {
        router.delete(pattern, request -> gate.pass(request, pattern, endpoint));
        return this;
    }

    /// Answers a request, with Twilio's error body for what is unknown.
    public Answer handle(Request request) {
        return switch (router.find(request)) {
            case Router.Match.Found found -> found.endpoint().handle(found.request());
            case Router.Match.WrongMethod wrong ->
                gate.refuse(request, new RestError(405, 20004, "Method not allowed: " + request.method()));
            case Router.Match.Unknown unknown -> gate.refuse(request, RestError.notFound(request.path()));
        };
    }
}
