package org.patchbay.simulator.signal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// What a voice SDK says to its gateway, one JSON object per text frame. Call identifiers are CallSids, or
/// the SDK's own temporary ones (`TJS…`) until it learns the CallSid.
public sealed interface ClientMessage {
    /// The first message on every socket, and again with each new token.
    ///
    /// @param reconnectTimeout how long the app is willing to wait for a lost socket, at most 30 s
    record Listen(String token, Duration reconnectTimeout) implements ClientMessage {
        @Override
        public String toString() {
            return "Listen[token=***]";
        }
    }

    /// Wants incoming calls, or no longer; repeated every 30 s.
    record Register(boolean audio) implements ClientMessage {}

    /// A call out.
    ///
    /// @param params what the app gave to `device.connect`
    record Invite(String callId, String sdp, Map<String, String> params) implements ClientMessage {}

    /// Takes up a call again after the socket was lost.
    ///
    /// @param token the last one that the gateway gave out for this call
    record Reconnect(String callId, String sdp, String token) implements ClientMessage {}

    /// Answers an incoming call.
    record Answer(String callId, String sdp) implements ClientMessage {}

    record Reject(String callId) implements ClientMessage {}

    record Hangup(String callId) implements ClientMessage {}

    /// Keys, when the browser cannot send them with the audio; `w` is a pause of half a second.
    record Dtmf(String callId, String digits) implements ClientMessage {}

    /// Offers new ICE credentials after the network changed.
    record Reinvite(String callId, String sdp) implements ClientMessage {}

    /// A message of the app's own, beside the call.
    ///
    /// @param voiceEventSid `KX…`, named again in the acknowledgement
    record UserMessage(String callId, String content, String contentType, String messageType, String voiceEventSid)
            implements ClientMessage {}

    /// The answer to our heartbeat.
    record Heartbeat() implements ClientMessage {}

    /// Something that a later SDK may say; to be ignored.
    record Unknown(String type) implements ClientMessage {}

    /// Not a message at all, or one that lacks what its type needs.
    ///
    /// @param callId when it could be read
    record Malformed(String why, Optional<String> callId) implements ClientMessage {}
}
