package org.patchbay.simulator.signal;

import java.util.Map;
import java.util.Optional;

/// What the gateway says to a voice SDK.
public sealed interface ServerMessage {
    /// The token was good.
    ///
    /// @param ttlSeconds until it expires; arms the SDK's `tokenWillExpire`
    record Connected(String identity, String accountSid, long ttlSeconds) implements ServerMessage {}

    /// Incoming calls will come from now on.
    record Ready() implements ServerMessage {}

    /// No more incoming calls.
    record Offline() implements ServerMessage {}

    /// An outgoing call has a CallSid and rings.
    ///
    /// @param sdp an answer already, for early media
    record Ringing(String callSid, Optional<String> sdp) implements ServerMessage {}

    /// An outgoing call was answered; or the reply to a reconnection or ICE restart.
    ///
    /// @param sdp empty when the SDK has it already
    record Answer(String callSid, Optional<String> sdp, String reconnectToken) implements ServerMessage {}

    /// A call comes in.
    ///
    /// @param parameters what becomes `call.parameters`, among them `From` and `To`
    /// @param customParameters the `<Parameter>`s, which become `call.customParameters`
    record Invite(
            String callSid,
            String sdp,
            Map<String, String> parameters,
            Map<String, String> customParameters,
            String reconnectToken)
            implements ServerMessage {}

    /// A call that came in is no longer to be answered. (A `hangup` would be ignored then.)
    record Cancel(String callSid) implements ServerMessage {}

    /// A call is over, or never came about.
    ///
    /// @param callId CallSid, or the SDK's temporary identifier while it knows no other
    record Hangup(String callId, Optional<SignalError> error) implements ServerMessage {}

    /// Something is wrong beside any call.
    record DeviceError(SignalError error) implements ServerMessage {}

    /// A user message was taken.
    record Ack(String callSid, String voiceEventSid) implements ServerMessage {}

    /// A user message for the app.
    record UserMessage(String callSid, String content, String contentType, String messageType, String voiceEventSid)
            implements ServerMessage {}

    /// The client is to go and not to come back by itself.
    record Close() implements ServerMessage {}

    /// Shows that we are there: any frame re-arms the SDK's 15 s timer.
    record Heartbeat() implements ServerMessage {}
}
