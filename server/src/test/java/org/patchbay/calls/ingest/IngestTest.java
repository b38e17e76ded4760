package org.patchbay.calls.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.patchbay.calls.machine.Call;
import org.patchbay.calls.machine.CallEvent.AgentCame;
import org.patchbay.calls.machine.CallEvent.HangUp;
import org.patchbay.calls.machine.CallEvent.LegReported;
import org.patchbay.calls.machine.CallEvent.RoomJoined;
import org.patchbay.calls.machine.CallState;
import org.patchbay.calls.machine.LegStatus;
import org.patchbay.calls.machine.Reply;
import org.patchbay.calls.machine.Stage;
import org.patchbay.kernel.Ids;

/// What is told is decided, written and answered, once.
class IngestTest extends IngestStage {

    @Test
    void anEndThatOvertakesItsCallMakesOneThatIsOver() {
        UUID workspace = office.workspace();
        office.member(workspace, "available");
        String sid = sid();

        Heard end = node.ingest().tellAndWait(Said.gone(workspace, sid));
        Heard begin = node.ingest().tellAndWait(Said.caller(workspace, sid));

        assertThat(callOf(end).isOver()).isTrue();
        assertThat(begin.reply()).contains(new Reply.Say(Reply.Sentence.CALL_IS_OVER));
        assertThat(callOf(begin).id()).isEqualTo(callOf(end).id());
    }

    @Test
    void whatIsSaidOfAnotherWorkspacesCallIsOfNone() {
        UUID ours = office.workspace();
        UUID theirs = office.workspace();
        UUID member = office.member(ours, "available");
        String sid = sid();
        Call call = callOf(node.ingest().tellAndWait(Said.caller(ours, sid)));
        String before = office.rows("select c::text from calls c where id = '" + call.id() + "'")
                .getFirst();

        List<Told> foreign = List.of(
                Said.accept(theirs, call.id(), member),
                Said.status(theirs, call.id(), sid, LegStatus.COMPLETED, 4),
                Said.bySid(theirs, sid, new HangUp(member), Ids.next()),
                Said.caller(theirs, sid),
                Said.gone(theirs, sid));
        // One of them together with something of ours: then both workspaces are bound.
        List<Heard> heard =
                Stream.concat(foreign.stream(), Stream.of(Said.caller(ours, sid)))
                        .map(node.ingest()::tell)
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(heard.subList(0, foreign.size())).allMatch(Heard::unknown);
        assertThat(heard.getLast().duplicate()).isTrue();
        assertThat(office.rows("select c::text from calls c where id = '" + call.id() + "'"))
                .containsExactly(before);
        assertThat(office.rows("select id from call_events where workspace_id = '" + theirs + "'"))
                .isEmpty();
    }

    @Test
    void ofAThousandWhoAcceptOneWinsAndTheOthersAreToldWho() {
        UUID workspace = office.workspace();
        List<UUID> members = IntStream.range(0, 8)
                .mapToObj(each -> office.member(workspace, "available"))
                .toList();
        Call call = incoming(workspace);

        List<CompletableFuture<Heard>> heard = IntStream.range(0, 1_000)
                .mapToObj(each -> (each % 2 == 0 ? node : other)
                        .ingest()
                        .tell(Said.accept(workspace, call.id(), members.get(each % members.size()))))
                .toList();

        List<Reply> replies =
                heard.stream().map(each -> each.join().reply().orElseThrow()).toList();
        UUID winner = UUID.fromString(office.rows("select member_id from calls where id = '" + call.id() + "'")
                .getFirst());
        for (int each = 0; each < replies.size(); each++) {
            UUID who = members.get(each % members.size());
            assertThat(replies.get(each))
                    .isEqualTo(
                            who.equals(winner)
                                    ? new Reply.Yours(1, "incoming-" + sidOf(call))
                                    : new Reply.Taken(winner, "Ada " + winner));
        }
        assertThat(office.rows("select claim_epoch from calls where id = '" + call.id() + "'"))
                .containsExactly("1");
        assertThat(office.rows(
                        "select type from outbox where type = 'call.claimed' and workspace_id = '" + workspace + "'"))
                .hasSize(1);
    }

    @Test
    void aWholeCallIsReadBackAsItWasDecided() {
        UUID workspace = office.workspace();
        UUID member = office.member(workspace, "available");
        String sid = sid();
        String agentSid = sid();
        Call call = callOf(node.ingest().tellAndWait(Said.caller(workspace, sid)));
        accept(workspace, call.id(), member);
        AgentCame came = new AgentCame(agentSid, Ids.next(), member, "client:ada", 1);
        node.ingest().tellAndWait(Said.bySid(workspace, sid, came, Ids.next()));
        node.ingest().tellAndWait(Said.of(workspace, call.id(), new RoomJoined("CF1", sid), Ids.next()));
        clock.advance(Duration.ofSeconds(3));
        Heard talking =
                other.ingest().tellAndWait(Said.of(workspace, call.id(), new RoomJoined("CF1", agentSid), Ids.next()));
        assertThat(callOf(talking).stage()).isEqualTo(Stage.TALKING);
        clock.advance(Duration.ofSeconds(42));
        Heard over = node.ingest()
                .tellAndWait(Said.bySid(
                        workspace, sid, new LegReported(null, sid, LegStatus.COMPLETED, 4, 45, null), Ids.next()));

        CallState after = over.after().orElseThrow();
        Heard noted = other.ingest()
                .tellAndWait(Told.of(
                        workspace,
                        new Matter.Noted(new Matter.Where.Sid(agentSid)),
                        Ids.next(),
                        Source.TWILIO,
                        "note",
                        Said.WHEN));
        assertThat(noted.after()).contains(after);
        assertThat(office.rows("select status || ' ' || outcome || ' ' || end_reason || ' ' || duration_seconds || ' '"
                        + " || wait_seconds || ' ' || member_name from calls where id = '" + call.id() + "'"))
                .containsExactly("completed answered customer-left 42 3 Ada " + member);
        assertThat(office.rows("select status || ' ' || ending from call_legs where call_id = '" + call.id()
                        + "' order by kind"))
                .containsExactly("in-progress true", "completed false");
    }

    private String sidOf(Call call) {
        return office.rows("select twilio_call_sid from calls where id = '" + call.id() + "'")
                .getFirst();
    }
}
