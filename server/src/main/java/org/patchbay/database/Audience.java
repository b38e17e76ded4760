package org.patchbay.database;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Role;

/// Who of a workspace may see an event; both conditions must hold where both are given.
///
/// @param permission one the member's role must hold; null for any
/// @param members the members it is for; null for all
public record Audience(
        @Nullable Permission permission, @Nullable Set<UUID> members) {

    public static Audience everyone() {
        return new Audience(null, null);
    }

    public static Audience holding(Permission permission) {
        return new Audience(permission, null);
    }

    public static Audience of(Set<UUID> members) {
        return new Audience(null, Set.copyOf(members));
    }

    public boolean includes(UUID memberId, Role role) {
        return (permission == null || permission.heldBy(role)) && (members == null || members.contains(memberId));
    }
}
