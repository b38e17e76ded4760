package org.patchbay.simulator.numbers.web;

import org.patchbay.simulator.numbers.SmsSettings;
import org.patchbay.simulator.numbers.VoiceSettings;
import tools.jackson.databind.node.ObjectNode;

/// The settings that numbers and applications share, as JSON.
final class HookJson {

    private HookJson() {}

    static void put(ObjectNode json, VoiceSettings voice) {
        json.put("voice_url", voice.voice().url())
                .put("voice_method", voice.voice().method())
                .put("voice_fallback_url", voice.fallback().url())
                .put("voice_fallback_method", voice.fallback().method())
                .put("status_callback", voice.statusCallback().url())
                .put("status_callback_method", voice.statusCallback().method())
                .put("voice_caller_id_lookup", voice.callerIdLookup());
    }

    static void put(ObjectNode json, SmsSettings sms) {
        json.put("sms_url", sms.sms().url())
                .put("sms_method", sms.sms().method())
                .put("sms_fallback_url", sms.fallback().url())
                .put("sms_fallback_method", sms.fallback().method());
    }
}
