package org.patchbay.simulator.api;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.rest.RestError;

/// Twilio bounds the REST requests that one account has under way at the same time and refuses the
/// next with 429/20429, unexecuted, so that it is always safe to send it again.
public final class ConcurrencyLimit {

    private final int most;
    private final Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();

    public ConcurrencyLimit(int most) {
        this.most = most;
    }

    Answer within(String accountSid, Supplier<Answer> request) {
        var count = underWay.computeIfAbsent(accountSid, sid -> new AtomicInteger());
        int now = count.incrementAndGet();
        try {
            if (now > most) {
                throw new RestError(429, 20429, "Too Many Requests");
            }
            return request.get().with("Twilio-Concurrent-Requests", Integer.toString(now));
        } finally {
            count.decrementAndGet();
        }
    }
}
