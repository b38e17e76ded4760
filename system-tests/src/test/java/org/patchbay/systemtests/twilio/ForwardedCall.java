package org.patchbay.systemtests.twilio;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.patchbay.simulator.phones.Script;
import org.patchbay.twilio.ForwardLeg;
import org.patchbay.twilio.Spoken;
import org.patchbay.twilio.VoiceTwiml;

/// A call that is forwarded to a phone, recorded, whose owner has to press 1.
record ForwardedCall(CallsAtTwilio twilio) {

    static final String PHONE = "+13125550133";
    private static final Map<String, String> IDS = Map.of("call", "c1", "leg", "l1");

    /// @return the SID of the call that is forwarded
    String begin(Script phone) {
        twilio.callee(Script.answers());
        twilio.simulator.phone(PHONE).script(phone);
        twilio.server.answers(
                "/forward",
                VoiceTwiml.forward(new ForwardLeg(
                        PHONE,
                        null,
                        Duration.ofSeconds(20),
                        twilio.urls.voiceAnswer(IDS),
                        twilio.urls.voiceStatus(IDS),
                        twilio.urls.voiceRecording(IDS),
                        URI.create("/whisper?a=1&b=2"),
                        Spoken.of("You are being connected."))));
        twilio.server.answers(
                "/whisper", VoiceTwiml.whisper(Spoken.of("Press 1 to take the call."), URI.create("/pressed")));
        twilio.server.answers("/pressed", VoiceTwiml.connect());
        twilio.server.answers(twilio.path("answer"), VoiceTwiml.hangUp());
        return twilio.call("/forward");
    }
}
