package org.patchbay.simulator.calls;

import org.patchbay.simulator.http.Params;

/// What a party can do on its leg. May be called on any thread; on a dead line nothing happens.
public interface Line {

    /// The call as this party may see it.
    Call call();

    /// What the inviting side wants the party to know: `<Parameter>` of a `<Client>`.
    Params parameters();

    void ringing();

    void answer();

    /// Never answers: [HangUp#BUSY], [HangUp#DECLINED], [HangUp#UNREACHABLE] or [HangUp#FAILED].
    void refuse(HangUp why);

    /// Keys 0-9, A-D, * and #, and `w` for a pause of half a second; others are ignored.
    void press(String keys);

    void say(String words);

    /// As an answering machine does before it listens.
    void beep();

    void hangUp();
}
