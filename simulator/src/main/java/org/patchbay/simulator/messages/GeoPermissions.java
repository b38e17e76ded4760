package org.patchbay.simulator.messages;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.simulator.calls.Countries;

/// To which countries an account may not send texts (error 21408). At first every country is open,
/// other than at Twilio, where a new account reaches its own country only.
public final class GeoPermissions {

    private final Set<String> closed = ConcurrentHashMap.newKeySet();

    /// @param country ISO 3166, e.g. `DE`
    public void set(String accountSid, String country, boolean permitted) {
        if (permitted) {
            closed.remove(key(accountSid, country));
        } else {
            closed.add(key(accountSid, country));
        }
    }

    public boolean permits(String accountSid, String number) {
        return !closed.contains(key(accountSid, Countries.of(number)));
    }

    private static String key(String accountSid, String country) {
        return accountSid + " " + country;
    }
}
