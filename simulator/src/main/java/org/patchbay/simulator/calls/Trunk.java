package org.patchbay.simulator.calls;

import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.sound.Audible;
import org.patchbay.simulator.sound.Jack;
import org.patchbay.simulator.sound.Sounds;

/// The telephone network between two simulated accounts: a leg that calls a number of an account has
/// the inbound call of that account as its far end, and the other way round.
public final class Trunk implements FarEnd, Audible {

    private final InboundCalls inbound;
    private final Sounds sounds;
    private final String from;
    private final String to;
    private volatile @Nullable Line calling;
    private volatile @Nullable Line called;
    private volatile @Nullable Jack callingSound;

    public Trunk(InboundCalls inbound, Sounds sounds, String from, String to) {
        this.inbound = inbound;
        this.sounds = sounds;
        this.from = from;
        this.to = to;
    }

    @Override
    public void sound(Jack jack) {
        callingSound = jack;
    }

    @Override
    public void ring(Line line) {
        calling = line;
        called = inbound.toNumber(from, to, new OtherSide()).orElse(null);
        if (called == null) {
            line.refuse(HangUp.UNREACHABLE);
        } else {
            line.ringing();
        }
    }

    @Override
    public void hear(String words) {
        say(called, words);
    }

    @Override
    public void hearDigits(String digits) {
        press(called, digits);
    }

    @Override
    public void hungUp(HangUp why) {
        if (called != null) {
            called.hangUp();
        }
    }

    private static void say(@Nullable Line line, String words) {
        if (line != null) {
            line.say(words);
        }
    }

    private static void press(@Nullable Line line, String digits) {
        if (line != null) {
            line.press(digits);
        }
    }

    /// The calling leg as the inbound call sees it.
    private final class OtherSide implements FarEnd, Audible {
        @Override
        public void sound(Jack jack) {
            if (callingSound != null) {
                sounds.wire(callingSound, jack);
            }
        }

        @Override
        public void ring(Line line) {
            // It called; nobody rings it.
        }

        @Override
        public void answered() {
            if (calling != null) {
                calling.answer();
            }
        }

        @Override
        public void hear(String words) {
            say(calling, words);
        }

        @Override
        public void hearDigits(String digits) {
            press(calling, digits);
        }

        @Override
        public void hungUp(HangUp why) {
            if (calling != null) {
                calling.refuse(why);
                calling.hangUp();
            }
        }
    }
}
