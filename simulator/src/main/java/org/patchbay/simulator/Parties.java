package org.patchbay.simulator;

import java.util.Optional;
import org.patchbay.simulator.browsers.BrowserCalls;
import org.patchbay.simulator.calls.Directory;
import org.patchbay.simulator.calls.FarEnd;
import org.patchbay.simulator.calls.InboundCalls;
import org.patchbay.simulator.calls.Telephony;
import org.patchbay.simulator.calls.Trunk;
import org.patchbay.simulator.phones.Phones;

/// Who answers to an address: a browser that is registered, a number of a simulated account, or a phone.
record Parties(World world, Telephony telephony, InboundCalls inbound, Phones phones, Optional<BrowserCalls> browsers)
        implements Directory {

    private static final String CLIENT = "client:";

    @Override
    public FarEnd find(String accountSid, String from, String to) {
        if (to.startsWith(CLIENT)) {
            String identity = to.substring(CLIENT.length());
            return browsers.flatMap(known -> known.find(accountSid, identity))
                    .orElseGet(() -> phones.client(accountSid, identity).receive());
        }
        return world.numbers().byNumber(to).isPresent()
                ? new Trunk(inbound, telephony.sounds(), from, to)
                : phones.number(to).receive(world.faults().isUnreachable(accountSid, to));
    }
}
