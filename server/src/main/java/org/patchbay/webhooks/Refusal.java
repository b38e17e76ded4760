package org.patchbay.webhooks;

import java.util.Locale;

/// Why a delivery was not believed.
enum Refusal {
    NO_SIGNATURE("It carries no X-Twilio-Signature: Twilio did not send it, or something on the way took it off."),
    WRONG_TOKEN("It is not signed with an Auth Token of the account, or was changed on the way."),
    WRONG_URL("It is signed for another address than the one this server is configured with."),
    UNKNOWN_ACCOUNT("Its account is not connected to this workspace."),
    UNREADABLE("It is neither a form in UTF-8 nor JSON.");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    /// As the API and the database write it.
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String sentence() {
        return sentence;
    }
}
