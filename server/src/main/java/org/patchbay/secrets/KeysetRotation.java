package org.patchbay.secrets;

import java.util.List;
import java.util.UUID;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Gives the keyset a new key and re-encrypts everything with it, while servers go on working.
///
/// How far it has come stands in the keyset (two enabled keys: begun) and in the rows (each names its key),
/// so that it can be killed anywhere and run again.
@Component
class KeysetRotation {

    /// What a rotation did.
    ///
    /// @param resumed whether an earlier one had been broken off
    /// @param reencrypted values that now have the new key
    /// @param unreadable columns with values that no key decrypts; while there are any the old keys stay
    record Outcome(boolean resumed, int reencrypted, List<SecretContext> unreadable) {}

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final KeysetFence fence;
    private final List<EncryptedColumn> columns;

    KeysetRotation(
            JdbcClient jdbc, Transactions transactions, KeysetFence fence, ObjectProvider<EncryptedColumns> features) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.fence = fence;
        this.columns = features.stream()
                .flatMap(feature -> feature.declared().stream())
                .toList();
    }

    Outcome run(KeysetFile file) {
        Keyset before = file.forEncrypting();
        boolean resumed = before.inRotation();
        if (!resumed) {
            file.replace(before.withNewPrimary());
        }
        Keyset keyset = file.forEncrypting();
        waitForWriters();
        Pass pass = reencryptAll(keyset);
        int reencrypted = pass.changed();
        while (pass.changed() > 0) { // until one finds nothing more
            pass = reencryptAll(keyset);
            reencrypted += pass.changed();
        }
        if (pass.unreadable().isEmpty()) {
            file.replace(keyset.withPrimaryOnly());
        }
        return new Outcome(resumed, reencrypted, pass.unreadable());
    }

    private void waitForWriters() {
        Tenancy.globally(() -> {
            transactions.write(fence::takeAlone);
            return true;
        });
    }

    private Pass reencryptAll(Keyset keyset) {
        List<UUID> workspaces = Tenancy.globally(() -> transactions.read(() ->
                jdbc.sql("select lookup_workspace_ids()").query(UUID.class).list()));
        return workspaces.stream()
                .flatMap(workspace -> columns.stream().map(column -> reencrypt(workspace, column, keyset)))
                .reduce(Pass.NOTHING, Pass::and);
    }

    private Pass reencrypt(UUID workspace, EncryptedColumn column, Keyset keyset) {
        return Tenancy.asWorkspace(
                workspace,
                () -> stale(workspace, column, keyset).stream()
                        .map(value -> reencrypt(workspace, column, keyset, value))
                        .reduce(Pass.NOTHING, Pass::and));
    }

    /// A value is written back only where it still stands: no two encryptions are alike, so the value itself
    /// tells whether somebody changed it meanwhile.
    private Pass reencrypt(UUID workspace, EncryptedColumn column, Keyset keyset, byte[] old) {
        SecretContext context = column.in(workspace);
        return keyset.decrypt(context, old)
                .map(secret -> transactions.write(
                        () -> jdbc.sql("update %s set %s = :new where workspace_id = :workspace and %s = :old"
                                        .formatted(column.table(), column.column(), column.column()))
                                .param("new", keyset.encrypt(context, secret))
                                .param("workspace", workspace)
                                .param("old", old)
                                .update()))
                .map(changed -> new Pass(changed, List.of()))
                .orElseGet(() -> new Pass(0, List.of(context)));
    }

    private List<byte[]> stale(UUID workspace, EncryptedColumn column, Keyset keyset) {
        return transactions.read(() -> jdbc.sql("""
                        select %s from %s
                        where workspace_id = :workspace and substring(%s from 1 for 5) <> :prefix""".formatted(column.column(), column.table(), column.column()))
                .param("workspace", workspace)
                .param("prefix", keyset.primaryPrefix())
                .query((row, number) -> row.getBytes(1))
                .list());
    }

    /// One way through all rows.
    private record Pass(int changed, List<SecretContext> unreadable) {

        static final Pass NOTHING = new Pass(0, List.of());

        Pass and(Pass other) {
            List<SecretContext> both = new java.util.ArrayList<>(unreadable);
            both.addAll(other.unreadable);
            return new Pass(changed + other.changed, List.copyOf(both));
        }
    }
}
