package org.patchbay.simulator.numbers;

import org.patchbay.simulator.rest.Fields;

/// What a number or an application does with calls.
public record VoiceSettings(Hook voice, Hook fallback, Hook statusCallback, boolean callerIdLookup) {

    public static final VoiceSettings NONE = new VoiceSettings(Hook.NONE, Hook.NONE, Hook.NONE, false);

    VoiceSettings updated(Fields fields) {
        return new VoiceSettings(
                voice.updated(fields, "VoiceUrl", "VoiceMethod"),
                fallback.updated(fields, "VoiceFallbackUrl", "VoiceFallbackMethod"),
                statusCallback.updated(fields, "StatusCallback", "StatusCallbackMethod"),
                fields.flag("VoiceCallerIdLookup", callerIdLookup));
    }
}
