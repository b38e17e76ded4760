package org.patchbay.simulator.inspector;

import java.time.Instant;

/// Something that Twilio's debugger would show.
///
/// @param code e.g. 11200; <https://www.twilio.com/docs/api/errors>
/// @param subject the SID of the call, conference or message concerned
/// @param url the customer's URL concerned, or empty
public record Alert(Instant at, String accountSid, int code, String subject, String url, String text) {}
