package org.patchbay.simulator.driving;

import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.rest.Json;

/// A request to drive the simulator that makes no sense; the sentence is for whoever sent it.
public final class ControlError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String sentence;

    public ControlError(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
        this.sentence = sentence;
    }

    Answer answer() {
        return Json.answer(status, Json.object().put("error", sentence));
    }
}
