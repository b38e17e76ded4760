package org.patchbay.calls.sounds;

import java.net.URI;
import java.time.Clock;
import org.patchbay.database.Tenancy;
import org.patchbay.secrets.Seals;
import org.patchbay.twilio.WebhookUrls;
import org.springframework.stereotype.Component;

/// Where Twilio gets what a caller of the bound workspace hears while they wait.
@Component
public class WaitingSounds {

    static final String ROOT = "/sounds/";

    private final SoundToken tokens;

    WaitingSounds(Seals seals, Clock clock) {
        this.tokens = new SoundToken(seals, clock);
    }

    /// For a conference's `waitUrl`: a TwiML document that plays the sound for ever, since a conference asks
    /// for it once only and is silent after its end.
    ///
    /// @return without scheme and host, for TwiML; for REST to be resolved against
    ///     [org.patchbay.twilio.WebhookBase]. Asked by GET, as REST's `HoldMethod` does by default
    public URI address(Sound sound) {
        String token = tokens.make(Tenancy.workspaceId(), sound);
        return WebhookUrls.patient(URI.create(ROOT + token + "/" + SoundFiles.document(sound)));
    }
}
