package org.patchbay.simulator.calls;

import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.time.Mailbox;

/// The line of a call whose leg is about to be made on another mailbox: what the caller does is
/// handed on in order.
final class FutureLine implements Line {

    private final Mailbox mailbox;
    private volatile @Nullable Line line;

    FutureLine(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    void is(Line made) {
        line = made;
    }

    @Override
    public Call call() {
        return mailbox.ask(() -> made().call());
    }

    @Override
    public Params parameters() {
        return Params.NONE;
    }

    @Override
    public void ringing() {
        mailbox.post(() -> made().ringing());
    }

    @Override
    public void answer() {
        mailbox.post(() -> made().answer());
    }

    @Override
    public void refuse(HangUp why) {
        mailbox.post(() -> made().refuse(why));
    }

    @Override
    public void press(String keys) {
        mailbox.post(() -> made().press(keys));
    }

    @Override
    public void say(String words) {
        mailbox.post(() -> made().say(words));
    }

    @Override
    public void beep() {
        mailbox.post(() -> made().beep());
    }

    @Override
    public void hangUp() {
        mailbox.post(() -> made().hangUp());
    }

    private Line made() {
        Line made = line;
        if (made == null) {
            throw new IllegalStateException("used before the leg was made");
        }
        return made;
    }
}
