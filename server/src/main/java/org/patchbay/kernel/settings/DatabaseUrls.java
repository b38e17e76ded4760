package org.patchbay.kernel.settings;

import java.util.Optional;

/// An external PostgreSQL, 15 or newer, as JDBC URLs with user and password.
///
/// @param server the role that serves requests: owns nothing, no superuser
/// @param owner the role that migrates; empty where migrations are run elsewhere
/// @param ingest the role that writes calls, across workspaces: owns nothing, no superuser
public record DatabaseUrls(String server, Optional<String> owner, String ingest) {

    @Override
    public String toString() {
        return "DatabaseUrls[…]"; // they carry passwords
    }
}
