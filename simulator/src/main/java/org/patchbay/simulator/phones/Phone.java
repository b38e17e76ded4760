package org.patchbay.simulator.phones;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.calls.FarEnd;
import org.patchbay.simulator.calls.Line;
import org.patchbay.simulator.live.Changes;
import org.patchbay.simulator.live.Topic;
import org.patchbay.simulator.time.SimulatorClock;

/// Somebody's telephone: an address, a script for its calls, and the calls that it is in.
public final class Phone {

    private final String address;
    private final SimulatorClock clock;
    private final List<PhoneCall> calls = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Changes changes;
    private final AtomicInteger callsSoFar = new AtomicInteger();
    private final List<Text> texts = new CopyOnWriteArrayList<>();
    private volatile Script script = Script.noAnswer();
    private volatile TextScript textScript = TextScript.gets();
    private volatile @Nullable PhoneCall last;

    Phone(String address, SimulatorClock clock, Changes changes) {
        this.address = address;
        this.clock = clock;
        this.changes = changes;
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

    /// The call that was over last.
    public Optional<PhoneCall> last() {
        return Optional.ofNullable(last);
    }

    /// The latest things that were said to this phone, oldest first.
    public List<String> heard() {
        return List.copyOf(heard);
    }

    /// Places a call; the phone follows the script once the call is answered.
    ///
    /// @param network what carries the call
    /// @return empty when nobody has the number
    public Optional<PhoneCall> call(Network network, String to, Script script) {
        var call = call(script, to);
        return network.place(address, to, call).map(line -> {
            call.placed(line);
            return call;
        });
    }

    /// What carries a phone's calls.
    @FunctionalInterface
    public interface Network {
        Optional<Line> place(String from, String to, FarEnd caller);
    }

    /// A far end for a call to this phone.
    public FarEnd receive() {
        return call(script, "");
    }

    private PhoneCall call(Script script, String to) {
        return new PhoneCall(this, script, clock, callsSoFar.incrementAndGet(), to);
    }

    public TextScript textScript() {
        return textScript;
    }

    /// What it does with its next texts.
    public Phone texting(TextScript script) {
        textScript = script;
        return this;
    }

    /// The latest texts that it got, oldest first.
    public List<Text> texts() {
        return List.copyOf(texts);
    }

    /// A text arrives.
    public void get(Text text) {
        texts.add(text);
        if (texts.size() > 100) {
            texts.removeFirst();
        }
        changed();
    }

    /// As [#receive()], but when the phone cannot be reached, whatever its script says.
    public FarEnd receive(boolean unreachable) {
        return unreachable ? call(Script.unreachable(), "") : receive();
    }

    void began(PhoneCall call) {
        calls.add(call);
        changed();
    }

    void ended(PhoneCall call) {
        calls.remove(call);
        last = call;
        changed();
    }

    void changed() {
        changes.note(Topic.PHONES);
    }

    void heard(PhoneCall call, String words) {
        heard.add(words);
        if (heard.size() > 50) {
            heard.removeFirst();
        }
    }
}
