package org.patchbay.benchmarks.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.patchbay.benchmarks.calls.Account;
import org.patchbay.benchmarks.calls.Agent;
import org.patchbay.benchmarks.calls.Stock;
import org.patchbay.simulator.TwilioSimulator;
import org.patchbay.simulator.phones.Script;
import tools.jackson.databind.JsonNode;

/// A workspace with its account at the simulator, numbers, and people at their desks.
///
/// @param app the SID of the TwiML app that browsers call
/// @param desk rings on the desks; `impatient` does so for a few seconds only
/// @param forwarding numbers that send callers on to a phone, by what that does
record Team(
        Api owner,
        UUID workspaceId,
        String accountSid,
        String token,
        String app,
        String desk,
        String impatient,
        Map<Kind, String> forwarding,
        List<Seat> seats) {

    private static final Map<Kind, Script> FORWARDING = Map.of(
            Kind.FORWARDED, Script.answersAfter(Duration.ofSeconds(2)),
            Kind.FORWARDED_TO_A_BUSY_PHONE, Script.busy(),
            Kind.FORWARDED_TO_A_PHONE_NOBODY_ANSWERS, Script.noAnswer());

    private static final int IMPATIENT_SECONDS = 8;
    private static final long PATIENCE_SECONDS = 90;

    /// @param number of the team: its phone numbers are made of it
    static Team open(TwilioSimulator simulator, Api owner, Stock stock, Account account, int number, int seats)
            throws Exception {
        simulator.addAccount(account.sid(), account.token());
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 2 + FORWARDING.size(); i++) {
            numbers.add("+1415555%04d".formatted(number * 10 + i));
            simulator.addNumber(account.sid(), numbers.get(i));
        }
        owner.call(
                "POST",
                "/api/twilio/configure-from-credentials",
                Map.of("environment", "simulator", "accountSid", account.sid(), "authToken", account.token()));
        JsonNode configured = configured(owner);
        settings(owner, numbers.get(1), Map.of("noAnswerSeconds", IMPATIENT_SECONDS));
        Map<Kind, String> forwarding = new EnumMap<>(Kind.class);
        FORWARDING.forEach((kind, script) -> {
            int place = forwarding.size();
            String onward = "+1313555%04d".formatted(number * 10 + place);
            simulator.phone(onward).script(script);
            forwarding.put(kind, onward);
        });
        int next = 2;
        for (Map.Entry<Kind, String> onward : forwarding.entrySet()) {
            settings(owner, numbers.get(next), Map.of("forwardTo", onward.getValue()));
            onward.setValue(numbers.get(next++));
        }
        Team team = new Team(
                owner,
                account.workspaceId(),
                account.sid(),
                account.token(),
                configured.path("appSid").asString(),
                numbers.get(0),
                numbers.get(1),
                forwarding,
                new ArrayList<>());
        for (Agent agent : stock.enlist(account.workspaceId(), seats)) {
            team.seats.add(new Seat(team, agent, Api.of(owner.http(), owner.port(), agent)));
        }
        return team;
    }

    private static JsonNode configured(Api owner) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            JsonNode found = owner.call("GET", "/api/twilio/configuration", Map.of());
            if (found.path("state").asString("").equals("ready")) {
                return found;
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("an account is not set up: " + found);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static void settings(Api owner, String number, Map<String, ?> settings) throws InterruptedException {
        String id = owner.call("GET", "/api/numbers?limit=200", Map.of())
                .path("items")
                .valueStream()
                .filter(item -> item.path("phoneNumber").asString().equals(number))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        owner.call("PATCH", "/api/numbers/" + id, settings);
    }

    /// Which number is called.
    String number(Kind kind) {
        return forwarding.getOrDefault(kind, kind == Kind.NOBODY_TAKES_IT ? impatient : desk);
    }

    /// Somebody who has nothing to do, and now has.
    Optional<Seat> anybody() {
        int from = ThreadLocalRandom.current().nextInt(seats.size());
        for (int i = 0; i < seats.size(); i++) {
            Seat seat = seats.get((from + i) % seats.size());
            if (seat.take()) {
                return Optional.of(seat);
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Team team && team.workspaceId.equals(workspaceId);
    }

    /// Its seats know it.
    @Override
    public int hashCode() {
        return workspaceId.hashCode();
    }
}
