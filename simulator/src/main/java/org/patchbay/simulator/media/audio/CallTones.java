package org.patchbay.simulator.media.audio;

import java.time.Duration;
import java.util.List;

/// The tones of a North American telephone line (ITU-T E.180 supplement 2) and the beeps of a
/// conference. All loops are meant for [Clip#forever()].
public final class CallTones {
    private static final int LEVEL = 5000;
    private static final double[] ROWS = {697, 770, 852, 941};
    private static final double[] COLUMNS = {1209, 1336, 1477, 1633};
    private static final List<String> KEYPAD = List.of("123A", "456B", "789C", "*0#D");

    private static final Clip RINGING = burst(new Tone(440, 480, LEVEL), 2000, 4000);
    private static final Clip BUSY = burst(new Tone(480, 620, LEVEL), 500, 500);
    private static final Clip BEEP = Tone.of(1000, 2 * LEVEL).lasting(Duration.ofMillis(400));
    private static final Clip ENTER = burst(Tone.of(660, LEVEL), 120, 30).then(burst(Tone.of(880, LEVEL), 120, 0));
    private static final Clip EXIT = burst(Tone.of(880, LEVEL), 120, 30).then(burst(Tone.of(660, LEVEL), 120, 0));

    private CallTones() {}

    /// One period of the ringing tone: 440 + 480 Hz, 2 s on, 4 s off.
    public static Clip ringing() {
        return RINGING;
    }

    /// One period of the busy tone: 480 + 620 Hz, half a second on, half a second off.
    public static Clip busy() {
        return BUSY;
    }

    /// The beep before a recording: 1 kHz for 0.4 s.
    public static Clip beep() {
        return BEEP;
    }

    /// Two rising notes: somebody entered the conference.
    public static Clip enter() {
        return ENTER;
    }

    /// Two falling notes: somebody left the conference.
    public static Clip exit() {
        return EXIT;
    }

    /// The two tones of one key (ITU-T Q.23).
    ///
    /// @param key one of `0-9 * # A-D`
    public static Tone key(char key) {
        for (int row = 0; row < ROWS.length; row++) {
            int column = KEYPAD.get(row).indexOf(key);
            if (column >= 0) {
                return new Tone(ROWS[row], COLUMNS[column], LEVEL);
            }
        }
        throw new IllegalArgumentException("not a key of a telephone: " + key);
    }

    /// Keys as one hears them pressed: 100 ms each with 100 ms between; `w` is half a second of silence, `W`
    /// a whole one, and anything else is left out, as in Twilio's `<Play digits>`.
    public static Clip keys(String digits) {
        Clip sound = new Clip(new short[0]);
        for (char digit : digits.toCharArray()) {
            sound = sound.then(sound(digit));
        }
        return sound;
    }

    private static Clip sound(char digit) {
        if (digit == 'w' || digit == 'W') {
            return Clip.silence(Duration.ofMillis(digit == 'w' ? 500 : 1000));
        }
        boolean isKey = KEYPAD.stream().anyMatch(row -> row.indexOf(digit) >= 0);
        return isKey ? burst(key(digit), 100, 100) : Clip.silence(Duration.ZERO);
    }

    private static Clip burst(Tone tone, int onMillis, int offMillis) {
        return tone.lasting(Duration.ofMillis(onMillis)).then(Clip.silence(Duration.ofMillis(offMillis)));
    }
}
