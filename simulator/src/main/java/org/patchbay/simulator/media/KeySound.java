package org.patchbay.simulator.media;

import org.patchbay.simulator.media.audio.CallTones;
import org.patchbay.simulator.media.audio.Pcm;
import org.patchbay.simulator.media.mix.Player;

/// Makes the keys that a far end presses audible: inside a conference, as everywhere behind the phone
/// network, DTMF is just sound.
final class KeySound {
    private final Player player = new Player();
    private final short[] sound = new short[Pcm.FRAME_SAMPLES];

    void press(String keys) {
        player.play(CallTones.keys(keys).once());
    }

    void addTo(short[] frame) {
        if (player.read(sound)) {
            Pcm.add(frame, sound);
        }
    }
}
