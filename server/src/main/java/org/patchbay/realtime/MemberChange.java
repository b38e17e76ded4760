package org.patchbay.realtime;

import java.util.UUID;
import org.patchbay.kernel.access.Role;

/// What an event changes about who may see the next ones. It takes effect at its place in the sequence, on
/// every node alike.
sealed interface MemberChange {

    UUID memberId();

    record RoleIs(UUID memberId, Role role) implements MemberChange {}

    record Removed(UUID memberId) implements MemberChange {}
}
