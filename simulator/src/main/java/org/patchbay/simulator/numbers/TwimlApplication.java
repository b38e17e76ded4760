package org.patchbay.simulator.numbers;

import java.time.Instant;
import org.patchbay.simulator.rest.Fields;
import org.patchbay.simulator.rest.Resource;
import org.patchbay.simulator.rest.RestError;

/// A TwiML application: settings that numbers and Voice SDK clients share.
public record TwimlApplication(
        String sid,
        String accountSid,
        String friendlyName,
        VoiceSettings voice,
        SmsSettings sms,
        boolean publicConnect,
        Instant created,
        Instant updated)
        implements Resource {

    /// This application, with what the form changes.
    public TwimlApplication updated(Fields fields, Instant now) {
        String name = fields.text("FriendlyName", friendlyName);
        if (name.length() > 64) {
            throw RestError.badRequest(20002, "Invalid FriendlyName");
        }
        return new TwimlApplication(
                sid,
                accountSid,
                name,
                voice.updated(fields),
                sms.updated(fields),
                fields.flag("PublicApplicationConnectEnabled", publicConnect),
                created,
                now);
    }
}
