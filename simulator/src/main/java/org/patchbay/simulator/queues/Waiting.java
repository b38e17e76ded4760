package org.patchbay.simulator.queues;

import java.time.Duration;
import java.time.Instant;
import org.patchbay.simulator.calls.Leg;
import org.patchbay.simulator.calls.TwimlSource;

/// A call in a queue. On the mailbox of its account.
public interface Waiting {

    Leg leg();

    Instant since();

    /// Leaves the queue for these instructions.
    ///
    /// @param result `redirected`, or another word for `QueueResult`
    void leaveFor(TwimlSource source, String result);

    /// Is taken out of the queue by a `<Dial><Queue>`, which now owns what happens to the leg; it
    /// returns to its own instructions by [#bridgeEnded].
    void taken();

    /// The conversation with who took it is over.
    ///
    /// @param result `bridged`, or `hangup` when this call hung up
    void bridgeEnded(String result);

    default long waitedSeconds(Instant now) {
        return Duration.between(since(), now).toSeconds();
    }
}
