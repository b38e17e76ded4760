package org.patchbay.simulator.interpreter;

import java.util.Set;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.webhooks.WebhookKind;

/// What a document is run for, and so what it may contain and what its end means.
public interface Scope {

    /// What requests for documents are called in the inspector.
    WebhookKind kind();

    /// The verbs that may occur; empty means all.
    Set<String> verbs();

    /// Parameters that requests carry besides those of the call.
    default Params params() {
        return Params.NONE;
    }

    /// There are no verbs left.
    void finished(Interpreter interpreter);

    /// A document could not be had or run; it was reported already.
    void failed(Interpreter interpreter);
}
