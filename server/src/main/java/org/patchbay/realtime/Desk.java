package org.patchbay.realtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.access.Role;

/// One open socket: gives its member every number once and in order, each event or a skip, by the role
/// they have at that point of the sequence.
///
/// Events may arrive before the welcome has been read; they wait for it. Any thread may call.
public final class Desk {

    /// A desk that answers none of so many pings is gone, whatever its TCP connection believes.
    private static final int MOST_UNANSWERED = 3;

    private final Visit visit;
    private final Frames frames;
    private final Outbound outbound;
    private final Transport transport;
    private final DeskMeters meters;
    private final FrameFeed<LiveEvent> feed = new FrameFeed<>();

    private @Nullable Role role;
    private Instant lastSent;
    private int unanswered;
    private boolean closed;

    Desk(Visit visit, Frames frames, Transport transport, DeskMeters meters, Instant now) {
        this.visit = visit;
        this.frames = frames;
        this.transport = transport;
        this.outbound = new Outbound(transport);
        this.meters = meters;
        this.lastSent = now;
    }

    Visit visit() {
        return visit;
    }

    /// Sends hello and what the desk missed or the state as it is, then what came meanwhile.
    ///
    /// @param ready frames of [Welcome.Resumed#missed()]
    synchronized void begin(Welcome welcome, List<LiveEvent> ready, Instant now) {
        switch (welcome) {
            case Welcome.Resumed resumed -> {
                role = resumed.role();
                send(frames.hello(resumed.seq(), true), now);
                // Judged by the role of now: their own changes of role lie behind them.
                ready.forEach(event -> send(event.frameFor(visit.memberId(), resumed.role()), now));
                goOnAfter(resumed.seq(), now);
            }
            case Welcome.Fresh fresh -> {
                role = fresh.role();
                send(frames.hello(fresh.seq(), false), now);
                send(frames.snapshot(fresh.seq(), fresh.presence()), now);
                goOnAfter(fresh.seq(), now);
            }
            case Welcome.Refused refused -> close(CloseReason.NOT_A_MEMBER);
        }
    }

    private void goOnAfter(long seq, Instant now) {
        feed.startAfter(seq).forEach(event -> show(event, now));
    }

    synchronized void accept(LiveEvent event, Instant now) {
        if (closed) {
            return;
        }
        List<LiveEvent> inTurn = feed.accept(event.seq(), event);
        for (LiveEvent next : inTurn) {
            show(next, now);
        }
        if (feed.held() > Outbound.MOST_FRAMES) {
            tooSlow();
        }
    }

    private void show(LiveEvent event, Instant now) {
        if (role == null || closed) {
            return;
        }
        MemberChange change = event.change();
        if (change != null && change.memberId().equals(visit.memberId())) {
            switch (change) {
                case MemberChange.RoleIs changed -> role = changed.role();
                case MemberChange.Removed removed -> {
                    close(CloseReason.NOT_A_MEMBER);
                    return;
                }
            }
        }
        send(event.frameFor(visit.memberId(), role), now);
    }

    /// What a re-check found: the role in the database, in case an event of it never came.
    synchronized void roleIs(Role found) {
        if (role != null) {
            role = found;
        }
    }

    /// Answers whatever the client sends.
    synchronized void heard(String text, Instant now) {
        unanswered = 0;
        if (!frames.isPing(text)) {
            close(CloseReason.UNKNOWN_FRAME);
        } else if (feed.started()) {
            send(frames.heartbeat(feed.last()), now);
        }
    }

    /// The browser answered a ping.
    public synchronized void pong() {
        unanswered = 0;
    }

    /// Tells a desk that hears nothing else that we are there, and asks whether it is.
    synchronized void beat(Instant now, Executor elsewhere) {
        if (closed || !feed.started() || Duration.between(lastSent, now).compareTo(Frames.HEARTBEAT) < 0) {
            return;
        }
        if (unanswered >= MOST_UNANSWERED) {
            tooSlow();
            return;
        }
        boolean free = outbound.idle();
        send(frames.heartbeat(feed.last()), now);
        unanswered++;
        if (free) {
            elsewhere.execute(transport::ping);
        }
    }

    private void tooSlow() {
        if (closed) {
            return;
        }
        meters.dropped();
        close(CloseReason.TOO_SLOW);
    }

    synchronized void close(CloseReason reason) {
        closed = true;
        outbound.close(reason);
    }

    private void send(String frame, Instant now) {
        if (closed) {
            return;
        }
        lastSent = now;
        if (outbound.offer(frame)) {
            meters.sent();
        } else {
            tooSlow();
        }
    }
}
