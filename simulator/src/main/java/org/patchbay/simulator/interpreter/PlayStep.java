package org.patchbay.simulator.interpreter;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.calls.Leg;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.sound.LegSound;
import org.patchbay.simulator.sound.Prompt;
import org.patchbay.simulator.twiml.Element;
import org.patchbay.simulator.webhooks.Webhook;
import org.patchbay.simulator.webhooks.WebhookKind;
import org.patchbay.simulator.webhooks.WebhookResult;

/// `<Play>` (<https://www.twilio.com/docs/voice/twiml/play>): a file that is fetched without any of
/// the usual parameters, or keys.
record PlayStep(Element verb) implements PromptStep {

    private static final Set<String> TYPES = Set.of(
            "audio/mpeg",
            "audio/mp3",
            "audio/wav",
            "audio/wave",
            "audio/x-wav",
            "audio/aiff",
            "audio/x-aifc",
            "audio/x-aiff",
            "audio/x-gsm",
            "audio/gsm",
            "audio/ulaw",
            "audio/basic");

    @Override
    public LegSound.Playing start(Interpreter interpreter, Runnable done) {
        String keys = verb.attribute("digits", "");
        if (!keys.isEmpty()) {
            return Loop.play(interpreter.speaker(), new Prompt.Keys(keys), Loop.times(verb), done);
        }
        var url = interpreter.resolve(verb.text());
        if (verb.text().isEmpty() || url.isEmpty()) {
            interpreter.alert(11100, "Play: invalid URL '" + verb.text() + "'");
            done.run();
            return () -> {};
        }
        return new Fetched(interpreter, done).fetch(url.get(), Loop.times(verb));
    }

    /// The file on its way, then being played.
    private static final class Fetched implements LegSound.Playing {
        private final Interpreter interpreter;
        private final Runnable done;
        private boolean stopped;
        private LegSound.@Nullable Playing playing;

        Fetched(Interpreter interpreter, Runnable done) {
            this.interpreter = interpreter;
            this.done = done;
        }

        Fetched fetch(String url, int times) {
            Leg leg = interpreter.leg();
            var webhook =
                    new Webhook(leg.call().accountSid(), leg.call().sid(), WebhookKind.MEDIA, url, "GET", Params.NONE);
            leg.telephony().webhooks().ask(webhook, leg.board().mailbox(), result -> {
                if (!stopped) {
                    fetched(result, times);
                }
            });
            return this;
        }

        private void fetched(WebhookResult result, int times) {
            if (result instanceof WebhookResult.Answered file) {
                String type = file.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
                if (TYPES.contains(type)) {
                    playing = Loop.play(interpreter.speaker(), new Prompt.File(file.body(), type), times, done);
                    return;
                }
                interpreter.alert(13420, "Play: invalid Content-Type '" + type + "'");
            }
            done.run();
        }

        @Override
        public void stop() {
            stopped = true;
            if (playing != null) {
                playing.stop();
            }
        }
    }
}
