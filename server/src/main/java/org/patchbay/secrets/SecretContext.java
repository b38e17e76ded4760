package org.patchbay.secrets;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// The place that a secret is encrypted for. It decrypts in no other: a value copied to another workspace,
/// table or column is refused.
public record SecretContext(UUID workspaceId, String table, String column) {

    /// `workspace|table|column`; no part can hold a bar.
    byte[] associatedData() {
        return (workspaceId + "|" + table + "|" + column).getBytes(StandardCharsets.UTF_8);
    }

    /// As in "workspace_twilio_config.auth_token of workspace 0198…".
    @Override
    public String toString() {
        return table + "." + column + " of workspace " + workspaceId;
    }
}
