package org.patchbay.simulator.signal;

import java.util.Map;

/// What the gateway needs of whoever runs calls. Every method returns at once; what comes of it is told
/// through [VoiceGateway].
public interface CallEngine {
    /// A browser calls out: begins the call by asking the TwiML app's voice URL (with
    /// `From=client:<identity>` and each of `params`).
    ///
    /// @param sdpOffer what the browser's media need as an answer, with [VoiceGateway#ringing] or
    ///     [VoiceGateway#answered]
    /// @return the CallSid
    String dial(AccessGrant caller, String sdpOffer, Map<String, String> params);

    /// The first of the invited browsers took the call; the others have been told.
    ///
    /// @param leg the media that were offered to this browser; its answer has been accepted
    void accepted(String callSid, OfferedLeg leg);

    /// A browser refused the call.
    void rejected(String callSid);

    /// The browser ended its call, or was lost for too long.
    void hungUp(String callSid);

    /// Keys that came beside the audio; `w` is a pause of half a second.
    void digits(String callSid, String digits);

    /// New ICE credentials for a live call.
    ///
    /// @return the SDP answer
    /// @throws IllegalArgumentException when the offer cannot be used; the call goes on as it is
    String restartIce(String callSid, String sdpOffer);

    /// The app's own message beside a call.
    void message(String callSid, String content, String contentType);

    /// Media offered to one browser.
    interface OfferedLeg {
        /// SDP that the browser is to answer.
        String offer();

        /// Takes the browser's answer.
        ///
        /// @throws IllegalArgumentException when it cannot be used
        void accept(String sdpAnswer);

        /// Another browser took the call, or nobody will.
        void withdraw();
    }
}
