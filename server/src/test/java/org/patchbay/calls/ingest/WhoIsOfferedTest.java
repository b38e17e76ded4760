package org.patchbay.calls.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.patchbay.calls.machine.Call;
import org.patchbay.calls.machine.CallEvent.HangUp;
import org.patchbay.calls.machine.Reply;
import org.patchbay.calls.machine.Stage;
import org.patchbay.calls.machine.Unanswered;
import org.patchbay.kernel.Ids;
import org.patchbay.testing.Eventually;

/// Whom a new caller rings for, and by which terms.
class WhoIsOfferedTest extends IngestStage {

    @Test
    void aCallerIsOfferedToWhoeverIsFree() {
        UUID workspace = office.workspace();
        UUID free = office.member(workspace, "available");
        office.member(workspace, "busy");
        office.member(workspace, "away");

        Heard heard = node.ingest().tellAndWait(Said.caller(workspace, "CA-free-" + workspace));

        Call call = callOf(heard);
        assertThat(call.stage()).isEqualTo(Stage.OFFERED);
        assertThat(call.offer().to()).containsExactly(free);
        assertThat(heard.twiml().orElseThrow()).startsWith("<Response>EnterRoom");
        assertThat(office.rows("select stage || ' ' || status || ' ' || ring_seconds || ' ' || recorded || ' '"
                        + " || customer_number || ' ' || twilio_call_sid from calls where workspace_id = '" + workspace
                        + "'"))
                .containsExactly("offered ringing 60 true +15005550001 CA-free-" + workspace);
        assertThat(office.rows("select type || ' ' || (audience->>'members') from outbox where workspace_id = '"
                        + workspace + "'"))
                .containsExactly("call.offered [\"" + free + "\"]");
        assertThat(office.rows("select convert_from(task_data, 'UTF8')::jsonb->>'event' from scheduled_tasks"
                        + " where task_name = 'calls.later' and task_instance like '" + workspace + ":%'"))
                .containsExactly("ringing-over");
        assertThat(office.rows("select decided->>0 from call_events where call_id = '" + call.id() + "'"))
                .containsExactly("offered");
    }

    @Test
    void aNumberOfSomebodysRingsForThemOnly() {
        UUID workspace = office.workspace();
        UUID theirs = office.member(workspace, "available");
        office.member(workspace, "available");
        office.execute("insert into agent_phone (workspace_id, member_id, number_id) select workspace_id, '" + theirs
                + "', id from twilio_numbers where workspace_id = '" + workspace + "'");

        assertThat(incoming(workspace).offer().to()).containsExactly(theirs);
    }

    @Test
    void whoIsOnACallIsOfferedTheNextOnlyAfterwards() {
        UUID workspace = office.workspace();
        UUID member = office.member(workspace, "available");
        Call first = incoming(workspace);
        accept(workspace, first.id(), member);

        Call second = incoming(workspace);
        assertThat(second.stage()).isEqualTo(Stage.OFFERED);
        assertThat(second.offer().to()).isEmpty();

        node.ingest().tellAndWait(Said.of(workspace, first.id(), new HangUp(member), Ids.next()));
        Eventually.until(
                "the waiting call rings for whoever became free",
                () -> office.rows("select offered_to[1] from calls where id = '" + second.id() + "'")
                        .contains(member.toString()));
    }

    @Test
    void whoComesToTheirDeskIsOfferedWhatRings() {
        UUID workspace = office.workspace();
        office.member(workspace, "busy");
        Call call = incoming(workspace);
        assertThat(call.offer().to()).isEmpty();
        UUID late = office.member(workspace, "available");

        node.ingest().agentsChanged(workspace);

        Eventually.until(
                "it rings there too",
                () -> office.rows("select offered_to[1] from calls where id = '" + call.id() + "'")
                        .contains(late.toString()));
    }

    @Test
    void aCallerIsTheContactWhosePhoneItIsAndTheDesksReadTheirName() {
        UUID workspace = office.workspace();
        UUID member = office.member(workspace, "available");
        UUID contact = office.contact(workspace, "Cleo Farr", "+15005550001");
        office.contact(office.workspace(), "Dora", "+15005550001");

        Call call = incoming(workspace);

        assertThat(call.parties().contactId()).isEqualTo(contact);
        office.execute("update contacts set name = '', company = 'Farr & Sons' where id = '" + contact + "'");
        accept(workspace, call.id(), member);
        assertThat(office.rows("select type || ' ' || (data->>'contactName') from outbox where workspace_id = '"
                        + workspace + "' order by id"))
                .startsWith("call.offered Cleo Farr", "call.claimed Farr & Sons");
    }

    @Test
    void aBlockedCallerIsNotTaken() {
        UUID workspace = office.workspace();
        office.member(workspace, "available");
        office.execute("insert into blocked_callers (workspace_id, phone_number) values ('" + workspace
                + "', '+15005550001')");

        Heard heard = node.ingest().tellAndWait(Said.caller(workspace, sid()));

        assertThat(heard.reply()).contains(new Reply.Reject());
        assertThat(callOf(heard).isOver()).isTrue();
    }

    @Test
    void aNumberAndItsWorkspaceSayHowCallsAreHandled() {
        UUID workspace = office.workspace();
        office.execute(
                "insert into call_settings (workspace_id, record_calls) values ('" + workspace + "', false)",
                "update twilio_numbers set forward_to = '+15005550009', whisper = true, no_answer_seconds = 20"
                        + " where workspace_id = '" + workspace + "'");

        Heard heard = node.ingest().tellAndWait(Said.caller(workspace, sid()));

        assertThat(callOf(heard).terms())
                .isEqualTo(new Call.Terms(
                        false, Duration.ofSeconds(20), Unanswered.MESSAGE, "+15005550009", true, Duration.ZERO));
        assertThat(callOf(heard).stage()).isEqualTo(Stage.FORWARDED);
    }
}
