package org.patchbay.simulator.signal;

/// An error in the numbers that the SDK understands.
///
/// @param code decides which error class the app sees
/// @param message for developers; holds no secret
public record SignalError(int code, String message) {
    /// Becomes 20151 AuthenticationFailed.
    static SignalError forbidden(String message) {
        return new SignalError(31201, message);
    }

    /// Becomes 20101 AccessTokenInvalid.
    static SignalError tokenInvalid(String message) {
        return new SignalError(31204, message);
    }

    /// Becomes 20104 AccessTokenExpired, and stops the SDK's repeated registration.
    static SignalError tokenExpired() {
        return new SignalError(31205, "The access token has expired");
    }

    /// Becomes 31100 MalformedRequest.
    static SignalError malformed(String message) {
        return new SignalError(31100, message);
    }

    /// The call to be taken up again is over, or the reconnect token is not its newest.
    static SignalError callGone() {
        return new SignalError(31107, "There is no such call to reconnect to");
    }

    /// Becomes 31000 General error; for media that cannot be set up.
    static SignalError general(String message) {
        return new SignalError(31000, message);
    }
}
