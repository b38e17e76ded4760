package org.patchbay.workspaces;

import java.util.List;
import java.util.UUID;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Role;

/// A workspace that somebody is in, and what they may do there.
///
/// @param lastEvent the number of the workspace's last event; 0 before the first. Whoever follows the events
///     after it (`api/events.md`) misses nothing of what they read from then on.
public record Membership(UUID memberId, Role role, List<Permission> permissions, Workspace workspace, long lastEvent) {

    Membership(UUID memberId, Role role, Workspace workspace, long lastEvent) {
        this(memberId, role, Permission.of(role), workspace, lastEvent);
    }
}
