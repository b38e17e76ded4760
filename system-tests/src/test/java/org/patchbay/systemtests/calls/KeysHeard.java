package org.patchbay.systemtests.calls;

import org.patchbay.simulator.media.audio.CallTones;
import org.patchbay.simulator.media.audio.Pcm;
import org.patchbay.simulator.media.audio.Tone;
import org.patchbay.simulator.media.codec.Goertzel;

/// The telephone keys that are heard in a sound: inside a conference, as everywhere behind the phone network, a
/// pressed key is two tones and nothing else.
final class KeysHeard {

    private static final String KEYPAD = "0123456789*#";
    private static final int AUDIBLE = 1_200;

    /// Frames of 20 ms between two keys; shorter gaps are the network's.
    private static final int GAP = 3;

    private final StringBuffer heard = new StringBuffer();
    private char sounding;
    private int silent;

    /// Takes the next 20 ms.
    void hear(short[] frame) {
        char now = keyIn(frame);
        if (now == 0) {
            silent++;
            return;
        }
        if (now != sounding || silent >= GAP) {
            heard.append(now);
        }
        sounding = now;
        silent = 0;
    }

    /// In the order in which they were pressed.
    String text() {
        return heard.toString();
    }

    private static char keyIn(short[] frame) {
        for (char key : KEYPAD.toCharArray()) {
            Tone tone = CallTones.key(key);
            if (isIn(frame, tone.firstHz()) && isIn(frame, tone.secondHz())) {
                return key;
            }
        }
        return 0;
    }

    private static boolean isIn(short[] frame, double hz) {
        return Goertzel.amplitude(frame, 0, frame.length, hz, Pcm.SAMPLE_RATE) > AUDIBLE;
    }
}
