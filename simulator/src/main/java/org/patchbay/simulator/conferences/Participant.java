package org.patchbay.simulator.conferences;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.calls.Leg;
import org.patchbay.simulator.interpreter.VerbTable;

/// A leg with a seat in a conference. On the mailbox of the account.
public final class Participant {

    private final Leg leg;
    private final Runnable afterwards;
    private final Instant created;
    private final Music music;
    private Seat seat;
    private Instant updated;
    private boolean in;
    private @Nullable String holdUrl;
    private String holdMethod = "GET";

    /// @param afterwards what the leg does when it is out and not over
    Participant(Leg leg, Seat seat, VerbTable verbs, Runnable afterwards) {
        this.leg = leg;
        this.seat = seat;
        this.afterwards = afterwards;
        this.music = new Music(leg, verbs);
        this.created = leg.telephony().clock().now();
        this.updated = created;
    }

    public Leg leg() {
        return leg;
    }

    public Seat seat() {
        return seat;
    }

    public Instant created() {
        return created;
    }

    public Instant updated() {
        return updated;
    }

    /// Whether it has joined; before, its call is still on the way.
    public boolean isIn() {
        return in;
    }

    String callSid() {
        return leg.call().sid();
    }

    void entered() {
        in = true;
    }

    void take(Seat changed) {
        seat = changed;
        updated = leg.telephony().clock().now();
    }

    void holdWith(@Nullable String url, String method) {
        holdUrl = url;
        holdMethod = method;
    }

    /// Lets it hear what its state asks for: hold music, wait music, or the room.
    void tune(boolean started) {
        if (seat.held()) {
            music.play(holdUrl, holdMethod);
        } else if (!started) {
            music.play(seat.waitUrl(), seat.waitMethod());
        } else {
            music.stop();
        }
    }

    void silence() {
        music.stop();
    }

    void carryOn() {
        if (!leg.isOver()) {
            afterwards.run();
        }
    }
}
