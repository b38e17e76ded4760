package org.patchbay.simulator.numbers;

import org.patchbay.simulator.rest.Fields;

/// What a number or an application does with texts.
///
/// @param statusCallback only applications have one for messages
public record SmsSettings(Hook sms, Hook fallback, Hook statusCallback) {

    public static final SmsSettings NONE = new SmsSettings(Hook.NONE, Hook.NONE, Hook.NONE);

    SmsSettings updated(Fields fields) {
        String statusField = fields.form().has("MessageStatusCallback") ? "MessageStatusCallback" : "SmsStatusCallback";
        return new SmsSettings(
                sms.updated(fields, "SmsUrl", "SmsMethod"),
                fallback.updated(fields, "SmsFallbackUrl", "SmsFallbackMethod"),
                statusCallback.updated(fields, statusField, "SmsStatusCallbackMethod"));
    }
}
