package org.patchbay.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.kernel.Ids;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartitionsTest {

    /// audit_log, outbox, calls, call_legs, call_events
    private static final int TABLES = 5;

    private final TestDatabase database = TestDatabase.scratch();
    private Connection server;

    @BeforeAll
    void asTheServer() throws SQLException {
        server = database.asServer();
        server.setAutoCommit(false);
    }

    @AfterEach
    void undo() throws SQLException {
        server.rollback();
    }

    @AfterAll
    void close() throws SQLException {
        server.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Pacific/Chatham", "Pacific/Kiritimati", "America/Adak"})
    void thisMonthAndTheNextTwoAreMadeWhateverTheSessionsTimeZone(String zone) throws SQLException {
        execute("set local time zone '" + zone + "'");

        assertThat(made("2030-01-31T23:59:59.999Z")).isEqualTo(3 * TABLES);
        assertThat(monthsOf("audit_log", "2030")).containsExactly("2030_01", "2030_02", "2030_03");
        assertThat(made("2030-02-01T00:00:00Z")).isEqualTo(TABLES);
        assertThat(made("2030-02-28T23:00:00Z")).isZero();
        assertThat(made("2030-11-30T12:00:00Z")).isEqualTo(3 * TABLES);
        assertThat(monthsOf("outbox", "203")).endsWith("2030_11", "2030_12", "2031_01");
    }

    @ParameterizedTest
    @CsvSource({
        "2032-02-29T23:59:59.999Z, audit_log_2032_02",
        "2032-03-01T00:00:00.000Z, audit_log_2032_03",
        "2032-12-31T23:59:59.999Z, audit_log_2032_12",
        "2033-01-01T00:00:00.000Z, audit_log_2033_01"
    })
    void aRowLiesInTheMonthOfItsId(Instant made, String partition) throws SQLException {
        made("2032-02-01T00:00:00Z");
        made("2032-12-01T00:00:00Z");
        UUID workspace = Ids.next();
        execute("select set_config('app.workspace_id', '" + workspace + "', true)");
        execute("insert into workspaces (id, name, country, time_zone) values ('%s', 'Acme', 'US', 'UTC')"
                .formatted(workspace));
        execute("""
                insert into audit_log (workspace_id, id, action, actor_kind, actor_name)
                values ('%s', '%s', 'x', 'system', 'x')""".formatted(workspace, Ids.lowestAt(made)));

        assertThat(Isolation.strings(server, "select tableoid::regclass::text from audit_log"))
                .containsExactly(partition);
    }

    @Test
    void nodesThatMakeTheSameMonthAtOnceDoNotDisturbEachOther() throws Exception {
        Callable<Integer> node = () -> {
            try (Connection connection = database.asServer()) {
                return Integer.parseInt(Isolation.strings(connection, "select ensure_partitions('2050-01-01')")
                        .getFirst());
            }
        };
        int made = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<Integer> answer : threads.invokeAll(List.of(node, node, node, node, node, node))) {
                made += answer.get();
            }
        }
        assertThat(made).isEqualTo(3 * TABLES);
    }

    /// The outbox is kept for two months.
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "2040-03-31T23:59:59Z, none",
                "2040-04-01T00:00:00Z, outbox_2040_01",
                "2040-04-30T23:59:59Z, outbox_2040_01",
                "2040-05-01T00:00:00Z, outbox_2040_01 outbox_2040_02",
                "2041-06-01T00:00:00Z, outbox_2040_01 outbox_2040_02 outbox_2040_03"
            })
    void aMonthIsDroppedOnceItsYoungestRowIsOldEnough(String moment, String dropped) throws SQLException {
        made("2040-01-15T00:00:00Z");
        for (String zone : List.of("Pacific/Kiritimati", "America/Adak")) {
            var before = server.setSavepoint();
            execute("set local time zone '" + zone + "'");
            assertThat(dropped(moment))
                    .filteredOn(name -> name.contains("_2040_"))
                    .isEqualTo(words(dropped));
            server.rollback(before);
        }
    }

    @Test
    void whatIsKeptForEverIsNeverDropped() throws SQLException {
        made("2040-01-15T00:00:00Z");

        assertThat(dropped("2999-01-01T00:00:00Z")).isNotEmpty().noneMatch(name -> name.startsWith("audit_log"));
        assertThat(monthsOf("audit_log", "2040")).hasSize(3);
    }

    @Test
    void rowsThatBelongToAnothersRowAreDroppedBeforeIt() throws SQLException {
        try (TestDatabase other = TestDatabase.scratch();
                Connection superuser = other.asSuperuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("""
                    create table parents (id uuid) partition by range (id);
                    create table adult_children (id uuid) partition by range (id);
                    create table parents_default partition of parents default;
                    alter table parents owner to patchbay_owner;
                    alter table adult_children owner to patchbay_owner;
                    insert into partitioned_tables values ('parents', 1, 2), ('adult_children', 1, 1);
                    select ensure_partitions('2040-01-15')""");

            assertThat(Isolation.strings(superuser, "select drop_expired('2040-04-01T00:00:00Z')"))
                    .filteredOn(name -> !name.startsWith("outbox"))
                    .containsExactly(
                            "adult_children_2040_01", "adult_children_2040_02", "parents_2040_01", "parents_2040_02");
        }
    }

    /// Temporary tables are searched first unless the path says otherwise; a function of the owner's that
    /// read one would drop what the server names.
    @Test
    void theServerCannotFoolTheOwnersFunctionsWithATemporaryTable() throws SQLException {
        made("2040-01-15T00:00:00Z");
        execute("""
                create temporary table partitioned_tables (table_name text, keep_months integer, drop_order integer);
                insert into partitioned_tables values ('audit_log', 1, 0);
                grant select on partitioned_tables to public""");

        assertThat(dropped("2999-01-01T00:00:00Z")).noneMatch(name -> name.startsWith("audit_log"));
    }

    @Test
    void aPartitionIsNotForTheServer() {
        assertThatThrownBy(() -> execute("select * from " + "audit_log_"
                        + Isolation.strings(server, "select to_char(now() at time zone 'UTC', 'YYYY_MM')")
                                .getFirst()))
                .hasMessageContaining("permission denied");
    }

    @Test
    void theLowestIdIsTheSameInSqlAndInJava() throws SQLException {
        SplittableRandom random = new SplittableRandom(7);
        for (int turn = 0; turn < 200; turn++) {
            Instant moment = Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextLong(1_000_000) * 1_000);
            assertThat(Isolation.strings(server, "select lowest_id_at('" + moment + "')"))
                    .as("at %s", moment)
                    .containsExactly(Ids.lowestAt(moment).toString());
        }
    }

    private int made(String moment) throws SQLException {
        return Integer.parseInt(Isolation.strings(server, "select ensure_partitions('" + moment + "')")
                .getFirst());
    }

    private List<String> dropped(String moment) throws SQLException {
        return Isolation.strings(server, "select drop_expired('" + moment + "')");
    }

    private List<String> monthsOf(String table, String year) throws SQLException {
        return Isolation.strings(server, """
                select right(relname, 7) from pg_inherits join pg_class on pg_class.oid = inhrelid
                where inhparent = '%s'::regclass and relname like '%s\\_%s%%' and relkind = 'r' order by 1""".formatted(table, table, year));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = server.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> words(@Nullable String text) {
        return text == null ? List.of() : List.of(text.split(" "));
    }
}
