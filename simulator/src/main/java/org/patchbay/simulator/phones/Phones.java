package org.patchbay.simulator.phones;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.patchbay.simulator.live.Changes;
import org.patchbay.simulator.time.SimulatorClock;

/// All phones, made when first asked for. A phone without a script rings until it is driven by hand.
public final class Phones {

    private final SimulatorClock clock;
    private final Changes changes;
    private final Map<String, Phone> byKey = new ConcurrentHashMap<>();

    public Phones(SimulatorClock clock, Changes changes) {
        this.clock = clock;
        this.changes = changes;
    }

    /// The phone with this E.164 number; the same for every account.
    public Phone number(String e164) {
        return byKey.computeIfAbsent(e164, key -> new Phone(e164, clock, changes));
    }

    /// A scripted stand-in for a Voice SDK client; identities belong to their account.
    public Phone client(String accountSid, String identity) {
        return byKey.computeIfAbsent(
                accountSid + " " + identity, key -> new Phone("client:" + identity, clock, changes));
    }

    public Stream<Phone> all() {
        return byKey.values().stream();
    }
}
