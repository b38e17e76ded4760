package org.patchbay.simulator.calls;

import org.patchbay.simulator.sound.LegSound;
import org.patchbay.simulator.sound.Prompt;
import org.patchbay.simulator.time.Mailbox;

/// Brings the end of a prompt to the mailbox, unless it was stopped meanwhile.
final class MailboxPlaying implements LegSound.Playing {

    private final LegSound.Playing playing;
    private boolean over;

    MailboxPlaying(LegSound sound, Prompt prompt, Mailbox mailbox, Runnable done) {
        playing = sound.play(
                prompt,
                () -> mailbox.post(() -> {
                    if (!over) {
                        over = true;
                        done.run();
                    }
                }));
    }

    @Override
    public void stop() {
        over = true;
        playing.stop();
    }
}
