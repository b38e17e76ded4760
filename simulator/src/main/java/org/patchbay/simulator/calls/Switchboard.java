package org.patchbay.simulator.calls;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.patchbay.simulator.time.Mailbox;

/// The live side of one account: its mailbox, and the legs that are not over. Everything that the
/// engine keeps about the account is touched on the mailbox only.
public final class Switchboard {

    private final String accountSid;
    private final Mailbox mailbox;
    private final Map<String, Leg> legs = new HashMap<>();

    Switchboard(String accountSid, Mailbox mailbox) {
        this.accountSid = accountSid;
        this.mailbox = mailbox;
    }

    public String accountSid() {
        return accountSid;
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    /// A leg that is not over.
    public Optional<Leg> leg(String callSid) {
        return Optional.ofNullable(legs.get(callSid));
    }

    void add(Leg leg) {
        legs.put(leg.call().sid(), leg);
    }

    void remove(Leg leg) {
        legs.remove(leg.call().sid());
    }
}
