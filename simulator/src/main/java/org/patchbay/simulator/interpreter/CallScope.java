package org.patchbay.simulator.interpreter;

import java.util.Set;
import org.patchbay.simulator.calls.HangUp;
import org.patchbay.simulator.webhooks.WebhookKind;

/// The instructions of a call itself: at their end it is hung up; when they cannot be had the caller
/// hears an apology first (<https://www.twilio.com/docs/api/errors/11200>).
final class CallScope implements Scope {

    static final CallScope INSTANCE = new CallScope();

    private static final PromptStep APOLOGY = new SayStep("We are sorry, an application error has occurred. Goodbye.");

    private CallScope() {}

    @Override
    public WebhookKind kind() {
        return WebhookKind.VOICE;
    }

    @Override
    public Set<String> verbs() {
        return Set.of();
    }

    @Override
    public void finished(Interpreter interpreter) {
        interpreter.leg().end(HangUp.NORMAL);
    }

    @Override
    public void failed(Interpreter interpreter) {
        interpreter.lastWords(APOLOGY);
    }
}
