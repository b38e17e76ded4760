package org.patchbay.simulator.recordings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.calls.Leg;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.interpreter.Interpreter;
import org.patchbay.simulator.interpreter.VerbRun;
import org.patchbay.simulator.sound.LegSound;
import org.patchbay.simulator.sound.Prompt;
import org.patchbay.simulator.sound.PromptLength;
import org.patchbay.simulator.time.SimulatorClock;
import org.patchbay.simulator.twiml.Element;

/// `<Record>`: a beep, then whatever the far end says, until silence, a key, the limit or the hang-up
/// (<https://www.twilio.com/docs/voice/twiml/record>).
public final class RecordVerb implements VerbRun {

    private static final int LONGEST = 14_400;

    private final Interpreter interpreter;
    private final Element verb;
    private final RecordingDesk desk;
    private final Transcriber transcriber;
    private final StringBuilder words = new StringBuilder();
    private @Nullable LiveRecording live;
    private LegSound.@Nullable Playing beep;
    private SimulatorClock.@Nullable Timer silence;
    private SimulatorClock.@Nullable Timer limit;
    private boolean over;

    public RecordVerb(Interpreter interpreter, Element verb, RecordingDesk desk, Transcriber transcriber) {
        this.interpreter = interpreter;
        this.verb = verb;
        this.desk = desk;
        this.transcriber = transcriber;
    }

    @Override
    public void begin() {
        if (verb.flag("playBeep", true)) {
            beep = interpreter.leg().play(new Prompt.Beep(), this::record);
        } else {
            record();
        }
    }

    private void record() {
        Leg leg = interpreter.leg();
        boolean transcribe = verb.flag("transcribe", false);
        live = desk.record(leg, RecordingPlan.of(Recording.Source.RecordVerb, 1, verb, url("recordingStatusCallback")));
        if (transcribe) {
            transcriber.transcribe(leg, live, words::toString, url("transcribeCallback"));
        }
        var longest = Duration.ofSeconds(verb.number("maxLength", transcribe ? 120 : 3_600, 1, LONGEST));
        limit = leg.telephony().after(leg.board(), longest, () -> finish(""));
        awaitSilence(Duration.ZERO);
    }

    /// @param speaking how long the far end still speaks
    private void awaitSilence(Duration speaking) {
        if (silence != null) {
            silence.cancel();
        }
        int seconds = verb.number("timeout", 5, 0, 3_600);
        if (seconds > 0) {
            Leg leg = interpreter.leg();
            silence = leg.telephony().after(leg.board(), speaking.plusSeconds(seconds), this::finishIfSilent);
        }
    }

    private void finishIfSilent() {
        if (over) {
            return;
        }
        Duration missing = Duration.ofSeconds(verb.number("timeout", 5, 0, 3_600))
                .minus(interpreter.leg().sound().quiet());
        if (missing.isPositive()) {
            Leg leg = interpreter.leg();
            silence = leg.telephony().after(leg.board(), missing, this::finishIfSilent);
        } else {
            finish("");
        }
    }

    @Override
    public void speech(String said) {
        if (live == null || over) {
            return;
        }
        words.append(words.isEmpty() ? "" : " ").append(said);
        awaitSilence(PromptLength.of(new Prompt.Speech(said, "", "")).orElse(Duration.ZERO));
    }

    @Override
    public void digit(char key) {
        if (live != null && verb.attribute("finishOnKey", "1234567890*#").indexOf(key) >= 0) {
            finish(String.valueOf(key));
        }
    }

    private void finish(String digits) {
        if (over || live == null) {
            return;
        }
        close();
        var result = result(live, digits);
        interpreter.follow(this, verb.attribute("action", ""), verb.method("method", "POST"), result);
    }

    @Override
    public void stop(boolean ended) {
        if (over) {
            return;
        }
        close();
        if (ended && live != null) {
            // Unlike other verbs this one tells its action about the hang-up.
            interpreter.tell(verb.attribute("action", ""), verb.method("method", "POST"), result(live, "hangup"));
        }
    }

    private void close() {
        over = true;
        if (beep != null) {
            beep.stop();
        }
        if (silence != null) {
            silence.cancel();
        }
        if (limit != null) {
            limit.cancel();
        }
        if (live != null) {
            live.stop();
        }
    }

    private Params result(LiveRecording made, String digits) {
        var recording = made.recording();
        return Params.of(
                "RecordingUrl", desk.url(recording),
                "RecordingSid", recording.sid(),
                "RecordingDuration", Long.toString(recording.durationSeconds()),
                "Digits", digits);
    }

    private String url(String attribute) {
        String value = verb.attribute(attribute, "");
        return value.isEmpty() ? "" : interpreter.resolve(value).orElse("");
    }
}
