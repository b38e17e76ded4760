package org.patchbay.simulator.calls;

import org.jspecify.annotations.Nullable;

/// The telephone network between two simulated accounts: a leg that calls a number of an account has
/// the inbound call of that account as its far end, and the other way round.
public final class Trunk implements FarEnd {

    private final InboundCalls inbound;
    private final String from;
    private final String to;
    private volatile @Nullable Line calling;
    private volatile @Nullable Line called;

    public Trunk(InboundCalls inbound, String from, String to) {
        this.inbound = inbound;
        this.from = from;
        this.to = to;
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
    private final class OtherSide implements FarEnd {
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
