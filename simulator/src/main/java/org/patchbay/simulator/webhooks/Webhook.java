package org.patchbay.simulator.webhooks;

import org.patchbay.simulator.http.Params;

/// A request that Twilio sends to a customer.
///
/// @param accountSid whose primary token signs it
/// @param subject the SID of the call, conference or message that it is about
/// @param url absolute, as configured; its fragment holds [ConnectionOverrides]
/// @param method GET or POST
public record Webhook(String accountSid, String subject, WebhookKind kind, String url, String method, Params params) {}
