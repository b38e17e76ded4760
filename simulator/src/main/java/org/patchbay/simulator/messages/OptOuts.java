package org.patchbay.simulator.messages;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Who wants no more texts from which of our numbers. Without Advanced Opt-Out that is kept per pair
/// of numbers, also when the sender belongs to a messaging service.
public final class OptOuts {

    private static final Set<String> TOLL_FREE = Set.of("800", "833", "844", "855", "866", "877", "888");

    private final Set<String> blocked = ConcurrentHashMap.newKeySet();

    /// Whether `person` has said STOP to `number`.
    public boolean isBlocked(String number, String person) {
        return blocked.contains(pair(number, person));
    }

    void block(String number, String person) {
        blocked.add(pair(number, person));
    }

    void unblock(String number, String person) {
        blocked.remove(pair(number, person));
    }

    static boolean isTollFree(String number) {
        return number.length() == 12 && number.startsWith("+1") && TOLL_FREE.contains(number.substring(2, 5));
    }

    private static String pair(String number, String person) {
        return number + " " + person;
    }
}
