package org.patchbay.database;

import org.jspecify.annotations.Nullable;
import org.patchbay.database.embedded.EmbeddedCluster;
import org.patchbay.kernel.settings.DatabaseUrls;

/// Where the database is: the embedded one, which runs as long as we do, or somebody else's.
///
/// @param embedded null for an external database
public record DatabaseHome(DatabaseUrls urls, @Nullable EmbeddedCluster embedded) implements AutoCloseable {

    static DatabaseHome external(DatabaseUrls urls) {
        return new DatabaseHome(urls, null);
    }

    static DatabaseHome embedded(EmbeddedCluster cluster) {
        return new DatabaseHome(cluster.urls(), cluster);
    }

    /// Whether another process runs it.
    boolean attached() {
        return embedded != null && embedded.attached();
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
