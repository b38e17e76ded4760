package org.patchbay.workspaces;

import java.util.List;
import java.util.UUID;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Role;

/// A workspace that somebody is in, and what they may do there.
public record Membership(UUID memberId, Role role, List<Permission> permissions, Workspace workspace) {

    Membership(UUID memberId, Role role, Workspace workspace) {
        this(memberId, role, Permission.of(role), workspace);
    }
}
