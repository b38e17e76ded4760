package org.patchbay.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.testing.TestCluster;

class EmbeddedClusterTest {

    @TempDir
    private Path data;

    private Path home;
    private final List<AutoCloseable> running = new ArrayList<>();

    /// The programs are shared with the other tests; unpacking them takes seconds.
    @BeforeEach
    void programs() throws IOException {
        TestCluster.cluster();
        home = Files.createDirectory(data.resolve("postgres"));
        Files.createSymbolicLink(home.resolve("programs"), TestCluster.home().resolve("programs"));
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : running.reversed()) {
            one.close();
        }
    }

    @Test
    void whatItKeepsIsDurableAndOnlyForThisMachineWithAPassword() throws Exception {
        EmbeddedCluster cluster = opened();

        assertThat(ask(cluster, "show fsync")).isEqualTo("on");
        assertThat(ask(cluster, "show synchronous_commit")).isEqualTo("on");
        assertThat(ask(cluster, "show full_page_writes")).isEqualTo("on");
        assertThat(ask(cluster, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask(cluster, "show unix_socket_directories")).isEmpty();
        assertThat(ask(cluster, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                .isEqualTo("scram-sha-256");
        assertThat(ask(
                        cluster,
                        "select bool_and(rolpassword like 'SCRAM-SHA-256$%')::text from pg_authid"
                                + " where rolcanlogin"))
                .isEqualTo("true");
        assertThatThrownBy(() -> DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + cluster.port() + "/patchbay?user=patchbay_server"))
                .hasMessageContaining("no password was provided");
        assertThatThrownBy(() -> DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + cluster.port()
                        + "/patchbay?user=patchbay_server&password=wrong"))
                .hasMessageContaining("password authentication failed");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("credentials"))))
                .isEqualTo("rw-------");
        assertThat(cluster.urls().toString()).doesNotContain("password=");
    }

    @Test
    void aSecondStartKeepsDataAndPortAndAKilledOneLosesNothing() throws Exception {
        EmbeddedCluster first = EmbeddedCluster.open(home);
        execute(first, "create table kept (word text); insert into kept values ('here')");
        int port = first.port();
        first.close();

        Process child = ChildCluster.start(home);
        assertThatThrownBy(() -> EmbeddedCluster.open(home))
                .isInstanceOf(EmbeddedDatabaseFailed.class)
                .hasMessageContaining("Another Patchbay is using " + data)
                .hasMessageContaining("PATCHBAY_DATA_DIR");
        try (EmbeddedCluster attached = EmbeddedCluster.attachOrOpen(home)) {
            assertThat(attached.attached()).isTrue();
            assertThat(attached.port()).isEqualTo(port);
            execute(attached, "insert into kept values ('too')");
        }
        long orphan = postmasterPid();
        child.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan))
                .as("the postmaster outlives its killed parent")
                .isPresent();

        EmbeddedCluster second = opened();
        assertThat(second.port()).isEqualTo(port);
        assertThat(postmasterPid()).isNotEqualTo(orphan);
        // A zombie where nobody reaps orphans, as in many containers: it has no command line any more.
        assertThat(ProcessHandle.of(orphan).flatMap(process -> process.info().arguments()))
                .isEmpty();
        assertThat(ask(second, "select string_agg(word, ' ' order by word) from kept"))
                .isEqualTo("here too");
    }

    @Test
    void aTakenPortAnUnfinishedStartAndAForeignPidAreSurvived() throws Exception {
        Files.createDirectories(home.resolve("making").resolve("base"));
        Files.writeString(home.resolve("making").resolve("PG_VERSION"), "18");
        EmbeddedCluster first = EmbeddedCluster.open(home);
        int port = first.port();
        assertThat(home.resolve("making")).doesNotExist();
        execute(first, "create table kept (word text)");
        Path pidFile = home.resolve("data").resolve("postmaster.pid");
        List<String> note = new ArrayList<>(Files.readAllLines(pidFile));
        first.close();

        // As after a power cut: the note stays, and its id is another program's, here a PostgreSQL even.
        long foreign = Long.parseLong(Files.readAllLines(TestCluster.home().resolve("data/postmaster.pid"))
                .getFirst());
        note.set(0, Long.toString(foreign));
        Files.write(pidFile, note);
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            EmbeddedCluster second = EmbeddedCluster.open(home);
            assertThat(second.port()).isNotEqualTo(taken.getLocalPort());
            assertThat(ask(second, "select count(*)::text from kept")).isEqualTo("0");
            second.close();
        }
        assertThat(ProcessHandle.of(foreign)).as("the other PostgreSQL").isPresent();
        assertThat(ask(TestCluster.cluster(), "select 'well'")).isEqualTo("well");

        // And one whose process is gone.
        note.set(0, Long.toString(deadPid()));
        Files.write(pidFile, note);
        assertThat(ask(opened(), "select count(*)::text from kept")).isEqualTo("0");
    }

    @Test
    void aSecondOpenerInTheSameProcessIsRefusedAndTheFirstKeepsItsLock() throws Exception {
        DirectoryLock held = DirectoryLock.take(home).orElseThrow();

        assertThat(DirectoryLock.take(home)).isEmpty();
        assertThat(DirectoryLock.take(data.resolve(".").resolve("postgres"))).isEmpty();
        assertThat(held.channel().isOpen()).isTrue();
        assertThat(heldAccordingToTheSystem(home.resolve("lock"))).isTrue();

        held.close();
        DirectoryLock.take(home).orElseThrow().close();
    }

    @Test
    void aServerThatIsStillStartingIsNotAttachedTo() {
        try (DirectoryLock starting = DirectoryLock.take(home).orElseThrow()) {
            assertThatThrownBy(() -> EmbeddedCluster.attachOrOpen(starting.home()))
                    .isInstanceOf(EmbeddedDatabaseFailed.class)
                    .hasMessageContaining("Try again");
        }
    }

    private EmbeddedCluster opened() {
        EmbeddedCluster cluster = EmbeddedCluster.open(home);
        running.add(cluster);
        return cluster;
    }

    private long postmasterPid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(home.resolve("data/postmaster.pid")).getFirst());
    }

    private static long deadPid() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }

    /// Linux lists the locks of all processes, files by their inode.
    private static boolean heldAccordingToTheSystem(Path file) throws IOException {
        Path locks = Path.of("/proc/locks");
        if (!Files.exists(locks)) {
            return true;
        }
        String inode = ":" + Files.getAttribute(file, "unix:ino") + " ";
        try (Stream<String> lines = Files.lines(locks)) {
            return lines.anyMatch(line -> line.contains(inode));
        }
    }

    private static String ask(EmbeddedCluster cluster, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(cluster.superuserUrl("patchbay"));
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static void execute(EmbeddedCluster cluster, String sql) {
        TestCluster.execute(cluster.superuserUrl("patchbay"), sql);
    }
}
