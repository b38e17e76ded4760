package org.patchbay.simulator.conferences;

import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.calls.Leg;
import org.patchbay.simulator.calls.TwimlSource;
import org.patchbay.simulator.interpreter.Interpreter;
import org.patchbay.simulator.interpreter.VerbTable;
import org.patchbay.simulator.sound.LegSound;
import org.patchbay.simulator.sound.Prompt;
import org.patchbay.simulator.webhooks.WebhookKind;

/// What one leg hears instead of the room: while it waits for the start, or is on hold.
final class Music {

    private final Leg leg;
    private final VerbTable verbs;
    private @Nullable Interpreter document;
    private LegSound.@Nullable Playing playing;

    Music(Leg leg, VerbTable verbs) {
        this.leg = leg;
        this.verbs = verbs;
    }

    /// @param url null for Twilio's own music, empty for silence
    void play(@Nullable String url, String method) {
        stop();
        if (url == null) {
            playing = leg.play(new Prompt.HoldMusic(), () -> {});
        } else if (!url.isEmpty()) {
            document = new Interpreter(leg, new QuietScope(WebhookKind.WAIT, () -> {}, () -> {}), verbs);
            document.start(TwimlSource.Url.of(url, method));
        }
    }

    void stop() {
        if (document != null) {
            document.stop(false);
            document = null;
        }
        if (playing != null) {
            playing.stop();
            playing = null;
        }
    }
}
