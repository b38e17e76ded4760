package org.patchbay.simulator.phones;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.patchbay.simulator.live.Changes;
import org.patchbay.simulator.live.Topic;

/// The phones that people hold in their hands: those of the phones page.
public final class Handsets {

    private static final int MOST = 200;

    private final Phones phones;
    private final Changes changes;
    private final Map<String, Handset> byNumber = new LinkedHashMap<>();

    /// @param name what the phones page calls it
    public record Handset(Phone phone, String name) {
        public String number() {
            return phone.address();
        }
    }

    public Handsets(Phones phones, Changes changes) {
        this.phones = phones;
        this.changes = changes;
    }

    /// Oldest first.
    public synchronized List<Handset> all() {
        return List.copyOf(byNumber.values());
    }

    public synchronized Optional<Handset> find(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /// A handset with this number; the one that is there already, if there is one. From now on nobody
    /// but its owner answers it: a script that the phone had is put away.
    ///
    /// @return empty when there are too many
    public synchronized Optional<Handset> add(String number, String name) {
        var known = byNumber.get(number);
        if (known != null) {
            return Optional.of(known);
        }
        if (byNumber.size() == MOST) {
            return Optional.empty();
        }
        var handset = new Handset(phones.number(number).script(Script.noAnswer()), name);
        byNumber.put(number, handset);
        changes.note(Topic.PHONES);
        return Optional.of(handset);
    }

    /// A number that no handset has, of those that are set aside for fiction in the North American
    /// plan (555-0100 to 555-0199).
    public synchronized String freeNumber() {
        return IntStream.range(0, 1000)
                .mapToObj(i -> "+1%d555%04d".formatted(202 + i / 100, 100 + i % 100))
                .filter(number -> !byNumber.containsKey(number))
                .findFirst()
                .orElseThrow();
    }

    /// Hangs up what it was doing, and forgets it.
    ///
    /// @return false when there was none
    public synchronized boolean remove(String number) {
        var handset = byNumber.remove(number);
        if (handset == null) {
            return false;
        }
        handset.phone().calls().forEach(PhoneCall::hangUp);
        changes.note(Topic.PHONES);
        return true;
    }
}
