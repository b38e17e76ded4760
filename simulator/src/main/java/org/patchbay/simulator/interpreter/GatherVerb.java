package org.patchbay.simulator.interpreter;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.calls.CallParams;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.time.SimulatorClock;
import org.patchbay.simulator.twiml.Element;
import org.patchbay.simulator.webhooks.Webhook;
import org.patchbay.simulator.webhooks.WebhookKind;

/// `<Gather>`: prompts, and meanwhile waits for keys, speech, or whichever comes first.
final class GatherVerb implements VerbRun {

    private static final Duration AUTO_SPEECH_TIMEOUT = Duration.ofSeconds(1);

    private final Interpreter interpreter;
    private final Element verb;
    private final GatherRules rules;
    private final List<String> inputs;
    private final Duration timeout;
    private final PromptSequence prompts;
    private String digits = "";
    private String words = "";
    private int partials;
    private SimulatorClock.@Nullable Timer timer;
    private boolean over;

    GatherVerb(Interpreter interpreter, Element verb) {
        this.interpreter = interpreter;
        this.verb = verb;
        this.rules = new GatherRules(verb.attribute("finishOnKey", "#"), verb.number("numDigits", 0, 1, 1_000));
        this.inputs = verb.words("input").isEmpty() ? List.of("dtmf") : verb.words("input");
        this.timeout = Duration.ofSeconds(verb.number("timeout", 5, 0, 3_600));
        this.prompts = new PromptSequence(interpreter, verb.children(), this::listen);
    }

    @Override
    public void begin() {
        prompts.start();
    }

    private void listen() {
        wait(timeout);
    }

    @Override
    public void digit(char key) {
        if (over || !inputs.contains("dtmf") || !words.isEmpty()) {
            return;
        }
        prompts.stop();
        switch (rules.key(digits, key)) {
            case GatherRules.Decision.More more -> {
                digits = more.digits();
                wait(timeout);
            }
            case GatherRules.Decision.Enough enough -> {
                digits = enough.digits();
                finish(enough.finishedOnKey());
            }
        }
    }

    @Override
    public void speech(String said) {
        if (over || !inputs.contains("speech") || !digits.isEmpty() || said.isBlank()) {
            return;
        }
        if (verb.flag("bargeIn", true)) {
            prompts.stop();
        }
        words = words.isEmpty() ? said : words + " " + said;
        tellPartialResult();
        wait(speechTimeout());
    }

    private Duration speechTimeout() {
        return verb.attribute("speechTimeout", "").equals("auto")
                ? AUTO_SPEECH_TIMEOUT
                : Duration.ofSeconds(verb.number("speechTimeout", (int) timeout.toSeconds(), 0, 3_600));
    }

    private void wait(Duration time) {
        cancel();
        timer = interpreter.leg().telephony().after(interpreter.leg().board(), time, () -> finish(""));
    }

    private void finish(String finishedOnKey) {
        if (over) {
            return;
        }
        stop(false);
        boolean empty = digits.isEmpty() && words.isEmpty();
        if (empty && !verb.flag("actionOnEmptyResult", false)) {
            interpreter.proceed(this);
            return;
        }
        Params result = words.isEmpty() ? keys(finishedOnKey) : spoken();
        interpreter.follow(this, verb.attribute("action", ""), verb.method("method", "POST"), result);
    }

    private Params keys(String finishedOnKey) {
        return Params.of("Digits", digits, "FinishedOnKey", finishedOnKey, "msg", "Gather End");
    }

    private Params spoken() {
        return Params.of("SpeechResult", words, "Confidence", "0.95", "Language", verb.attribute("language", "en-US"));
    }

    private void tellPartialResult() {
        var leg = interpreter.leg();
        interpreter
                .resolve(verb.attribute("partialResultCallback", ""))
                .filter(url -> verb.attributes().containsKey("partialResultCallback"))
                .ifPresent(url -> leg.telephony()
                        .webhooks()
                        .tell(new Webhook(
                                leg.call().accountSid(),
                                leg.call().sid(),
                                WebhookKind.PARTIAL_RESULT,
                                url,
                                verb.method("partialResultCallbackMethod", "POST"),
                                CallParams.of(leg.call())
                                        .and(Params.of(
                                                "StableSpeechResult",
                                                words,
                                                "UnstableSpeechResult",
                                                "",
                                                "Stability",
                                                "0.9",
                                                "SequenceNumber",
                                                Integer.toString(partials++))))));
    }

    @Override
    public void stop(boolean ended) {
        over = true;
        prompts.stop();
        cancel();
    }

    private void cancel() {
        if (timer != null) {
            timer.cancel();
        }
    }
}
