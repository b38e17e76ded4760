package org.patchbay.simulator.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.api.RestFaults;
import org.patchbay.simulator.api.RestRequest;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.ConnectionReset;
import org.patchbay.simulator.rest.RestError;
import org.patchbay.simulator.time.SimulatorClock;
import org.patchbay.simulator.webhooks.CallbackFaults;
import org.patchbay.simulator.webhooks.Webhook;

/// The faults of all accounts; none at first. Delays and slowness are timed by the simulator's clock.
public final class Faults implements CallbackFaults, RestFaults {

    private static final List<Duration> AT_ONCE = List.of(Duration.ZERO);

    private final SimulatorClock clock;
    private final Map<String, Dice> byAccount = new ConcurrentHashMap<>();
    private final Set<String> unreachable = ConcurrentHashMap.newKeySet();

    public Faults(SimulatorClock clock) {
        this.clock = clock;
    }

    /// From now on the account meets these faults; counting begins anew.
    public void set(String accountSid, FaultPlan plan) {
        byAccount.put(accountSid, new Dice(plan));
    }

    public void clear(String accountSid) {
        byAccount.remove(accountSid);
    }

    public FaultPlan planOf(String accountSid) {
        Dice dice = byAccount.get(accountSid);
        return dice == null ? FaultPlan.NONE : dice.plan();
    }

    /// Calls to the number fail, and texts to it are undelivered with 30003.
    public void setReachable(String accountSid, String number, boolean reachable) {
        if (reachable) {
            unreachable.remove(accountSid + " " + number);
        } else {
            unreachable.add(accountSid + " " + number);
        }
    }

    public boolean isUnreachable(String accountSid, String number) {
        return unreachable.contains(accountSid + " " + number);
    }

    @Override
    public List<Duration> deliveries(Webhook callback) {
        @Nullable Dice dice = byAccount.get(callback.accountSid());
        if (dice == null) {
            return AT_ONCE;
        }
        var thrown = dice.nextCallback();
        if (thrown.strikes(FaultKind.CALLBACK_DROP)) {
            return List.of();
        }
        var times = new ArrayList<Duration>(2);
        if (thrown.strikes(FaultKind.CALLBACK_REORDER)) {
            times.add(dice.plan().delay());
        } else if (thrown.strikes(FaultKind.CALLBACK_DELAY)) {
            times.add(thrown.delay(FaultKind.CALLBACK_DELAY));
        } else {
            times.add(Duration.ZERO);
        }
        if (thrown.strikes(FaultKind.CALLBACK_DUPLICATE)) {
            times.add(times.getFirst().plus(thrown.delay(FaultKind.CALLBACK_DUPLICATE)));
        }
        return times;
    }

    @Override
    public Answer around(RestRequest request, Supplier<Answer> execute) {
        @Nullable Dice dice = byAccount.get(request.accountSid());
        if (dice == null) {
            return execute.get();
        }
        var thrown = dice.nextRequest();
        if (thrown.strikes(FaultKind.REST_RESET)) {
            throw new ConnectionReset();
        }
        if (thrown.strikes(FaultKind.REST_SILENT)) {
            wait(dice.plan().slowness());
            throw new ConnectionReset();
        }
        if (thrown.strikes(FaultKind.REST_TOO_MANY)) {
            return new RestError(429, 20429, "Too Many Requests").answer();
        }
        if (thrown.strikes(FaultKind.REST_ERROR_BEFORE)) {
            return serverError();
        }
        Answer answer = execute.get();
        if (thrown.strikes(FaultKind.REST_SLOW)) {
            wait(dice.plan().slowness());
        }
        return thrown.strikes(FaultKind.REST_ERROR_AFTER) ? serverError() : answer;
    }

    /// Holds a virtual thread, which costs next to nothing.
    private void wait(Duration time) {
        var due = new CompletableFuture<Boolean>();
        var unused = clock.after(time, () -> due.complete(true));
        due.join();
    }

    private static Answer serverError() {
        return new RestError(500, 20500, "Internal Server Error").answer();
    }
}
