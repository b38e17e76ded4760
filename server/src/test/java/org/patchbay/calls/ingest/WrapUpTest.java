package org.patchbay.calls.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.patchbay.calls.machine.Call;
import org.patchbay.calls.machine.CallEvent.AgentCame;
import org.patchbay.calls.machine.CallEvent.HangUp;
import org.patchbay.calls.machine.CallEvent.RoomJoined;
import org.patchbay.calls.machine.CallEvent.WrapUpOver;
import org.patchbay.calls.machine.CallState;
import org.patchbay.calls.machine.Stage;
import org.patchbay.kernel.Ids;
import org.patchbay.testing.Eventually;
import org.patchbay.testing.SettableClock;

/// Whoever writes a call up is offered no other.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrapUpTest {

    private final SettableClock clock = new SettableClock();
    private final Office office = Office.open();
    private final Node node = Node.start(office, clock);

    @AfterAll
    void close() {
        node.close();
    }

    @Test
    void aCallerWaitsForWhoeverWritesTheirCallUp() {
        UUID workspace = workspace(30);
        UUID member = office.member(workspace, "available");
        UUID first = hadACall(workspace, member);
        assertThat(rows("wrap_up_until = ended_at + interval '30 seconds'", first))
                .containsExactly("t");
        assertThat(office.rows("select (data->>'wrapUpUntil' is not null)::text from outbox where type = 'call.ended'"
                        + " and workspace_id = '" + workspace + "'"))
                .containsExactly("true");

        Call waiting = caller(workspace);
        assertThat(waiting.stage()).isEqualTo(Stage.OFFERED);
        assertThat(waiting.offer().to()).isEmpty();

        clock.advance(Duration.ofSeconds(30));
        node.ingest().tellAndWait(Said.of(workspace, first, new WrapUpOver(), Ids.next()));

        Eventually.until("it is offered", () -> rows("offered_to[1]", waiting.id()).contains(member.toString()));
    }

    @Test
    void whoeverIsDoneIsOfferedTheNext() {
        UUID workspace = workspace(600);
        UUID member = office.member(workspace, "available");
        UUID first = hadACall(workspace, member);

        office.execute("update calls set wrap_up_until = created_at where id = '" + first + "'");

        assertThat(caller(workspace).offer().to()).containsExactly(member);
        assertThat(rows("wrap_up_until = created_at", first))
                .as("what is heard later does not begin it anew")
                .containsExactly("t");
    }

    @Test
    void withoutTimeForItEverybodyIsFreeAtOnce() {
        UUID workspace = workspace(0);
        UUID member = office.member(workspace, "available");
        UUID first = hadACall(workspace, member);

        assertThat(caller(workspace).offer().to()).containsExactly(member);
        assertThat(rows("(wrap_up_until is null)::text", first)).containsExactly("true");
    }

    private UUID workspace(int wrapUpSeconds) {
        UUID workspace = office.workspace();
        office.execute("insert into call_settings (workspace_id, wrap_up_seconds) values ('%s', %d)"
                .formatted(workspace, wrapUpSeconds));
        return workspace;
    }

    private UUID hadACall(UUID workspace, UUID member) {
        String sid = "CA" + Ids.next();
        String agentSid = "CA" + Ids.next();
        UUID call = caller(workspace, sid).id();
        node.ingest().tellAndWait(Said.accept(workspace, call, member));
        AgentCame came = new AgentCame(agentSid, Ids.next(), member, "client:ada", 1);
        node.ingest().tellAndWait(Said.bySid(workspace, sid, came, Ids.next()));
        node.ingest().tellAndWait(Said.of(workspace, call, new RoomJoined("CF" + call, sid), Ids.next()));
        node.ingest().tellAndWait(Said.of(workspace, call, new RoomJoined("CF" + call, agentSid), Ids.next()));
        node.ingest().tellAndWait(Said.of(workspace, call, new HangUp(member), Ids.next()));
        return call;
    }

    private Call caller(UUID workspace) {
        return caller(workspace, "CA" + Ids.next());
    }

    private Call caller(UUID workspace, String sid) {
        return node.ingest()
                .tellAndWait(Said.caller(workspace, sid))
                .after()
                .map(CallState::call)
                .orElseThrow();
    }

    private List<String> rows(String expression, UUID call) {
        return office.rows("select " + expression + " from calls where id = '" + call + "'");
    }
}
