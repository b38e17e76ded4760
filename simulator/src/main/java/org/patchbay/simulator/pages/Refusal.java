package org.patchbay.simulator.pages;

import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.rest.Json;

/// A request to the pages' API that cannot be done, with a sentence that a person can act on.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refusal(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    static Refusal badRequest(String sentence) {
        return new Refusal(400, sentence);
    }

    static Refusal notFound(String sentence) {
        return new Refusal(404, sentence);
    }

    static Refusal conflict(String sentence) {
        return new Refusal(409, sentence);
    }

    Answer answer() {
        return Json.answer(status, Json.object().put("message", getMessage()));
    }
}
