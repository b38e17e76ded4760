package org.patchbay.simulator.dial;

import java.util.Optional;
import org.patchbay.simulator.calls.Call;
import org.patchbay.simulator.calls.Direction;
import org.patchbay.simulator.numbers.NumberStore;
import org.patchbay.simulator.numbers.PhoneNumbers;
import org.patchbay.simulator.twiml.Element;

/// What the called party sees (<https://www.twilio.com/docs/voice/twiml/dial#callerid>).
record CallerIds(NumberStore numbers) {

    /// The caller's own number unless another is named. A number that is neither the caller's, nor the
    /// one called, nor the account's own or verified, is refused.
    ///
    /// @param toNumber whether a telephone is called; clients may see anything
    /// @return empty when the caller id is refused, code 13214
    Optional<String> of(Call parent, Element dial, boolean toNumber) {
        var identity = parent.identity();
        String named = dial.attribute("callerId", "");
        String callerId = named.isEmpty() ? identity.from() : named;
        if (!toNumber) {
            return Optional.of(callerId);
        }
        boolean inbound = identity.direction() == Direction.INBOUND;
        if (named.isEmpty() && inbound && !callerId.startsWith("client:")) {
            // Whatever the network said about the caller is passed on, "anonymous" included.
            return Optional.of(callerId);
        }
        return PhoneNumbers.normalize(callerId)
                .filter(number -> number.equals(identity.from())
                        || number.equals(identity.to())
                        || numbers.mayCallFrom(parent.accountSid(), number));
    }
}
