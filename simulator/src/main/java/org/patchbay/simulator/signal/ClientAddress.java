package org.patchbay.simulator.signal;

/// Who a browser is: what `<Client>` dials. Identities belong to an account.
///
/// @param identity at most 256 characters, without `client:`
public record ClientAddress(String accountSid, String identity) {}
