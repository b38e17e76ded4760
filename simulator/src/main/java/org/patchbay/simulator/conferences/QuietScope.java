package org.patchbay.simulator.conferences;

import java.util.Set;
import org.patchbay.simulator.interpreter.Interpreter;
import org.patchbay.simulator.interpreter.Scope;
import org.patchbay.simulator.webhooks.WebhookKind;

/// A document that is only heard: wait music, hold music, an announcement. A conference's wait music
/// is not repeated: after its last verb there is silence.
///
/// @param whenFinished runs when all was heard
/// @param whenFailed runs when it could not be had
record QuietScope(WebhookKind kind, Runnable whenFinished, Runnable whenFailed) implements Scope {

    @Override
    public Set<String> verbs() {
        return Set.of("Play", "Say", "Pause", "Redirect");
    }

    @Override
    public void finished(Interpreter interpreter) {
        whenFinished.run();
    }

    @Override
    public void failed(Interpreter interpreter) {
        whenFailed.run();
    }
}
