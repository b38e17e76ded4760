package org.patchbay.kernel.access;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something worth the audit log happened in the bound workspace. Published as an event inside the
/// transaction that does it, so that neither is kept without the other.
///
/// @param action lower-case words joined by dots and hyphens, subject first: `member.invited`
/// @param actor who did it; null for the current [Caller], or the system where there is none
/// @param target what it was done to; null where the workspace itself is meant
/// @param details what changed; never a secret, a token or a message body
public record AuditFact(
        String action, @Nullable Actor actor, @Nullable Target target, Map<String, Object> details) {

    /// @param kind "member", "api-key" or "system"
    /// @param name what they were called at that time
    public record Actor(String kind, @Nullable UUID id, String name) {}

    /// @param kind as in "member"
    /// @param name what it was called at that time
    public record Target(String kind, String id, String name) {}

    public static AuditFact of(String action) {
        return new AuditFact(action, null, null, Map.of());
    }

    public static AuditFact of(String action, Target target) {
        return new AuditFact(action, null, target, Map.of());
    }

    public AuditFact by(Actor who) {
        return new AuditFact(action, who, target, details);
    }

    public AuditFact with(Map<String, Object> what) {
        return new AuditFact(action, actor, target, what);
    }
}
