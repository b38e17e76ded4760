package org.patchbay.database;

import java.util.List;

/// Patchbay was given a database role under which workspaces could see each other.
public final class UnsafeDatabaseRole extends RuntimeException {

    UnsafeDatabaseRole(String role, List<String> faults, String variable, String wanted) {
        super("The server must not use the database role " + role + ": " + String.join("; ", faults) + ". Give "
                + variable + " the role " + wanted + " that db/roles/roles.sql makes.");
    }
}
