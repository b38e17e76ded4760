package org.patchbay.provisioning;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.numbers.NumberDifference;
import org.patchbay.twilio.AccountApps.AppSettings;
import org.patchbay.twilio.AccountApps.TwimlApp;
import org.patchbay.twilio.AccountNumbers.Hook;
import org.patchbay.twilio.AccountNumbers.TwilioNumber;
import org.patchbay.twilio.AccountNumbers.Wiring;
import org.patchbay.twilio.Aspect;

/// Compares what is at Twilio with what should be there. Pure: asks nobody, changes nothing.
final class Drift {

    private Drift() {}

    static List<NumberDifference> ofNumber(DesiredSetup desired, TwilioNumber number) {
        List<NumberDifference> differences = new ArrayList<>();
        Wiring now = number.wiring();
        if (number.voice()) {
            voice(desired, now).ifPresent(differences::add);
        }
        if (number.sms()) {
            if (now.smsApplicationSid() != null) {
                differences.add(new NumberDifference(Aspect.SMS_APP, null, now.smsApplicationSid()));
            } else {
                hook(Aspect.SMS_URL, Aspect.SMS_METHOD, desired.sms(), now.sms())
                        .ifPresent(differences::add);
            }
        }
        hook(Aspect.STATUS_URL, Aspect.STATUS_METHOD, desired.statusCallback(), now.statusCallback())
                .ifPresent(differences::add);
        return differences;
    }

    /// What Twilio really asks: a trunk before an app before an address.
    private static Optional<NumberDifference> voice(DesiredSetup desired, Wiring now) {
        if (now.trunkSid() != null) {
            return Optional.of(new NumberDifference(Aspect.TRUNK, desired.appSid(), now.trunkSid()));
        }
        if (desired.appSid().equals(now.voiceApplicationSid())) {
            return Optional.empty();
        }
        String asked = now.voiceApplicationSid() != null
                ? now.voiceApplicationSid()
                : orNull(now.voice().url());
        return Optional.of(new NumberDifference(Aspect.APP, desired.appSid(), asked));
    }

    private static Optional<NumberDifference> hook(Aspect address, Aspect method, Hook wanted, Hook found) {
        if (!DesiredSetup.same(wanted.url(), found.url())) {
            return Optional.of(new NumberDifference(address, orNull(wanted.url()), orNull(found.url())));
        }
        return wanted.post() == found.post()
                ? Optional.empty()
                : Optional.of(new NumberDifference(method, "POST", "GET"));
    }

    static List<Difference> ofApp(AppSettings wanted, String sid, Optional<TwimlApp> found) {
        if (found.isEmpty()) {
            return List.of(Difference.of(Subject.APP, Aspect.MISSING, sid, null));
        }
        AppSettings is = found.get().settings();
        List<Difference> differences = new ArrayList<>();
        address(Aspect.VOICE_URL, wanted.voiceUrl(), is.voiceUrl()).ifPresent(differences::add);
        address(Aspect.FALLBACK_URL, wanted.voiceFallbackUrl(), is.voiceFallbackUrl())
                .ifPresent(differences::add);
        address(Aspect.STATUS_URL, wanted.statusCallback(), is.statusCallback()).ifPresent(differences::add);
        if (!found.get().byPost()) {
            differences.add(Difference.of(Subject.APP, Aspect.METHOD, "POST", "GET"));
        }
        return differences;
    }

    private static Optional<Difference> address(Aspect aspect, @Nullable URI wanted, @Nullable URI found) {
        return DesiredSetup.same(wanted, found)
                ? Optional.empty()
                : Optional.of(Difference.of(Subject.APP, aspect, orNull(wanted), orNull(found)));
    }

    private static @Nullable String orNull(@Nullable URI address) {
        return address == null ? null : DesiredSetup.shown(address);
    }
}
