package org.patchbay.simulator.driving;

import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.Endpoint;
import org.patchbay.simulator.http.Request;
import org.patchbay.simulator.http.Router;
import org.patchbay.simulator.rest.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// The paths under `/simulator/`. There is no sign-in: whoever reaches the port may drive the
/// simulator. Bodies must be declared as JSON, which a page of another site cannot do unasked.
public final class ControlRoutes {

    public static final String PREFIX = "/simulator/";

    private final Router router = new Router();

    /// Answers an operation, given its body (an empty object when there is none).
    @FunctionalInterface
    public interface Operation {
        /// @throws ControlError for what makes no sense
        Answer run(Request request, ObjectNode body);
    }

    public ControlRoutes get(String pattern, Operation operation) {
        router.get(PREFIX + pattern, endpoint(operation));
        return this;
    }

    public ControlRoutes post(String pattern, Operation operation) {
        router.post(PREFIX + pattern, endpoint(operation));
        return this;
    }

    public ControlRoutes put(String pattern, Operation operation) {
        router.put(PREFIX + pattern, endpoint(operation));
        return this;
    }

    public ControlRoutes delete(String pattern, Operation operation) {
        router.delete(PREFIX + pattern, endpoint(operation));
        return this;
    }

    public Answer handle(Request request) {
        return switch (router.find(request)) {
            case Router.Match.Found found -> found.endpoint().handle(found.request());
            case Router.Match.WrongMethod wrong -> new ControlError(405, "method not allowed").answer();
            case Router.Match.Unknown unknown -> new ControlError(404, "there is no " + request.path()).answer();
        };
    }

    private static Endpoint endpoint(Operation operation) {
        return request -> {
            try {
                return operation.run(request, body(request));
            } catch (ControlError e) {
                return e.answer();
            }
        };
    }

    private static ObjectNode body(Request request) {
        if (request.method().equals("GET")) {
            return Json.object();
        }
        if (!request.header("content-type").orElse("").startsWith("application/json")) {
            throw new ControlError(415, "Content-Type must be application/json");
        }
        if (request.text().isBlank()) {
            return Json.object();
        }
        try {
            if (Json.MAPPER.readTree(request.text()) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new ControlError(400, "the body is not JSON: " + e.getOriginalMessage());
        }
        throw new ControlError(400, "the body must be a JSON object");
    }
}
