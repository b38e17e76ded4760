package org.patchbay.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Play;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Reject;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What is done with a call, as [TwiML](https://www.twilio.com/docs/voice/twiml). The same wish makes the same
/// text, byte by byte: a delivery that comes twice is answered twice alike.
public final class VoiceTwiml {

    private static final int WHISPERS = 2;
    private static final int WAIT_SECONDS = 5;

    private VoiceTwiml() {}

    /// What a caller hears of a call that is not taken.
    public enum Refusal {
        /// The call ends as `busy`.
        BUSY(Reject.Reason.BUSY),
        /// The call ends as `no-answer`.
        REJECTED(Reject.Reason.REJECTED);

        private final Reject.Reason reason;

        Refusal(Reject.Reason reason) {
            this.reason = reason;
        }
    }

    /// Puts the leg into a conference. When that ends, the leg is hung up.
    public static String conference(ConferenceLeg leg) {
        return Twiml.xml(saying(leg.notice())
                .dial(new Dial.Builder().conference(leg.noun()).build())
                .build());
    }

    /// Calls a phone and connects it to the caller.
    public static String forward(ForwardLeg leg) {
        return Twiml.xml(saying(leg.notice()).dial(leg.verb()).build());
    }

    /// Does not take the call; nobody pays for it. Only as the very first answer to it.
    public static String reject(Refusal refusal) {
        return Twiml.xml(new VoiceResponse.Builder()
                .reject(new Reject.Builder().reason(refusal.reason).build())
                .build());
    }

    public static String hangUp() {
        return Twiml.xml(
                new VoiceResponse.Builder().hangup(new Hangup.Builder().build()).build());
    }

    public static String sayAndHangUp(Spoken sentence) {
        return Twiml.xml(saying(sentence).hangup(new Hangup.Builder().build()).build());
    }

    /// Asks another address what now.
    public static String redirect(URI address) {
        return Twiml.xml(new VoiceResponse.Builder()
                .redirect(new Redirect.Builder(address).method(HttpMethod.POST).build())
                .build());
    }

    /// A sound again and again, for as long as somebody waits.
    ///
    /// @param sound may be relative to the document's own address
    public static String playForEver(URI sound) {
        return Twiml.xml(new VoiceResponse.Builder()
                .play(new Play.Builder(sound).loop(0).build())
                .build());
    }

    /// Asks whoever answers a forwarded call to press a key first, so that no mailbox takes it. Said twice;
    /// without a key the phone is hung up, and the caller's call goes on as if it had not answered.
    ///
    /// @param prompt such as "A call for Quillmere. Press 1 to take it."
    /// @param actionUrl told which key; [#connect()] connects, [#hangUp()] does not
    public static String whisper(Spoken prompt, URI actionUrl) {
        Gather.Builder gather = new Gather.Builder()
                .numDigits(1)
                .timeout(WAIT_SECONDS)
                .action(actionUrl)
                .method(HttpMethod.POST);
        for (int time = 0; time < WHISPERS; time++) {
            gather.say(prompt.say());
        }
        return Twiml.xml(new VoiceResponse.Builder()
                .gather(gather.build())
                .hangup(new Hangup.Builder().build())
                .build());
    }

    /// Nothing more to hear: whoever answered a forwarded call is connected.
    public static String connect() {
        return Twiml.xml(new VoiceResponse.Builder().build());
    }

    private static VoiceResponse.Builder saying(@Nullable Spoken notice) {
        VoiceResponse.Builder response = new VoiceResponse.Builder();
        return notice == null || notice.isSilent() ? response : response.say(notice.say());
    }
}
