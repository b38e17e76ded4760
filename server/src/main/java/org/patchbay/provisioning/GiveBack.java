package org.patchbay.provisioning;

import java.util.Objects;
import org.patchbay.twilio.AccountNumbers.Hook;
import org.patchbay.twilio.AccountNumbers.Wiring;

/// What a number gets back when we leave it: voice, texts and status callback each as they were before us,
/// unless somebody has changed them since. Pure.
final class GiveBack {

    private static final Hook NOBODY = new Hook(null, true);

    /// Of a number of which we do not know what it had.
    static final Wiring NOTHING = new Wiring(null, null, NOBODY, NOBODY, null, NOBODY, NOBODY, NOBODY);

    private GiveBack() {}

    /// @param now as it is
    /// @param ours as we set it last
    /// @param before as it was when we took it
    static Wiring of(Wiring now, Wiring ours, Wiring before) {
        Wiring voice = voiceIsOurs(now, ours) ? before : now;
        Wiring texts = textsAreOurs(now, ours) ? before : now;
        Hook status = sameAddress(now.statusCallback(), ours.statusCallback())
                ? before.statusCallback()
                : now.statusCallback();
        return new Wiring(
                voice.trunkSid(),
                voice.voiceApplicationSid(),
                voice.voice(),
                voice.voiceFallback(),
                texts.smsApplicationSid(),
                texts.sms(),
                texts.smsFallback(),
                status);
    }

    private static boolean voiceIsOurs(Wiring now, Wiring ours) {
        return now.trunkSid() == null && Objects.equals(now.voiceApplicationSid(), ours.voiceApplicationSid());
    }

    private static boolean textsAreOurs(Wiring now, Wiring ours) {
        return Objects.equals(now.smsApplicationSid(), ours.smsApplicationSid()) && sameAddress(now.sms(), ours.sms());
    }

    private static boolean sameAddress(Hook one, Hook other) {
        return DesiredSetup.same(one.url(), other.url());
    }
}
