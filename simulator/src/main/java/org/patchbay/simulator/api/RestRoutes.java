package org.patchbay.simulator.api;

import java.util.ArrayList;
import java.util.List;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.Request;
import org.patchbay.simulator.http.Router;
import org.patchbay.simulator.rest.RestError;

/// Where REST resources put their operations. Patterns are written as in Twilio's OpenAPI documents.
public final class RestRoutes {

    private final Router router = new Router();
    private final List<String> operations = new ArrayList<>();
    private final RestGate gate;

    public RestRoutes(RestGate gate) {
        this.gate = gate;
    }

    public RestRoutes get(String pattern, RestEndpoint endpoint) {
        operations.add("GET " + pattern);
        router.get(pattern, request -> gate.pass(request, pattern, endpoint));
        return this;
    }

    public RestRoutes post(String pattern, RestEndpoint endpoint) {
        operations.add("POST " + pattern);
        router.post(pattern, request -> gate.pass(request, pattern, endpoint));
        return this;
    }

    public RestRoutes delete(String pattern, RestEndpoint endpoint) {
        operations.add("DELETE " + pattern);
        router.delete(pattern, request -> gate.pass(request, pattern, endpoint));
        return this;
    }

    /// Everything there is, e.g. `GET /2010-04-01/Accounts.json`, in the order in which it was put here.
    public List<String> operations() {
        return List.copyOf(operations);
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
