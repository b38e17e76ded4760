package org.patchbay.kernel.access;

import static org.patchbay.kernel.access.Role.ADMIN;
import static org.patchbay.kernel.access.Role.AGENT;
import static org.patchbay.kernel.access.Role.OWNER;
import static org.patchbay.kernel.access.Role.SUPERVISOR;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The permission table, the only one: what may be done, and by which roles.
public enum Permission {
    WORKSPACE_READ("workspace.read", OWNER, ADMIN, SUPERVISOR, AGENT),
    WORKSPACE_EDIT("workspace.edit", OWNER, ADMIN),
    MEMBERS_READ("members.read", OWNER, ADMIN, SUPERVISOR, AGENT),
    MEMBERS_INVITE("members.invite", OWNER, ADMIN),
    MEMBERS_MANAGE("members.manage", OWNER, ADMIN),
    PRESENCE_SET("presence.set", OWNER, ADMIN, SUPERVISOR, AGENT),
    API_KEYS_MANAGE("api-keys.manage", OWNER, ADMIN),
    AUDIT_READ("audit.read", OWNER, ADMIN),
    TWILIO_READ("twilio.read", OWNER, ADMIN, SUPERVISOR),
    TWILIO_MANAGE("twilio.manage", OWNER, ADMIN),
    NUMBERS_READ("numbers.read", OWNER, ADMIN, SUPERVISOR, AGENT),
    NUMBERS_MANAGE("numbers.manage", OWNER, ADMIN),
    MESSAGES_READ("messages.read", OWNER, ADMIN, SUPERVISOR, AGENT),
    CONTACTS_READ("contacts.read", OWNER, ADMIN, SUPERVISOR, AGENT),
    CONTACTS_EDIT("contacts.edit", OWNER, ADMIN, SUPERVISOR, AGENT),
    CALLS_READ("calls.read", OWNER, ADMIN, SUPERVISOR, AGENT),
    CALLS_MAKE("calls.make", OWNER, ADMIN, SUPERVISOR, AGENT),
    CALLS_MANAGE("calls.manage", OWNER, ADMIN, SUPERVISOR),
    CALLS_EXPORT("calls.export", OWNER, ADMIN, SUPERVISOR),
    CALLS_INSPECT("calls.inspect", OWNER, ADMIN, SUPERVISOR),
    RECORDINGS_READ("recordings.read", OWNER, ADMIN, SUPERVISOR),
    RECORDINGS_MANAGE("recordings.manage", OWNER, ADMIN);

    private final String code;
    private final Set<Role> roles;

    Permission(String code, Role... roles) {
        this.code = code;
        this.roles = EnumSet.copyOf(List.of(roles));
    }

    /// As the API writes it.
    public String code() {
        return code;
    }

    /// @throws IllegalArgumentException for anything else than a [#code()]
    public static Permission ofCode(String code) {
        return Stream.of(values())
                .filter(permission -> permission.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no permission is called that"));
    }

    public boolean heldBy(Role role) {
        return roles.contains(role);
    }

    /// All that a role may do, in the table's order.
    public static List<Permission> of(Role role) {
        return Stream.of(values()).filter(permission -> permission.heldBy(role)).toList();
    }
}
