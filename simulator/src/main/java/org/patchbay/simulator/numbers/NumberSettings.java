package org.patchbay.simulator.numbers;

import java.time.Instant;
import org.patchbay.simulator.rest.Fields;
import org.patchbay.simulator.rest.RestError;

/// Applies the fields of an update to a number.
public final class NumberSettings {

    private final NumberStore numbers;

    public NumberSettings(NumberStore numbers) {
        this.numbers = numbers;
    }

    /// @throws RestError 400/21218 for an application that the account does not have, 21205 for a bad
    ///     URL, 20002 for a name of more than 64 characters
    public IncomingPhoneNumber apply(IncomingPhoneNumber number, Fields fields, Instant now) {
        String name = fields.text("FriendlyName", number.friendlyName());
        if (name.length() > 64) {
            throw RestError.badRequest(20002, "Invalid FriendlyName");
        }
        return new IncomingPhoneNumber(
                number.sid(),
                number.accountSid(),
                number.phoneNumber(),
                name,
                number.capabilities(),
                number.voice().updated(fields),
                application(number, fields, "VoiceApplicationSid", number.voiceApplicationSid()),
                number.sms().updated(fields),
                application(number, fields, "SmsApplicationSid", number.smsApplicationSid()),
                number.created(),
                now);
    }

    private String application(IncomingPhoneNumber number, Fields fields, String field, String otherwise) {
        if (!fields.form().has(field)) {
            return otherwise;
        }
        String sid = fields.text(field, "");
        if (!sid.isEmpty()
                && numbers.applications().find(number.accountSid(), sid).isEmpty()) {
            throw RestError.badRequest(21218, "Invalid ApplicationSid");
        }
        return sid;
    }
}
