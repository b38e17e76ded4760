package org.patchbay.database;

import java.util.List;

/// The server was given a database role under which workspaces could see each other.
public final class UnsafeDatabaseRole extends RuntimeException {

    UnsafeDatabaseRole(String role, List<String> faults) {
        super("The server must not use the database role " + role + ": " + String.join("; ", faults)
                + ". Give PATCHBAY_DATABASE_URL the role patchbay_server that db/roles/roles.sql makes.");
    }
}
