package org.patchbay.calls.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.patchbay.calls.machine.Call;
import org.patchbay.calls.machine.CallEvent.Placed;
import org.patchbay.calls.machine.Reply;
import org.patchbay.calls.machine.Stage;
import org.patchbay.calls.machine.Unanswered;
import org.patchbay.calls.machine.Via;
import org.patchbay.kernel.Ids;

/// What is said twice, by whomever and to whichever node, is one thing.
class SaidAgainTest extends IngestStage {

    @Test
    void theSameThingSaidAgainIsAnsweredTheSameAndDoesNothing() {
        UUID workspace = office.workspace();
        office.member(workspace, "available");
        Told told = Said.caller(workspace, sid());

        Heard first = node.ingest().tellAndWait(told);
        office.member(workspace, "available");
        Heard second = other.ingest().tellAndWait(told);

        assertThat(second.duplicate()).isTrue();
        assertThat(second.twiml()).isEqualTo(first.twiml()).isPresent();
        assertThat(second.after()).isEqualTo(first.after());
        assertThat(office.rows("select id from call_events where workspace_id = '" + workspace + "'"))
                .hasSize(1);
    }

    @Test
    void whoeverWantsTwimlForWhatWasSaidWithoutGetsAnAnswerAndNothingElse() {
        UUID workspace = office.workspace();
        office.member(workspace, "available");
        Told told = Said.caller(workspace, sid());
        Told quiet = new Told(
                workspace,
                told.matter(),
                told.dedupeKey(),
                told.source(),
                told.type(),
                Said.WHEN,
                Map.of(),
                null,
                null);
        Heard first = node.ingest().tellAndWait(quiet);

        Heard second = node.ingest().tellAndWait(told);

        assertThat(first.twiml()).isEmpty();
        assertThat(second.duplicate()).isTrue();
        assertThat(second.twiml()).isPresent();
        assertThat(office.rows("select coalesce(reply, '-') from call_events where workspace_id = '" + workspace + "'"))
                .containsExactly("-");
    }

    @Test
    void theSameNewCallerToldToTwoNodesAtOnceIsOneCall() {
        UUID workspace = office.workspace();
        office.member(workspace, "available");
        for (int round = 0; round < 50; round++) {
            String sid = sid();
            List<CompletableFuture<Heard>> told = Stream.of(node, other, node, other)
                    .map(each -> each.ingest().tell(Said.caller(workspace, sid)))
                    .toList();
            List<String> answers = told.stream()
                    .map(heard -> heard.join().twiml().orElseThrow())
                    .distinct()
                    .toList();
            assertThat(answers).hasSize(1);
            assertThat(told.stream().filter(heard -> !heard.join().duplicate())).hasSize(1);
            assertThat(office.rows("select id from calls where twilio_call_sid = '" + sid + "'"))
                    .hasSize(1);
        }
    }

    @Test
    void anotherWebhookOfTheSameCallerIsAskedOfTheSameCall() {
        UUID workspace = office.workspace();
        office.member(workspace, "available");
        String sid = sid();
        Call call = callOf(node.ingest().tellAndWait(Said.caller(workspace, sid)));

        Heard again = node.ingest().tellAndWait(Said.caller(workspace, sid, DedupeKey.of("fallback", sid)));

        assertThat(again.duplicate()).isFalse();
        assertThat(callOf(again).id()).isEqualTo(call.id());
        assertThat(again.reply().orElseThrow()).isInstanceOf(Reply.EnterRoom.class);
    }

    @Test
    void aMembersCallIsBegunOnce() {
        UUID workspace = office.workspace();
        UUID member = office.member(workspace, "available");
        Placed placed = placed(workspace, member);
        List<Heard> heard = Stream.of(node, other, node)
                .map(each -> each.ingest()
                        .tell(Told.of(
                                workspace,
                                new Matter.Begun(placed),
                                DedupeKey.of("placed", placed.callId().toString()),
                                Source.MEMBER,
                                "call.placed",
                                Said.WHEN)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(heard.stream().filter(each -> !each.duplicate())).hasSize(1);
        assertThat(heard).allMatch(each -> callOf(each).stage() == Stage.AWAITING_AGENT);
        assertThat(office.rows("select kind from call_legs where call_id = '" + placed.callId() + "' order by kind"))
                .containsExactly("agent", "customer");
        assertThat(office.rows("select split_part(convert_from(task_data, 'UTF8')::jsonb->>'act', ':', 1)"
                        + " from scheduled_tasks where task_name = 'calls.act' and task_instance like '" + workspace
                        + ":%'"))
                .containsExactly("ring");
    }

    private static Placed placed(UUID workspace, UUID member) {
        return new Placed(
                Ids.next(),
                workspace,
                Via.PHONE,
                new Call.Parties(Office.NUMBER, "+15005550001", null, null, null),
                new Call.Terms(true, Duration.ZERO, Unanswered.MESSAGE, null, false, Duration.ZERO),
                member,
                "Ada",
                Ids.next(),
                Ids.next(),
                "+15005550008");
    }
}
