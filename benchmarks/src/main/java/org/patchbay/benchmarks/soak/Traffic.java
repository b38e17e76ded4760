package org.patchbay.benchmarks.soak;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.patchbay.simulator.TwilioSimulator;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.phones.Script;
import tools.jackson.databind.JsonNode;

/// People who call and are called, and agents who do what agents do. So many calls at any time; each is over before
/// its place is taken by the next.
final class Traffic {

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final long FIRST_PHONE = 12_125_550_000L;

    private final TwilioSimulator simulator;
    private final List<Team> teams;
    private final Answering answering;
    private final RandomGenerator dice;
    private final Queue<Placed> all = new ConcurrentLinkedQueue<>();
    private final AtomicLong phones = new AtomicLong(FIRST_PHONE);
    private final AtomicInteger refused = new AtomicInteger();
    private final ConcurrentMap<String, Placed> callers = new ConcurrentHashMap<>();

    Traffic(TwilioSimulator simulator, List<Team> teams, long seed) {
        this.simulator = simulator;
        this.teams = teams;
        this.answering = new Answering(simulator);
        this.dice = RandomGeneratorFactory.getDefault().create(seed);
    }

    /// Somebody's desk rings.
    void offered(Seat seat, JsonNode call) {
        Placed placed = callers.get(call.path("from").asString());
        if (placed != null) {
            placed.callId(UUID.fromString(call.path("id").asString()));
            answering.rings(placed, seat, call.path("epoch").asInt());
        }
    }

    /// One call after the other until then.
    void go(long until) {
        while (System.nanoTime() < until) {
            try {
                one(any(), teams.get(roll(0, teams.size())));
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private synchronized Kind any() {
        return Kind.any(dice);
    }

    private synchronized int roll(int from, int to) {
        return dice.nextInt(from, to);
    }

    private void one(Kind kind, Team team) throws InterruptedException {
        Placed placed = new Placed(kind, team);
        if (kind.inbound()) {
            inbound(placed);
        } else {
            outbound(placed);
        }
    }

    private void inbound(Placed placed) {
        Kind kind = placed.kind();
        String from = phone();
        callers.put(from, placed);
        all.add(placed);
        PhoneCall call = simulator.call(simulator.phone(from), placed.team().number(kind), Script.answers());
        placed.customer(call);
        switch (kind) {
            case ABANDONED -> {
                pause(roll(1, 7));
                call.hangUp();
            }
            case FORWARDED -> {
                pause(roll(5, 20));
                call.hangUp();
            }
            case TAKEN, DECLINED_THEN_TAKEN, TAKEN_BY_SOMEBODY_WHO_DOES_NOT_COME -> {
                talk(placed);
                call.hangUp();
            }
            case TAKEN_AND_ENDED_BY_THE_AGENT -> {
                talk(placed);
                answering.ends(placed);
            }
            default -> {}
        }
        over(placed);
        callers.remove(from);
    }

    private void outbound(Placed placed) throws InterruptedException {
        Optional<Seat> free = placed.team().anybody();
        if (free.isEmpty()) {
            pause(1);
            return;
        }
        try {
            call(placed, free.get());
        } finally {
            free.get().free();
        }
    }

    private void call(Placed placed, Seat seat) throws InterruptedException {
        Kind kind = placed.kind();
        String to = phone();
        simulator
                .phone(to)
                .script(
                        switch (kind) {
                            case OUT_TO_A_BUSY_PHONE -> Script.busy();
                            case OUT_AND_DECLINED -> Script.declinesAfter(Duration.ofSeconds(3));
                            case OUT_TO_NOWHERE -> Script.unreachable();
                            case OUT_AND_GIVEN_UP -> Script.noAnswer();
                            default ->
                                Script.answersAfter(Duration.ofSeconds(2))
                                        .after(roll(4, 15))
                                        .hangsUp();
                        });
        Map<String, String> wish = new ConcurrentHashMap<>(Map.of("to", to));
        if (kind == Kind.OUT_BY_OWN_PHONE) {
            String own = phone();
            simulator.phone(own).script(Script.answersAfter(Duration.ofSeconds(1)));
            seat.api().call("PUT", "/api/members/" + seat.memberId() + "/phone", Map.of("phoneNumber", own));
            wish.put("via", "phone");
        }
        Api.Answer answer = seat.api().ask("POST", "/api/calls", wish);
        if (!answer.ok()) {
            refused.incrementAndGet();
            pause(1);
            return;
        }
        placed.callId(UUID.fromString(answer.json().path("callId").asString()));
        all.add(placed);
        if (kind != Kind.OUT_BY_OWN_PHONE) {
            answering.joins(
                    placed, seat, Map.of("callId", placed.callId().orElseThrow().toString()));
        }
        if (kind == Kind.OUT_AND_GIVEN_UP) {
            pause(roll(4, 9));
            Answering.hangUp(seat, placed);
        }
        over(placed);
        ended(placed, seat);
    }

    /// A call without a browser is over when the server says so.
    private static void ended(Placed placed, Seat seat) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            Api.Answer call =
                    seat.api().ask("GET", "/api/calls/" + placed.callId().orElseThrow(), Map.of());
            if (!call.json().at("/call/endedAt").asString("").isEmpty()) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
    }

    /// Waits until an agent is there, and for as long as they have to say something.
    private void talk(Placed placed) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end
                && placed.agents().values().stream().noneMatch(PhoneCall::isAnswered)
                && placed.customer().filter(call -> !call.isOver()).isPresent()) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        pause(roll(5, 20));
    }

    private static void over(Placed placed) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end && !isOver(placed)) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private static boolean isOver(Placed placed) {
        return placed.customer().map(PhoneCall::isOver).orElse(true)
                && placed.agents().values().stream().allMatch(PhoneCall::isOver);
    }

    private String phone() {
        return "+" + phones.getAndIncrement();
    }

    private static void pause(long seconds) {
        LockSupport.parkNanos(Duration.ofSeconds(seconds).toNanos());
    }

    List<Placed> all() {
        return List.copyOf(all);
    }

    int refused() {
        return refused.get();
    }
}
