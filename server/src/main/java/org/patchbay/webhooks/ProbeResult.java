package org.patchbay.webhooks;

import java.time.Duration;

/// Whether a delivery that we sent to ourselves over the public address arrived.
public sealed interface ProbeResult {

    /// It came back to a Patchbay that knows this account, with its signature intact.
    record Reached(Duration took) implements ProbeResult {
        @Override
        public String sentence() {
            return "Deliveries arrive, and their signature holds.";
        }
    }

    /// Somebody answered, but not as the address should.
    record Refused(int status, Looks looks, String sentence) implements ProbeResult {}

    /// Nobody answered.
    record NotReached(Cause cause, String sentence) implements ProbeResult {}

    /// What the answer looks like.
    enum Looks {
        /// It sends elsewhere; Twilio would lose the signature on the way.
        REDIRECT,
        /// A page for people, such as a sign-in or a tunnel's warning.
        PAGE,
        /// A Patchbay that does not take the signature.
        OUR_REFUSAL,
        /// Another program, or a proxy that does not know this server.
        SOMEBODY_ELSE
    }

    enum Cause {
        /// An address that nobody outside can reach, so nobody was asked.
        ADDRESS,
        DNS,
        CONNECT,
        TLS,
        TIME_OUT
    }

    /// For the person who set the address up: what was found, and what helps.
    String sentence();
}
