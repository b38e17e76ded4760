package org.patchbay.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.database.Tenancy;
import org.patchbay.database.TestDatabase;
import org.patchbay.kernel.settings.Settings.KeysetSource;

class KeysetRotationTest {

    private static final EncryptedColumn TOKEN = new EncryptedColumn("workspace_twilio_config", "auth_token");
    private static final EncryptedColumns DECLARED = () -> List.of(TOKEN);

    @TempDir
    private Path directory;

    private static final TestDatabase DATABASE = TestDatabase.scratch(8);

    private final TestDatabase database = DATABASE;
    private TestSecrets server;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void aServer() throws SQLException {
        try (var superuser = database.asSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute("truncate workspaces cascade");
        }
        server = TestSecrets.in(database, directory.resolve("keyset.json"));
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void everySecretGetsTheNewKeyAndTheOldOneIsSwitchedOff() {
        UUID one = saved("one");
        UUID two = saved("two");
        byte[] before = stored(one);

        assertThat(server.rotate(DECLARED, said)).isZero();

        Keyset keyset = server.openFile().forEncrypting();
        assertThat(stored(one)).startsWith(keyset.primaryPrefix()).isNotEqualTo(before);
        assertThat(read(one)).isEqualTo("one");
        assertThat(read(two)).isEqualTo("two");
        assertThat(keyset.inRotation()).isFalse();
        assertThat(keyset.decrypt(TOKEN.in(one), before)).isEmpty();
        assertThat(server.rotate(DECLARED, said)).isZero();
        assertThat(read(one)).isEqualTo("one");
    }

    @Test
    void aRotationKilledAfterTheNewKeyWasWrittenIsTakenUp() {
        UUID workspace = saved("one");
        KeysetFile file = server.openFile();
        file.replace(file.forEncrypting().withNewPrimary());
        byte[] primary = file.forEncrypting().primaryPrefix();
        UUID later = saved("two");

        assertThat(server.rotate(DECLARED, said)).isZero();

        assertThat(said).anyMatch(line -> line.contains("taken up"));
        assertThat(server.openFile().forEncrypting().primaryPrefix())
                .as("no third key")
                .isEqualTo(primary);
        assertThat(stored(workspace)).startsWith(primary);
        assertThat(read(workspace)).isEqualTo("one");
        assertThat(read(later)).isEqualTo("two");
    }

    @Test
    void aRotationKilledBetweenTwoRowsIsTakenUp() {
        UUID done = saved("one");
        UUID left = saved("two");
        KeysetFile file = server.openFile();
        file.replace(file.forEncrypting().withNewPrimary());
        save(done, "one");

        assertThat(server.rotation(DECLARED).run(file)).isEqualTo(new KeysetRotation.Outcome(true, 1, List.of()));

        assertThat(read(done)).isEqualTo("one");
        assertThat(read(left)).isEqualTo("two");
    }

    @Test
    void aValueThatNoKeyDecryptsKeepsTheOldKeysInUse() throws Exception {
        UUID fine = saved("one");
        UUID broken = saved("two");
        try (var superuser = database.asSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute(
                    "update workspace_twilio_config set auth_token = 'broken' where workspace_id = '" + broken + "'");
        }

        assertThat(server.rotate(DECLARED, said)).isEqualTo(1);

        assertThat(said).contains("Can not be decrypted: " + TOKEN.in(broken));
        assertThat(server.openFile().forEncrypting().inRotation()).isTrue();
        assertThat(read(fine)).isEqualTo("one");
        save(broken, "mended");
        assertThat(server.rotate(DECLARED, said)).isZero();
        assertThat(read(broken)).isEqualTo("mended");
    }

    /// Otherwise it would commit with a key that is switched off by then.
    @Test
    void aRotationWaitsForWhoEncryptedWithTheOldKeyAndHasNotCommitted() throws Exception {
        UUID workspace = saved("old");
        CountDownLatch encrypted = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> writer = threads.submit(() -> Tenancy.asWorkspace(workspace, () -> {
                database.transactions().write(() -> {
                    write(workspace, server.secrets().encrypt(TOKEN.in(workspace), "new"));
                    encrypted.countDown();
                    await(mayCommit);
                });
                return true;
            }));
            await(encrypted);
            Future<Integer> rotation = threads.submit(() -> server.rotate(DECLARED, said));
            try {
                while (waitedFor().isEmpty()) {
                    assertThat(rotation.isDone()).isFalse();
                }
                assertThat(waitedFor()).containsOnly("advisory");
            } finally {
                mayCommit.countDown();
            }
            writer.get();
            assertThat(rotation.get()).isZero();
        }

        assertThat(read(workspace)).isEqualTo("new");
        assertThat(stored(workspace))
                .startsWith(server.openFile().forEncrypting().primaryPrefix());
    }

    /// The rotation has read the old value and waits for the row, which by then has a new one.
    @Test
    void aWriteBetweenTheRotationsReadingAndItsWritingIsNotLost() throws Exception {
        UUID workspace = saved("old");
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch mayWrite = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> writer = threads.submit(() -> Tenancy.asWorkspace(workspace, () -> {
                database.transactions().write(() -> {
                    database.jdbc()
                            .sql("select account_sid from workspace_twilio_config for update")
                            .query(String.class)
                            .single();
                    locked.countDown();
                    await(mayWrite);
                    write(workspace, server.secrets().encrypt(TOKEN.in(workspace), "new"));
                });
                return true;
            }));
            await(locked);
            Future<Integer> rotation = threads.submit(() -> server.rotate(DECLARED, said));
            try {
                while (waitedFor().isEmpty()) {
                    assertThat(rotation.isDone()).isFalse();
                }
                assertThat(waitedFor()).containsOnly("transactionid");
            } finally {
                mayWrite.countDown();
            }
            writer.get();
            assertThat(rotation.get()).isZero();
        }

        assertThat(read(workspace)).isEqualTo("new");
        assertThat(stored(workspace))
                .startsWith(server.openFile().forEncrypting().primaryPrefix());
    }

    @Test
    void whatServersWriteDuringRotationsIsNeitherLostNorLeftBehind() throws Exception {
        List<UUID> workspaces = new ArrayList<>();
        for (int count = 0; count < 6; count++) {
            workspaces.add(saved("0"));
        }
        Map<UUID, String> last = new ConcurrentHashMap<>();
        AtomicBoolean rotating = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int half = 0; half < 2; half++) {
                List<UUID> own = workspaces.subList(half * 3, half * 3 + 3);
                writers.add(threads.submit(() -> {
                    for (int turn = 1; rotating.get(); turn++) {
                        UUID workspace = own.get(turn % own.size());
                        save(workspace, "turn " + turn);
                        last.put(workspace, "turn " + turn);
                        assertThat(read(workspace)).isEqualTo("turn " + turn);
                    }
                }));
            }
            try {
                for (int turn = 0; turn < 5; turn++) {
                    assertThat(server.rotate(DECLARED, said)).isZero();
                }
            } finally {
                rotating.set(false);
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }

        Keyset keyset = server.openFile().forEncrypting();
        assertThat(last).isNotEmpty();
        last.forEach((workspace, secret) -> {
            assertThat(keyset.decrypt(TOKEN.in(workspace), stored(workspace))).contains(secret);
        });
    }

    @Test
    void anInlineKeysetIsNotRotatedAndTheOperatorIsToldWhatToDo() {
        Keysets inline = Keysets.from(new KeysetSource.Inline(Keyset.generate().toJson()));

        assertThat(new RotateKeyset(inline, server.rotation(DECLARED)).run(said::add))
                .isEqualTo(1);
        assertThat(String.join(" ", said))
                .contains("PATCHBAY_ENCRYPTION_KEYSET")
                .contains("mode 0600");
    }

    @Test
    void twoRotationsAtOnceAreRefused() throws IOException {
        UUID workspace = saved("one");
        byte[] before = stored(workspace);
        try (FileChannel other = FileChannel.open(
                directory.resolve("keyset.json.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            other.lock();
            assertThat(server.rotate(DECLARED, said)).isEqualTo(1);
        }
        assertThat(said).containsExactly("Another rotation of this keyset is running.");
        assertThat(stored(workspace)).isEqualTo(before);
    }

    private UUID saved(String secret) {
        UUID workspace = database.workspace();
        save(workspace, secret);
        return workspace;
    }

    private void save(UUID workspace, String secret) {
        Tenancy.asWorkspace(workspace, () -> {
            database.transactions()
                    .write(() -> write(workspace, server.secrets().encrypt(TOKEN.in(workspace), secret)));
            return true;
        });
    }

    private void write(UUID workspace, byte[] encrypted) {
        database.jdbc().sql("""
                        insert into workspace_twilio_config (workspace_id, environment, account_sid, auth_token)
                        values (?, 'simulator', 'AC', ?)
                        on conflict (workspace_id) do update set auth_token = excluded.auth_token""").param(workspace).param(encrypted).update();
    }

    private String read(UUID workspace) {
        return server.secrets().decrypt(TOKEN.in(workspace), stored(workspace));
    }

    private byte[] stored(UUID workspace) {
        return Tenancy.asWorkspace(
                workspace,
                () -> database.transactions()
                        .read(() -> database.jdbc()
                                .sql("select auth_token from workspace_twilio_config")
                                .query(byte[].class)
                                .single()));
    }

    /// The kinds of locks that somebody in this database waits for.
    private List<String> waitedFor() {
        return Tenancy.globally(() -> database.transactions()
                .read(() -> database.jdbc().sql("""
                        select locktype from pg_locks join pg_stat_activity using (pid)
                        where not granted and datname = current_database()""").query(String.class).list()));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
