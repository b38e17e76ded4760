package org.patchbay.database;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a transaction may see. Nothing has a scope by default: code that touches the database without
/// having entered one gets an exception, never "all rows".
public sealed interface Scope {

    /// The rows of one workspace.
    ///
    /// @param userId the person acting; null for jobs, webhooks and programs. Where it is set, the
    ///     workspace itself is visible only while that person is a member
    record InWorkspace(UUID workspaceId, @Nullable UUID userId) implements Scope {}

    /// Only what belongs to no workspace (people, their sessions, the schedule) and the named look-up
    /// functions. Row policies admit nothing here.
    record Global() implements Scope {}
}
