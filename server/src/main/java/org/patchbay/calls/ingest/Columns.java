package org.patchbay.calls.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row's columns as our types.
record Columns(ResultSet row) {

    String text(String column) throws SQLException {
        return row.getString(column);
    }

    @Nullable
    String textOrNull(String column) throws SQLException {
        return row.getString(column);
    }

    UUID id(String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    @Nullable
    UUID idOrNull(String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    int number(String column) throws SQLException {
        return row.getInt(column);
    }

    @Nullable
    Integer numberOrNull(String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    boolean flag(String column) throws SQLException {
        return row.getBoolean(column);
    }

    Instant instant(String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Nullable
    Instant instantOrNull(String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    Set<UUID> ids(String column) throws SQLException {
        return Set.copyOf(Arrays.asList((UUID[]) row.getArray(column).getArray()));
    }
}
