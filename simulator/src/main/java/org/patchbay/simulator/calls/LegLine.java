package org.patchbay.simulator.calls;

import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.sound.Prompt;

/// A leg as its far end may use it: everything goes through the mailbox.
final class LegLine implements Line {

    private static final String KEYS = "0123456789ABCDabcd*#";

    private final Leg leg;
    private final Params parameters;

    LegLine(Leg leg, Params parameters) {
        this.leg = leg;
        this.parameters = parameters;
    }

    @Override
    public Call call() {
        return leg.call();
    }

    @Override
    public Params parameters() {
        return parameters;
    }

    @Override
    public void ringing() {
        post(leg::ringing);
    }

    @Override
    public void answer() {
        post(() -> {
            // Nobody answers without ringing, however short.
            leg.ringing();
            leg.answered();
        });
    }

    @Override
    public void refuse(HangUp why) {
        post(() -> {
            if (!leg.isAnswered()) {
                leg.end(why);
            }
        });
    }

    @Override
    public void press(String keys) {
        for (int i = 0; i < keys.length(); i++) {
            char key = keys.charAt(i);
            if (KEYS.indexOf(key) >= 0) {
                post(() -> leg.digit(Character.toUpperCase(key)));
            }
        }
    }

    @Override
    public void say(String words) {
        post(() -> leg.speech(words));
    }

    @Override
    public void beep() {
        post(() -> leg.sound().voice(new Prompt.Beep()));
    }

    @Override
    public void hangUp() {
        post(() -> leg.end(leg.isAnswered() ? HangUp.NORMAL : HangUp.ABANDONED));
    }

    private void post(Runnable task) {
        leg.board().mailbox().post(() -> {
            if (!leg.isOver()) {
                task.run();
            }
        });
    }
}
