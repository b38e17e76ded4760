package org.patchbay.simulator.rest;

import org.patchbay.simulator.http.Answer;

/// A request that Twilio refuses, with Twilio's code. Clients should branch on the code; where no
/// source for the HTTP status exists it is 400.
public final class RestError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    public RestError(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    public static RestError badRequest(int code, String message) {
        return new RestError(400, code, message);
    }

    public static RestError notFound(String path) {
        return new RestError(404, 20404, "The requested resource " + path + " was not found");
    }

    public static RestError unauthorized() {
        return new RestError(401, 20003, "Authenticate");
    }

    public int code() {
        return code;
    }

    public int status() {
        return status;
    }

    public Answer answer() {
        var body = Json.object()
                .put("code", code)
                .put("message", getMessage())
                .put("more_info", "https://www.twilio.com/docs/errors/" + code)
                .put("status", status);
        Answer answer = Json.answer(status, body);
        return status == 401 ? answer.with("WWW-Authenticate", "Basic realm=\"Twilio API\"") : answer;
    }
}
