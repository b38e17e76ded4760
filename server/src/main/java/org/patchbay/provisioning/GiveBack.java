package org.patchbay.provisioning;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.patchbay.numbers.HeldNumber;
import org.patchbay.twilio.AccountNumbers.Hook;
import org.patchbay.twilio.AccountNumbers.Wiring;

/// What a number gets back when we leave it: voice, texts and status callback each as they were before us,
/// unless somebody has changed them since. Pure.
final class GiveBack {

    private static final Hook NOBODY = new Hook(null, true);

    /// Of a number of which we do not know what it had.
    static final Wiring NOTHING = new Wiring(null, null, NOBODY, NOBODY, null, NOBODY, NOBODY, NOBODY);

    private GiveBack() {}

    /// By what our own wiring is known, under whichever address and by whichever app of ours it was done.
    record Ours(UUID workspaceId, Set<String> appSids) {

        static Ours of(DesiredSetup desired, HeldNumber number) {
            return of(desired.urls().workspaceId(), Optional.of(desired.appSid()), number);
        }

        static Ours of(UUID workspaceId, Optional<String> appSid, HeldNumber number) {
            Optional<String> earlier = number.setTo().map(Wiring::voiceApplicationSid);
            return new Ours(
                    workspaceId,
                    Stream.of(appSid, earlier).flatMap(Optional::stream).collect(Collectors.toSet()));
        }

        private boolean has(Hook hook) {
            return hook.url() != null
                    && String.valueOf(hook.url().getPath()).startsWith("/api/twilio/" + workspaceId + "/");
        }
    }

    /// @param now as it is
    /// @param before as it was when we took it
    static Wiring of(Wiring now, Ours ours, Wiring before) {
        boolean voiceIsOurs = now.trunkSid() == null
                && now.voiceApplicationSid() != null
                && ours.appSids().contains(now.voiceApplicationSid());
        boolean textsAreOurs = now.smsApplicationSid() == null && ours.has(now.sms());
        Wiring voice = voiceIsOurs ? before : now;
        Wiring texts = textsAreOurs ? before : now;
        return new Wiring(
                voice.trunkSid(),
                voice.voiceApplicationSid(),
                voice.voice(),
                voice.voiceFallback(),
                texts.smsApplicationSid(),
                texts.sms(),
                texts.smsFallback(),
                ours.has(now.statusCallback()) ? before.statusCallback() : now.statusCallback());
    }
}
