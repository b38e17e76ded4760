package org.patchbay.kernel.access;

import java.util.Optional;
import java.util.UUID;

/// Who a request comes from. A handler asks for the kind it needs as a parameter.
public sealed interface Caller {

    /// Bound for the time of a request.
    ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

    /// Where the request came from, for the audit log: an IP address, or empty for work of our own.
    String address();

    static Optional<Caller> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /// Nobody who is known.
    record Anonymous(String address) implements Caller {}

    /// Somebody who has signed in.
    record Person(UUID userId, UUID sessionId, String name, String email, String address) implements Caller {}

    /// Somebody, or something, at work in one workspace.
    sealed interface InWorkspace extends Caller {
        UUID workspaceId();

        Role role();

        /// The member's or the API key's id.
        UUID actorId();

        String name();

        default boolean may(Permission permission) {
            return permission.heldBy(role());
        }
    }

    /// A person as member of the workspace.
    record Member(Person person, UUID memberId, UUID workspaceId, Role role) implements InWorkspace {
        @Override
        public UUID actorId() {
            return memberId;
        }

        @Override
        public String name() {
            return person.name();
        }

        @Override
        public String address() {
            return person.address();
        }
    }

    /// A program with an API key.
    record Program(UUID apiKeyId, UUID workspaceId, Role role, String name, String address) implements InWorkspace {
        @Override
        public UUID actorId() {
            return apiKeyId;
        }
    }
}
