package org.patchbay.benchmarks.soak;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.patchbay.simulator.TwilioSimulator;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.phones.Script;

/// What agents do when it rings.
final class Answering {

    private static final Duration REACHING = Duration.ofMillis(700);
    private static final Duration LEASE = Duration.ofSeconds(14);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private final TwilioSimulator simulator;

    Answering(TwilioSimulator simulator) {
        this.simulator = simulator;
    }

    /// @param epoch of the claim before: the ringing's round
    void rings(Placed placed, Seat seat, int epoch) {
        boolean wanted = switch (placed.kind()) {
            case TAKEN, TAKEN_AND_ENDED_BY_THE_AGENT, TAKEN_BY_SOMEBODY_WHO_DOES_NOT_COME -> true;
            case DECLINED_THEN_TAKEN -> true;
            default -> false;
        };
        if (!wanted || !seat.take()) {
            return;
        }
        boolean declines = placed.kind() == Kind.DECLINED_THEN_TAKEN && placed.claim(-1);
        if (!declines && !placed.claim(epoch)) {
            seat.free();
            return;
        }
        Thread.startVirtualThread(() -> {
            try {
                LockSupport.parkNanos(REACHING.toNanos());
                if (declines) {
                    seat.api().ask("POST", path(placed) + "/decline", Map.of());
                } else {
                    take(placed, seat, epoch);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } finally {
                seat.free();
            }
        });
    }

    private void take(Placed placed, Seat seat, int round) throws InterruptedException {
        Api.Answer answer = seat.api().ask("POST", path(placed) + "/accept", Map.of());
        if (!answer.ok()) {
            placed.unclaim(round);
            return;
        }
        boolean comes = placed.kind() != Kind.TAKEN_BY_SOMEBODY_WHO_DOES_NOT_COME || placed.claims() > 1;
        if (!comes) {
            LockSupport.parkNanos(LEASE.toNanos());
            return;
        }
        Map<String, String> params = new HashMap<>();
        params.put("callId", placed.callId().orElseThrow().toString());
        params.put("epoch", answer.json().path("epoch").asString());
        PhoneCall browser = joins(placed, seat, params);
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end && !browser.isOver()) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        // Until the server knows as well, the member is busy there.
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    }

    /// The browser calls the TwiML app, as `device.connect` does.
    PhoneCall joins(Placed placed, Seat seat, Map<String, String> params) {
        PhoneCall browser = simulator.connect(
                seat.team().accountSid(), seat.identity(), seat.team().app(), params, Script.answers());
        placed.joins(seat, browser);
        return browser;
    }

    /// Whoever has the call hangs up: in the browser, or by the desk's button.
    void ends(Placed placed) {
        placed.agents().forEach((seat, browser) -> {
            if (seat.memberId().hashCode() % 2 == 0) {
                browser.hangUp();
                return;
            }
            try {
                hangUp(seat, placed);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// Whoever is told that it could not be stored presses again.
    static void hangUp(Seat seat, Placed placed) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end
                && !seat.api().ask("POST", path(placed) + "/hang-up", Map.of()).ok()) {
            LockSupport.parkNanos(REACHING.toNanos());
        }
    }

    private static String path(Placed placed) {
        return "/api/calls/" + placed.callId().orElseThrow();
    }
}
