package org.patchbay.twilio;

import com.twilio.twiml.MessagingResponse;
import com.twilio.twiml.TwiML;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Say;
import java.net.URI;

/// What Twilio is told to do with a call or a text, as [TwiML](https://www.twilio.com/docs/voice/twiml).
public final class Twiml {

    /// For a text: no answer.
    public static final String NOTHING = xml(new MessagingResponse.Builder().build());

    private Twiml() {}

    /// Says a sentence and ends the call.
    public static String sayAndHangUp(String sentence) {
        return xml(new VoiceResponse.Builder()
                .say(say(sentence))
                .hangup(new Hangup.Builder().build())
                .build());
    }

    /// Says a sentence, waits, and asks again: for a fault of ours that may be over in a moment.
    public static String sayAndAskAgain(String sentence, int seconds, URI address) {
        return xml(new VoiceResponse.Builder()
                .say(say(sentence))
                .pause(new Pause.Builder().length(seconds).build())
                .redirect(new Redirect.Builder(address).build())
                .build());
    }

    private static Say say(String sentence) {
        return Spoken.of(sentence).say();
    }

    static String xml(TwiML document) {
        return TwimlText.of(document);
    }
}
