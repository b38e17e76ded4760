package org.patchbay.simulator.media;

import java.time.Duration;
import org.patchbay.simulator.media.audio.CallTones;
import org.patchbay.simulator.media.audio.Pcm;
import org.patchbay.simulator.media.mix.Player;

/// Makes the keys that a far end presses audible: inside a conference, as everywhere behind the phone
/// network, DTMF is just sound.
final class KeySound {
    private static final Duration LENGTH = Duration.ofMillis(120);

    private final Player player = new Player();
    private final short[] sound = new short[Pcm.FRAME_SAMPLES];

    void press(char key) {
        player.play(CallTones.key(key).lasting(LENGTH).once());
    }

    void addTo(short[] frame) {
        if (player.read(sound)) {
            Pcm.add(frame, sound);
        }
    }
}
