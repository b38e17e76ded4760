package org.patchbay.simulator.rest;

/// Something that an account owns and that has a SID. Implementations are immutable records; a
/// change puts a new value into the [Store].
public interface Resource {
    String sid();

    String accountSid();
}
