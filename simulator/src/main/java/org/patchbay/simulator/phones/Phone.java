package org.patchbay.simulator.phones;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.patchbay.simulator.calls.FarEnd;
import org.patchbay.simulator.time.SimulatorClock;

/// Somebody's telephone: an address, a script for its calls, and the calls that it is in.
public final class Phone {

    private final String address;
    private final SimulatorClock clock;
    private final List<PhoneCall> calls = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile Script script = Script.noAnswer();

    Phone(String address, SimulatorClock clock) {
        this.address = address;
        this.clock = clock;
    }

    /// E.164, or `client:` and an identity.
    public String address() {
        return address;
    }

    public Script script() {
        return script;
    }

    /// What it does with its next calls.
    public Phone script(Script script) {
        this.script = script;
        return this;
    }

    /// The calls that are not over, oldest first.
    public List<PhoneCall> calls() {
        return List.copyOf(calls);
    }

    /// The latest things that were said to this phone, oldest first.
    public List<String> heard() {
        return List.copyOf(heard);
    }

    /// A far end for a call that this phone receives or makes.
    PhoneCall newCall(Script script) {
        return new PhoneCall(this, script, clock);
    }

    FarEnd receive() {
        return newCall(script);
    }

    void began(PhoneCall call) {
        calls.add(call);
    }

    void ended(PhoneCall call) {
        calls.remove(call);
    }

    void heard(PhoneCall call, String words) {
        heard.add(words);
        if (heard.size() > 50) {
            heard.removeFirst();
        }
    }
}
