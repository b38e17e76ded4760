package org.patchbay.simulator.browsers;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The browsers that are in a call or ring, by CallSid.
final class BrowserParties {

    private final Map<String, BrowserParty> byCall = new ConcurrentHashMap<>();

    void put(BrowserParty party) {
        byCall.put(party.callSid(), party);
    }

    void remove(String callSid) {
        byCall.remove(callSid);
    }

    Optional<BrowserParty> find(String callSid) {
        return Optional.ofNullable(byCall.get(callSid));
    }
}
