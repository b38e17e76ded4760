package org.patchbay.calls.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.patchbay.calls.machine.Call;
import org.patchbay.calls.machine.CallEvent.AgentCame;
import org.patchbay.calls.machine.CallEvent.HangUp;
import org.patchbay.calls.machine.CallEvent.LegReported;
import org.patchbay.calls.machine.CallEvent.Placed;
import org.patchbay.calls.machine.CallEvent.RoomJoined;
import org.patchbay.calls.machine.CallState;
import org.patchbay.calls.machine.LegStatus;
import org.patchbay.calls.machine.Reply;
import org.patchbay.calls.machine.Stage;
import org.patchbay.calls.machine.Unanswered;
import org.patchbay.calls.machine.Via;
import org.patchbay.kernel.Ids;
import org.patchbay.testing.Eventually;
import org.patchbay.testing.SettableClock;

/// What is told is decided, written and answered, once.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IngestTest {

    private final SettableClock clock = new SettableClock();
    private final Office office = Office.open();
    private final Node node = Node.start(office, clock);
    private final Node other = Node.start(office, clock);

    @AfterAll
    void close() {
        node.close();
        other.close();
    }

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
    void onlyWhatIsPoisonedFails() {
        UUID workspace = office.workspace();
        office.member(workspace, "available");
        Told poison = Said.caller(workspace, tooLongForAnIndex());
        List<Told> all = new ArrayList<>();
        IntStream.range(0, 40).forEach(each -> all.add(Said.caller(workspace, sid())));
        all.add(17, poison);
        double poisoned = node.meters().counter("patchbay.ingest.poisoned").count();

        List<CompletableFuture<Heard>> heard =
                all.stream().map(node.ingest()::tell).toList();

        assertThatThrownBy(() -> heard.get(17).join()).isNotNull();
        heard.stream()
                .filter(each -> each != heard.get(17))
                .forEach(each -> assertThat(callOf(each.join())).isNotNull());
        assertThat(office.rows("select id from calls where workspace_id = '" + workspace + "'"))
                .hasSize(40);
        assertThat(node.meters().counter("patchbay.ingest.poisoned").count()).isEqualTo(poisoned + 1);
    }

    @Test
    void aRendererThatFailsPoisonsItsOwnOnly() {
        UUID workspace = office.workspace();
        office.member(workspace, "available");
        Told faulty = Said.caller(workspace, sid()).answeredBy(request -> {
            throw new IllegalStateException("no words");
        });

        List<CompletableFuture<Heard>> heard = Stream.of(
                        Said.caller(workspace, sid()), faulty, Said.caller(workspace, sid()))
                .map(node.ingest()::tell)
                .toList();

        assertThatThrownBy(() -> heard.get(1).join()).hasRootCauseMessage("no words");
        assertThat(heard.get(0).join().twiml()).isPresent();
        assertThat(heard.get(2).join().twiml()).isPresent();
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

    @Test
    void textThatPostgresCanNotHoldIsNoReasonToRefuse() {
        UUID workspace = office.workspace();
        office.member(workspace, "available");
        String sid = sid();
        Told told = Told.of(
                        workspace,
                        new Matter.NewCaller(sid, "\u0000anonymous", Office.NUMBER, "Eve\u0000"),
                        Ids.next(),
                        Source.WEBHOOK,
                        "call.incoming",
                        Said.WHEN)
                .with(Map.of("From", "\u0000anonymous", "odd\u0000", List.of("a\u0000\uD800", Map.of("\u0000", 1))));

        assertThat(callOf(node.ingest().tellAndWait(told)).parties().from()).isEqualTo("\uFFFDanonymous");
    }

    private Call incoming(UUID workspace) {
        return callOf(node.ingest().tellAndWait(Said.caller(workspace, sid())));
    }

    private void accept(UUID workspace, UUID call, UUID member) {
        assertThat(node.ingest()
                        .tellAndWait(Said.accept(workspace, call, member))
                        .reply()
                        .orElseThrow())
                .isInstanceOf(Reply.Yours.class);
    }

    private String sidOf(Call call) {
        return office.rows("select twilio_call_sid from calls where id = '" + call.id() + "'")
                .getFirst();
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

    private static Call callOf(Heard heard) {
        return heard.after().orElseThrow().call();
    }

    /// Neither does it compress.
    private static String tooLongForAnIndex() {
        return IntStream.range(0, 1_000)
                .mapToObj(each -> UUID.randomUUID().toString())
                .collect(Collectors.joining());
    }

    private static String sid() {
        return "CA" + Ids.next();
    }
}
