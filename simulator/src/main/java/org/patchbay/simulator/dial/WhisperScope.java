package org.patchbay.simulator.dial;

import java.util.Set;
import org.patchbay.simulator.calls.HangUp;
import org.patchbay.simulator.interpreter.Interpreter;
import org.patchbay.simulator.interpreter.Scope;
import org.patchbay.simulator.webhooks.WebhookKind;

/// Instructions for a called party before it is connected: when they end, it is; when they cannot be
/// had, it is hung up.
record WhisperScope(Runnable connect) implements Scope {

    @Override
    public WebhookKind kind() {
        return WebhookKind.WHISPER;
    }

    @Override
    public Set<String> verbs() {
        return Set.of("Say", "Play", "Gather", "Pause", "Redirect", "Hangup", "Reject");
    }

    @Override
    public void finished(Interpreter interpreter) {
        connect.run();
    }

    @Override
    public void failed(Interpreter interpreter) {
        interpreter.leg().end(HangUp.NORMAL);
    }
}
