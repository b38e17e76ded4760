package org.patchbay.realtime;

/// Why the server closes a socket. From 4000 on the codes are ours
/// ([RFC 6455 §7.4.2](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.2)); `api/events.md` lists them.
public enum CloseReason {
    GOING_AWAY(1001, "The server is going down. Reconnect."),
    UNKNOWN_FRAME(1003, "Only {\"type\":\"ping\"} is understood."),
    SESSION_ENDED(4401, "The session has ended. Sign in again."),
    NOT_A_MEMBER(4403, "No longer a member of this workspace."),
    TOO_SLOW(4408, "Too slow, or silent. Reconnect and resume.");

    private final int code;
    private final String words;

    CloseReason(int code, String words) {
        this.code = code;
        this.words = words;
    }

    public int code() {
        return code;
    }

    /// At most 123 bytes, for more do not fit into a close frame.
    public String words() {
        return words;
    }
}
