package org.patchbay.secrets;

import java.util.UUID;
import java.util.regex.Pattern;

/// A `bytea` column of a workspace's table that holds secrets, null or encrypted.
///
/// @param table has a `workspace_id`, and the server may update the column
public record EncryptedColumn(String table, String column) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    public EncryptedColumn {
        // They become part of SQL and of the associated data, which joins its parts by a bar.
        if (!NAME.matcher(table).matches() || !NAME.matcher(column).matches()) {
            throw new IllegalArgumentException("not the name of a table and a column");
        }
    }

    /// This column's place in one workspace.
    public SecretContext in(UUID workspaceId) {
        return new SecretContext(workspaceId, table, column);
    }
}
