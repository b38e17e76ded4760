package org.patchbay.simulator.forks;

import java.util.Set;
import org.patchbay.simulator.interpreter.Interpreter;
import org.patchbay.simulator.interpreter.VerbRun;
import org.patchbay.simulator.recordings.Recording;
import org.patchbay.simulator.recordings.RecordingPlan;
import org.patchbay.simulator.twiml.Element;

/// `<Start>`: begins what its children name and goes on at once.
public record StartVerb(Interpreter interpreter, Element verb, Forks forks) implements VerbRun {

    private static final Set<String> ENGINES = Set.of("google", "deepgram");

    @Override
    public void begin() {
        for (Element noun : verb.children()) {
            switch (noun.name()) {
                case "Recording" -> record(noun);
                case "Transcription" -> transcribe(noun);
                case "Stream" -> stream(noun);
                default -> interpreter.alert(12400, "<" + noun.name() + "> is not simulated");
            }
        }
        interpreter.proceed(this);
    }

    private void record(Element noun) {
        int channels = noun.attribute("channels", "dual").equals("mono") ? 1 : 2;
        // The callback's failures are silent with Twilio: no debugger entry, the call goes on.
        var plan = RecordingPlan.of(
                Recording.Source.StartCallRecordingTwiML, channels, noun, url(noun, "recordingStatusCallback"));
        forks.record(interpreter.leg(), noun.attribute("name", ""), plan);
    }

    private void transcribe(Element noun) {
        String engine = noun.attribute("transcriptionEngine", "google");
        if (!ENGINES.contains(engine)) {
            interpreter.alert(32650, "Transcription: unknown engine '" + engine + "'");
            return;
        }
        var plan = new TranscriptionPlan(
                url(noun, "statusCallbackUrl"),
                noun.method("statusCallbackMethod", "POST"),
                noun.attribute("languageCode", "en-US"),
                noun.attribute("track", "both_tracks"),
                engine,
                noun.flag("partialResults", false));
        forks.transcribe(interpreter.leg(), noun.attribute("name", ""), plan);
    }

    private void stream(Element noun) {
        var plan = new StreamPlan(
                noun.attribute("url", ""), url(noun, "statusCallback"), noun.method("statusCallbackMethod", "POST"));
        forks.stream(interpreter.leg(), noun.attribute("name", ""), plan);
    }

    private String url(Element noun, String attribute) {
        String value = noun.attribute(attribute, "");
        return value.isEmpty() ? "" : interpreter.resolve(value).orElse("");
    }
}
