package org.patchbay.simulator.queues;

import java.util.Set;
import java.util.function.Supplier;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.interpreter.Interpreter;
import org.patchbay.simulator.interpreter.Scope;
import org.patchbay.simulator.webhooks.WebhookKind;

/// What a waiting call hears; unlike a conference's wait music it is asked for again and again.
///
/// @param again runs when the document is at its end
record QueueScope(Supplier<Params> queueParams, Runnable again) implements Scope {

    @Override
    public WebhookKind kind() {
        return WebhookKind.WAIT;
    }

    @Override
    public Set<String> verbs() {
        return Set.of("Play", "Say", "Pause", "Hangup", "Redirect", "Leave", "Gather");
    }

    @Override
    public Params params() {
        return queueParams.get();
    }

    @Override
    public void finished(Interpreter interpreter) {
        again.run();
    }

    @Override
    public void failed(Interpreter interpreter) {
        // The call waits on, in silence.
    }
}
