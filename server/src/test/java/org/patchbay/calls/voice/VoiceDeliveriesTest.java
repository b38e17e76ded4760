package org.patchbay.calls.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.testing.RunningServer;
import org.patchbay.testing.Visitor;
import org.patchbay.twilio.VoiceIdentity;
import org.patchbay.webhooks.Twilio;
import tools.jackson.databind.JsonNode;

/// Whatever is delivered about calls, however odd: it is noted where it belongs, changes nothing that it should
/// not, and is never our fault.
class VoiceDeliveriesTest {

    private static final String OURS = "+15005550006";
    private static final String CUSTOMER = "+14155550123";

    private final RunningServer server = RunningServer.shared();
    private final Visitor owner = Visitor.owner(server, "Quill");
    private final Twilio twilio = Twilio.account(server).connectedTo(owner.workspaceId());

    VoiceDeliveriesTest() {
        twilio.number(owner.workspaceId(), OURS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CallDuration=99999999999999999999",
                "CallDuration=-1",
                "CallDuration=twelve",
                "CallDuration=1e9",
                "CallDuration=",
                "SequenceNumber=9223372036854775808",
                "SequenceNumber=-7",
                "SipResponseCode=\u0663\u0663",
                "Timestamp=yesterday",
                "Timestamp=Tue, 31 Feb 2026 25:61:00 +0000",
                "From=a\u0000b",
                "Unheard-Of=\uFFFD\uD83D\uDE00"
            })
    void anOddFieldOfAStatusIsPassedOver(String field) {
        String sid = sid();
        comes(sid);
        Map<String, String> form = status(sid, "completed");
        form.put(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));

        assertThat(status("", form)).isEqualTo(204);

        JsonNode leg = detail(call()).at("/legs/0");
        assertThat(leg.path("status").asString()).isEqualTo("completed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "exploded", "COMPLETED", "completed ", "in_progress", "answered", "null"})
    void aStatusThatTwilioDoesNotHaveChangesNothing(String word) {
        String sid = sid();
        comes(sid);
        JsonNode before = detail(call());

        assertThat(status("", status(sid, word))).isEqualTo(204);

        assertThat(detail(call())).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CA",
                "CA123",
                "RE00000000000000000000000000000001",
                "ca00000000000000000000000000000001",
                "CA' or '1'='1"
            })
    void whatHasNoSidIsAnsweredAndKeptNowhere(String sid) {
        HttpResponse<String> voice = twilio.post(path("voice"), incoming(sid));
        assertThat(voice.statusCode()).isEqualTo(200);
        assertThat(voice.body()).contains("<Response>").doesNotContain("<Conference");
        assertThat(status("", status(sid, "completed"))).isEqualTo(204);
        assertThat(post("voice/conference", twilio.form("ConferenceSid", sid))).isEqualTo(204);
        assertThat(post("voice/recording", twilio.form("RecordingSid", sid))).isEqualTo(204);
        assertThat(calls(owner)).isEmpty();
    }

    @Test
    void theIdsOfAnotherWorkspacesCallAreNobodys() {
        Visitor other = Visitor.owner(server, "Other");
        Twilio others = Twilio.account(server).connectedTo(other.workspaceId());
        others.number(other.workspaceId(), "+15005550007");
        String theirs = sid();
        Map<String, String> form = others.form(
                "CallSid",
                theirs,
                "From",
                CUSTOMER,
                "To",
                "+15005550007",
                "Direction",
                "inbound",
                "CallStatus",
                "ringing");
        others.post("/api/twilio/" + other.workspaceId() + "/voice", form);
        String callId = calls(other).getFirst().path("id").asString();
        String legId = other.get("/api/calls/" + callId).json().at("/legs/0/id").asString();
        JsonNode before = other.get("/api/calls/" + callId).json();
        String ids = "?call=" + callId + "&leg=" + legId;

        for (String query : List.of(ids, "?call=" + callId, "?leg=" + legId, "")) {
            assertThat(status(query, status(theirs, "completed"))).isEqualTo(204);
            assertThat(post(
                            "voice/conference" + query,
                            twilio.form(
                                    "ConferenceSid",
                                    "CF" + theirs.substring(2),
                                    "StatusCallbackEvent",
                                    "conference-end")))
                    .isEqualTo(204);
            assertThat(post(
                            "voice/recording" + query,
                            twilio.form(
                                    "RecordingSid",
                                    "RE" + theirs.substring(2),
                                    "RecordingStatus",
                                    "completed",
                                    "CallSid",
                                    theirs)))
                    .isEqualTo(204);
        }
        for (String turn :
                List.of("", "&turn=unanswered", "&turn=told", "&turn=forwarded", "&turn=key", "&turn=steal")) {
            HttpResponse<String> answer =
                    twilio.post(path("voice/answer" + ids + turn), twilio.form("CallSid", sid(), "Digits", "1"));
            assertThat(answer.statusCode()).as(turn).isEqualTo(200);
            assertThat(answer.body()).as(turn).doesNotContain("<Conference").doesNotContain("<Number");
        }

        assertThat(other.get("/api/calls/" + callId).json()).isEqualTo(before);
        assertThat(calls(owner))
                .as("nothing of it is seen here")
                .allSatisfy(call -> assertThat(call.path("from").asString()).isEqualTo(CUSTOMER));
        assertThat(calls(owner).toString()).doesNotContain("+15005550007");
    }

    @ParameterizedTest
    @ValueSource(strings = {"call=x", "call=0-0-0-0-0", "call=%00", "leg=x", "turn=%F0%9F%98%80", "call=&leg=&turn="})
    void idsThatAreNoneNameNoCall(String query) {
        assertThat(status("?" + query, status(sid(), "ringing"))).isEqualTo(204);
        HttpResponse<String> answer = twilio.post(path("voice/answer?" + query), incoming(sid()));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aBrowserGetsIntoNoCallThatIsNotItsOwnWhateverItSays() {
        Visitor mallory = owner.colleague("Mallory", "agent");
        String sid = sid();
        String room = "incoming-" + sid;
        comes(sid);
        String callId = call();
        for (Map<String, String> params : List.of(
                Map.<String, String>of(),
                Map.of("callId", callId),
                Map.of("callId", callId, "epoch", "0"),
                Map.of("callId", callId, "epoch", "1"),
                Map.of("callId", callId, "epoch", "99999999999"),
                Map.of("callId", callId.toUpperCase(java.util.Locale.ROOT)),
                Map.of("callId", UUID.randomUUID().toString()),
                Map.of("callId", "x\u0000"),
                Map.of("conference", room, "participant", "agent"),
                Map.of("conference", room, "participant", "customer"),
                Map.of("conference", "call-" + callId),
                Map.of("conference", "incoming-"),
                Map.of("conference", "anything", "To", OURS),
                Map.of("callId", callId, "MemberId", owner.memberId().toString()))) {
            HttpResponse<String> answer = connects(owner.workspaceId(), mallory.memberId(), params, "");
            assertThat(answer.statusCode()).as(params.toString()).isEqualTo(200);
            assertThat(answer.body()).as(params.toString()).contains("<Hangup").doesNotContain("<Conference");
        }
        HttpResponse<String> inTheAddress = connects(
                owner.workspaceId(), mallory.memberId(), Map.of(), "?conference=" + room + "&participant=agent");
        assertThat(inTheAddress.body()).doesNotContain("<Conference");
        assertThat(calls(owner)).hasSize(1);
        assertThat(detail(callId).path("legs")).hasSize(1);
    }

    @Test
    void aBrowserOfAnotherWorkspaceOrOfAnotherProgramIsNoCaller() {
        Visitor other = Visitor.owner(server, "Other");
        for (String from : List.of(
                new VoiceIdentity(other.workspaceId(), other.memberId()).address(), "client:somebody", "client:")) {
            Map<String, String> form = incoming(sid());
            form.put("From", from);
            HttpResponse<String> answer = twilio.post(path("voice"), form);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("<Conference").contains("<Hangup");
        }
        assertThat(calls(owner)).isEmpty();
    }

    @Test
    void aRecordingOfOddNumbersIsKept() {
        String sid = sid();
        comes(sid);
        Map<String, String> form =
                twilio.form("CallSid", sid, "RecordingSid", "RE" + sid.substring(2), "RecordingStatus", "completed");
        form.put("RecordingDuration", "99999999999999");
        form.put("RecordingChannels", "-2");
        form.put("RecordingStartTime", "soon");
        form.put("RecordingSource", "\u0000");

        assertThat(post("voice/recording?call=" + call(), form)).isEqualTo(204);

        assertThat(detail(call()).path("recordings")).singleElement().satisfies(recording -> {
            assertThat(recording.path("status").asString()).isEqualTo("completed");
            assertThat(recording.path("durationSeconds").isNull()).isTrue();
        });
    }

    @Test
    void theSameQuestionIsAnsweredTheSameAlsoTenTimesAtOnce() {
        String sid = sid();
        List<String> answers = Stream.generate(() -> incoming(sid))
                .limit(10)
                .parallel()
                .map(form -> twilio.post(path("voice"), form).body())
                .distinct()
                .toList();
        assertThat(answers).hasSize(1);
        assertThat(calls(owner)).hasSize(1);
    }

    private HttpResponse<String> connects(UUID workspace, UUID member, Map<String, String> params, String query) {
        Map<String, String> form = incoming(sid());
        form.putAll(params);
        form.put("From", new VoiceIdentity(workspace, member).address());
        form.putIfAbsent("To", "");
        return twilio.post(path("voice" + query), form);
    }

    private void comes(String sid) {
        assertThat(twilio.post(path("voice"), incoming(sid)).statusCode()).isEqualTo(200);
    }

    private Map<String, String> incoming(String sid) {
        return twilio.form(
                "CallSid", sid, "From", CUSTOMER, "To", OURS, "Direction", "inbound", "CallStatus", "ringing");
    }

    private Map<String, String> status(String sid, String status) {
        return twilio.form("CallSid", sid, "From", CUSTOMER, "To", OURS, "Direction", "inbound", "CallStatus", status);
    }

    private int status(String query, Map<String, String> form) {
        return post("voice/status" + query, form);
    }

    private int post(String route, Map<String, String> form) {
        return twilio.post(path(route), form).statusCode();
    }

    private String path(String route) {
        return "/api/twilio/" + owner.workspaceId() + "/" + route;
    }

    private String call() {
        return calls(owner).getFirst().path("id").asString();
    }

    private static List<JsonNode> calls(Visitor visitor) {
        return visitor.get("/api/calls").json().path("items").valueStream().toList();
    }

    private JsonNode detail(String callId) {
        return owner.get("/api/calls/" + callId).json();
    }

    private static String sid() {
        return "CA" + UUID.randomUUID().toString().replace("-", "");
    }
}
