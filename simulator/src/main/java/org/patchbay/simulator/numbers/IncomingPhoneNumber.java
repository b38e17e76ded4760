package org.patchbay.simulator.numbers;

import java.time.Instant;
import org.patchbay.simulator.rest.Resource;

/// A number that an account has bought.
///
/// @param phoneNumber E.164
/// @param voiceApplicationSid when not empty, the application's settings count instead of `voice`
/// @param smsApplicationSid when not empty, the application's settings count instead of `sms`
public record IncomingPhoneNumber(
        String sid,
        String accountSid,
        String phoneNumber,
        String friendlyName,
        Capabilities capabilities,
        VoiceSettings voice,
        String voiceApplicationSid,
        SmsSettings sms,
        String smsApplicationSid,
        Instant created,
        Instant updated)
        implements Resource {

    public static IncomingPhoneNumber bought(
            String sid, String accountSid, String phoneNumber, Capabilities capabilities, Instant now) {
        return new IncomingPhoneNumber(
                sid,
                accountSid,
                phoneNumber,
                PhoneNumbers.national(phoneNumber),
                capabilities,
                VoiceSettings.NONE,
                "",
                SmsSettings.NONE,
                "",
                now,
                now);
    }

    public IncomingPhoneNumber ownedBy(String accountSid) {
        return new IncomingPhoneNumber(
                sid,
                accountSid,
                phoneNumber,
                friendlyName,
                capabilities,
                voice,
                voiceApplicationSid,
                sms,
                smsApplicationSid,
                created,
                updated);
    }
}
