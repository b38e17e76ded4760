package org.patchbay.simulator.conferences;

import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.calls.TwimlSource;
import org.patchbay.simulator.interpreter.Interpreter;
import org.patchbay.simulator.interpreter.Speaker;
import org.patchbay.simulator.interpreter.VerbTable;
import org.patchbay.simulator.sound.Prompt;
import org.patchbay.simulator.webhooks.WebhookKind;

/// An announcement to one participant, or to everybody in the conference.
public record Announcement(String url, String method, VerbTable verbs) {

    /// @param only null for everybody
    public void to(Conference conference, @Nullable Participant only) {
        var reporter = conference.reporter();
        var present = conference.present();
        if (present.isEmpty()) {
            reporter.announced(url, "nobody is in the conference");
            return;
        }
        var leg = only == null ? present.getFirst().leg() : only.leg();
        var scope = new QuietScope(
                WebhookKind.ANNOUNCE,
                () -> reporter.announced(url, null),
                () -> reporter.announced(url, "the announcement could not be had"));
        Speaker everybody = (prompt, done) -> {
            if (prompt instanceof Prompt.Speech speech) {
                conference.present().forEach(one -> one.leg().farEnd().hear(speech.text()));
            }
            return conference.mix().play(prompt, () -> leg.board().mailbox().post(done));
        };
        new Interpreter(leg, scope, verbs, only == null ? everybody : leg::play).start(TwimlSource.Url.of(url, method));
    }
}
