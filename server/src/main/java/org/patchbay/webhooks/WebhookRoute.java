package org.patchbay.webhooks;

import java.util.Set;

/// What a feature does with deliveries. A bean; each [WebhookKind] has exactly one, or the server does not
/// start.
public interface WebhookRoute {

    Set<WebhookKind> kinds();

    /// Called in the delivery's workspace, outside a transaction, possibly more than once for one delivery.
    /// Twilio waits: 15 seconds in all.
    ///
    /// Whatever it throws is answered as the kind wants it: who is on the line hears a sentence and is asked
    /// for again; everything else is refused with 503, so that Twilio sends it once more.
    Reply answer(Delivery delivery);
}
