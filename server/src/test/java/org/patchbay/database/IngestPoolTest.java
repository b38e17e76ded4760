package org.patchbay.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.kernel.Ids;
import org.springframework.dao.DataIntegrityViolationException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IngestPoolTest {

    private static final String LEARN = """
            insert into call_sids (twilio_call_sid, workspace_id, call_id) values (?, ?, gen_random_uuid())""";
    private static final String KNOWN = "select twilio_call_sid from call_sids where workspace_id = ? order by 1";

    private final TestDatabase database = TestDatabase.scratch();
    private final IngestPool pool = IngestPool.open(database.urls().ingest());

    @AfterAll
    void close() {
        pool.close();
        database.close();
    }

    @Test
    void statementsOfATripSeeThoseBeforeThem() {
        UUID workspace = database.workspace();
        List<String> between = new ArrayList<>();
        List<String> after = new ArrayList<>();
        List<Integer> written = new ArrayList<>();

        pool.write(List.of(workspace), transaction -> {
            transaction
                    .trip()
                    .tell(LEARN, written::add, "CA1-" + workspace, workspace)
                    .ask(KNOWN, row -> between.add(row.getString(1)), workspace)
                    .tell(LEARN, written::add, "CA2-" + workspace, workspace)
                    .ask(KNOWN, row -> after.add(row.getString(1)), workspace)
                    .go();
            return true;
        });

        assertThat(written).containsExactly(1, 1);
        assertThat(between).containsExactly("CA1-" + workspace);
        assertThat(after).containsExactly("CA1-" + workspace, "CA2-" + workspace);
    }

    @Test
    void whereOneStatementFailsNoneIsWritten() {
        UUID workspace = database.workspace();
        String sid = "CA-" + workspace;

        assertThatThrownBy(() -> pool.write(List.of(workspace), transaction -> {
                    transaction
                            .trip()
                            .tell(LEARN, sid, workspace)
                            .tell(LEARN, sid, workspace)
                            .go();
                    return true;
                }))
                .isInstanceOf(DataIntegrityViolationException.class);

        assertThat(known(workspace, workspace)).isEmpty();
    }

    @Test
    void aListIsLookedUpByKeyWithAPlanMadeOnceHoweverSmallTheTableWas() {
        UUID workspace = database.workspace();
        List<String> plan = new ArrayList<>();
        pool.write(List.of(workspace), transaction -> {
            transaction
                    .trip()
                    .tell("prepare look_up (text[]) as select sid.call_id from unnest($1) as wanted (sid)"
                            + " join call_sids sid on sid.twilio_call_sid = wanted.sid")
                    .ask("explain verbose execute look_up ('{CA1}')", row -> plan.add(row.getString(1)))
                    .go();
            return true;
        });

        assertThat(plan)
                .noneMatch(line -> line.contains("Seq Scan"))
                .as("a plan for this list names it")
                .noneMatch(line -> line.contains("CA1"));
    }

    @Test
    void onlyItsWorkspacesAreSeenAndWritten() {
        UUID ours = database.workspace();
        UUID theirs = database.workspace();
        pool.write(List.of(theirs), transaction -> {
            transaction.trip().tell(LEARN, "CA-" + theirs, theirs).go();
            return true;
        });

        assertThat(known(ours, theirs)).isEmpty();
        assertThat(known(theirs, theirs)).hasSize(1);
        assertThatThrownBy(() -> pool.write(List.of(ours), transaction -> {
                    transaction.trip().tell(LEARN, "CA2-" + theirs, theirs).go();
                    return true;
                }))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void aTripThatNobodyWentOnBindsNothing() {
        UUID workspace = database.workspace();

        List<String> rows = pool.write(List.of(workspace), transaction -> {
            transaction.trip();
            transaction.jdbc().sql(LEARN).params("CA-" + workspace, workspace).update();
            return transaction
                    .jdbc()
                    .sql(KNOWN)
                    .param(workspace)
                    .query(String.class)
                    .list();
        });

        assertThat(rows).hasSize(1);
    }

    /// Were the policy an index condition, the workspaces of the round would be sorted for each row that is looked up,
    /// and an index of the workspace might be chosen, with all that it has.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "calls: id",
                "call_legs: call_id, id",
                "call_events: call_id, dedupe_key",
                "recordings: id",
                "contacts: id",
            })
    void rowsAreLookedUpByTheirKeysAndNotByThePolicy(String table) {
        String name = table.substring(0, table.indexOf(':'));
        List<String> key = List.of(table.substring(table.indexOf(':') + 2).split(", "));
        String conditions = String.join(
                " and ", key.stream().map(column -> column + " = wanted.id").toList());
        List<String> plan = new ArrayList<>();

        pool.write(List.of(database.workspace(), database.workspace()), transaction -> {
            transaction
                    .trip()
                    .tell("set local enable_seqscan = off")
                    .ask(
                            """
                    explain (costs off) select found.* from unnest(?::uuid[], ?::uuid[]) as wanted (workspace_id, id)
                    cross join lateral (
                      select 1 from %s where workspace_id = wanted.workspace_id and %s offset 0) found""".formatted(name, conditions),
                            row -> plan.add(row.getString(1).strip()),
                            new UUID[] {Ids.next()},
                            new UUID[] {Ids.next()})
                    .go();
            return true;
        });

        assertThat(plan).anyMatch(line -> line.startsWith("Filter: ") && line.contains("IS TRUE"));
        assertThat(plan)
                .filteredOn(line -> line.startsWith("Index Cond: "))
                .isNotEmpty()
                .noneMatch(line -> line.contains("ANY"));
    }

    private List<String> known(UUID bound, UUID workspace) {
        List<String> sids = new ArrayList<>();
        return pool.write(List.of(bound), transaction -> {
            transaction
                    .trip()
                    .ask(KNOWN, row -> sids.add(row.getString(1)), workspace)
                    .go();
            return sids;
        });
    }
}
