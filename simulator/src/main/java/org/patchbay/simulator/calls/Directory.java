package org.patchbay.simulator.calls;

/// Finds who answers to an address.
@FunctionalInterface
public interface Directory {

    /// @param accountSid whose clients are meant; numbers are the same for everybody
    /// @param from as the party will see it
    /// @param to E.164, or `client:` and an identity
    FarEnd find(String accountSid, String from, String to);
}
