package org.patchbay.calls;

import java.util.Set;
import org.patchbay.twilio.Twiml;
import org.patchbay.webhooks.Delivery;
import org.patchbay.webhooks.Reply;
import org.patchbay.webhooks.WebhookKind;
import org.patchbay.webhooks.WebhookRoute;
import org.patchbay.workspaces.Workspaces;
import org.springframework.stereotype.Component;

/// What Twilio is answered about calls.
@Component
class CallRoutes implements WebhookRoute {

    private static final int WAIT_SECONDS = 2;

    private final Workspaces workspaces;

    CallRoutes(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @Override
    public Set<WebhookKind> kinds() {
        return Set.of(
                WebhookKind.VOICE,
                WebhookKind.VOICE_FALLBACK,
                WebhookKind.VOICE_ANSWER,
                WebhookKind.VOICE_STATUS,
                WebhookKind.VOICE_RECORDING,
                WebhookKind.VOICE_CONFERENCE);
    }

    @Override
    public Reply answer(Delivery delivery) {
        return switch (delivery.kind()) {
            case VOICE, VOICE_ANSWER -> nobodyCanTakeCalls();
            case VOICE_FALLBACK -> askOnceMore(delivery);
            case VOICE_STATUS, VOICE_RECORDING, VOICE_CONFERENCE -> Reply.noted();
            case SMS_INBOUND, SMS_STATUS, PROBE -> throw new IllegalArgumentException("not a call's");
        };
    }

    private Reply nobodyCanTakeCalls() {
        String name = workspaces.get().name();
        return Reply.twiml(Twiml.sayAndHangUp("Thank you for calling " + name
                + ". Nobody can take calls here yet. Please try again another time. Goodbye."));
    }

    /// The address that failed is asked again after a moment; should it fail again, Twilio comes back here.
    private static Reply askOnceMore(Delivery delivery) {
        return Reply.twiml(Twiml.sayAndAskAgain(
                "We are sorry, something went wrong. One moment please.",
                WAIT_SECONDS,
                delivery.address(WebhookKind.VOICE)));
    }
}
