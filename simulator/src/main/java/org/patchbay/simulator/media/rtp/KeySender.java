package org.patchbay.simulator.media.rtp;

import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Plays key presses into a stream, one packet per 20 ms (RFC 4733 §2.5.1): each key is held for 100 ms,
/// its end is said three times because packets get lost, and a pause follows. While a key sounds, no
/// audio packet is sent.
///
/// `w` waits half a second and `W` a whole one, as in Twilio's `sendDigits`.
public final class KeySender {
    private static final int HELD_TICKS = 5;
    private static final int END_TICKS = 3;
    private static final int GAP_TICKS = 5;
    private static final int WAIT_TICKS = 25;
    private static final int TICK_SAMPLES = 160;

    private final ConcurrentLinkedQueue<Character> waiting = new ConcurrentLinkedQueue<>();
    private Optional<Character> sounding = Optional.empty();
    private int startedAt;
    private int tick;
    private int pause;

    /// What to send in this tick instead of audio.
    ///
    /// @param timestamp of the whole press: the moment it began
    /// @param first true for the packet that begins the press
    public record Press(int timestamp, boolean first, TelephoneEvent event) {}

    /// Queues keys; characters that are neither key nor pause are left out, as Twilio does.
    public void send(String digits) {
        digits.chars()
                .mapToObj(c -> (char) c)
                .filter(c -> c == 'w' || c == 'W' || TelephoneEvent.isKey(c))
                .forEach(waiting::add);
    }

    /// Advances by one tick.
    ///
    /// @param now the stream's timestamp in this tick
    public Optional<Press> tick(int now) {
        if (sounding.isEmpty() && !begin(now)) {
            return Optional.empty();
        }
        char key = sounding.orElseThrow();
        boolean end = tick >= HELD_TICKS;
        int heldTicks = Math.min(tick + 1, HELD_TICKS);
        Press press = new Press(startedAt, tick == 0, TelephoneEvent.of(key, end, heldTicks * TICK_SAMPLES));
        if (++tick == HELD_TICKS + END_TICKS) {
            sounding = Optional.empty();
            pause = GAP_TICKS;
        }
        return Optional.of(press);
    }

    private boolean begin(int now) {
        if (pause > 0) {
            pause--;
            return false;
        }
        Character next = waiting.poll();
        if (next == null) {
            return false;
        }
        if (next == 'w' || next == 'W') {
            pause = next == 'w' ? WAIT_TICKS : 2 * WAIT_TICKS;
            return false;
        }
        sounding = Optional.of(next);
        startedAt = now;
        tick = 0;
        return true;
    }
}
