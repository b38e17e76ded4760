package org.patchbay.database.embedded;

import org.jspecify.annotations.Nullable;

/// The embedded PostgreSQL could not be made, started or stopped. The message says what to do.
public final class EmbeddedDatabaseFailed extends RuntimeException {

    EmbeddedDatabaseFailed(String message) {
        super(message);
    }

    EmbeddedDatabaseFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
