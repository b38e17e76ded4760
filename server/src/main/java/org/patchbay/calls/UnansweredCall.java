package org.patchbay.calls;

import java.util.UUID;

/// What a caller hears whom nobody has taken, where the number says `voicemail`. Whoever has voicemail declares a
/// bean of this; while there is none, a sentence is said and the call ends.
///
/// Everything after the answer comes back by the addresses that the TwiML names, which are its own.
@FunctionalInterface
public interface UnansweredCall {

    /// @param legId the caller's
    /// @param workspaceName as callers are told
    record Waiting(UUID workspaceId, UUID callId, UUID legId, String workspaceName) {}

    /// Pure and quick, and the same for the same: it runs while calls are locked, and what it made is stored and
    /// given again to whoever asks the same again. It must not fail; the caller is on the line.
    ///
    /// @return a TwiML document
    String twiml(Waiting caller);
}
