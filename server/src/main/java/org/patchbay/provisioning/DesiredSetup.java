package org.patchbay.provisioning;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.twilio.AccountApps.AppSettings;
import org.patchbay.twilio.AccountNumbers.Hook;
import org.patchbay.twilio.AccountNumbers.TwilioNumber;
import org.patchbay.twilio.AccountNumbers.Wiring;
import org.patchbay.twilio.WebhookUrls;

/// How a workspace's account should be: everything that we want of it, in one place.
///
/// @param appSid our TwiML app's
public record DesiredSetup(WebhookUrls urls, String appSid) {

    /// What we make at Twilio is called that, so that it is found again.
    public static String nameOf(UUID workspaceId) {
        return "patchbay:" + workspaceId;
    }

    static AppSettings app(WebhookUrls urls) {
        return new AppSettings(nameOf(urls.workspaceId()), urls.voice(), urls.voiceFallback(), urls.voiceStatus());
    }

    AppSettings app() {
        return app(urls);
    }

    /// What a number is to be told, from what it has: what it can not do is left as it is, and so are the
    /// voice addresses, to which Twilio does not look while there is an app.
    Wiring wiring(TwilioNumber number) {
        Wiring now = number.wiring();
        return new Wiring(
                number.voice() ? null : now.trunkSid(),
                number.voice() ? appSid : now.voiceApplicationSid(),
                now.voice(),
                now.voiceFallback(),
                number.sms() ? null : now.smsApplicationSid(),
                number.sms() ? sms() : now.sms(),
                number.sms() ? sms() : now.smsFallback(),
                statusCallback());
    }

    /// Also where the first try failed: a text that comes twice is stored once.
    Hook sms() {
        return new Hook(urls.smsInbound(), true);
    }

    Hook statusCallback() {
        return new Hook(urls.voiceStatus(), true);
    }

    /// Whether two addresses are the same for Twilio's purposes; it keeps the fragment to itself.
    static boolean same(@Nullable URI one, @Nullable URI other) {
        return shown(one).equals(shown(other));
    }

    /// An address as people should see it; nothing for none.
    static String shown(@Nullable URI address) {
        if (address == null) {
            return "";
        }
        String text = address.toString();
        int fragment = text.indexOf('#');
        return fragment < 0 ? text : text.substring(0, fragment);
    }
}
