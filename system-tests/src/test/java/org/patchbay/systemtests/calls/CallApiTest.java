package org.patchbay.systemtests.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.simulator.phones.Phone;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.phones.Script;
import org.patchbay.systemtests.product.Program;
import org.patchbay.systemtests.twilio.Eventually;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// The history of calls: looked through, written on, exported, inspected.
@Execution(ExecutionMode.CONCURRENT)
class CallApiTest {

    private final Practice practice = Practice.open(Shared.INSTALLATION);
    private final Agent ada = practice.agent("Ada Nkemelu");
    private final Phone customer = practice.phone();

    @Test
    void theHistoryIsFoundByEachFilterAndPagedNewestFirst() {
        String answered = answered();
        String abandoned = abandoned();
        String outbound = outbound();

        assertThat(ids("")).containsExactly(outbound, abandoned, answered);
        assertThat(ids("?direction=inbound")).containsExactly(abandoned, answered);
        assertThat(ids("?direction=outbound")).containsExactly(outbound);
        assertThat(ids("?outcome=answered")).containsExactly(answered);
        assertThat(ids("?outcome=missed")).containsExactly(outbound);
        assertThat(ids("?memberId=" + ada.memberId())).containsExactly(outbound, answered);
        assertThat(ids("?numberId=" + practice.numberId())).hasSize(3);
        assertThat(ids("?numberId=" + ada.memberId())).isEmpty();
        assertThat(ids("?contactId=" + ada.memberId())).isEmpty();
        assertThat(ids("?live=true")).isEmpty();
        assertThat(ids("?text=" + customer.address().substring(4))).hasSize(3);
        assertThat(ids("?text=" + encoded("Ada Nk"))).containsExactly(outbound, answered);
        assertThat(ids("?text=" + encoded("%"))).isEmpty();
        String middle = practice.detail(abandoned).at("/call/createdAt").asString();
        assertThat(ids("?until=" + middle)).containsExactly(answered);
        assertThat(ids("?since=" + middle)).containsExactly(outbound, abandoned);

        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get("/api/calls?limit=1" + cursor);
            page.path("items").forEach(call -> paged.add(call.path("id").asString()));
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + encoded(page.path("nextCursor").asString());
        } while (!cursor.isEmpty());
        assertThat(paged).containsExactly(outbound, abandoned, answered);
        for (String wrong : List.of("direction=up", "outcome=great", "limit=0", "cursor=x", "since=yesterday")) {
            assertThat(practice.owner()
                            .api()
                            .ask("GET", "/api/calls?" + wrong, Map.of())
                            .problem())
                    .as(wrong)
                    .isEqualTo("invalid");
        }
    }

    @Test
    void notesDispositionAndTagsAreKeptShownFoundAndExported() {
        String callId = answered();

        JsonNode changed = ada.api()
                .call(
                        "PATCH",
                        "/api/calls/" + callId,
                        Map.of(
                                "notes",
                                "Wants, \"soon\", a quote",
                                "disposition",
                                "=Sale",
                                "tags",
                                List.of("vip", "vip")));

        assertThat(changed.path("tags").valueStream().map(JsonNode::asString)).containsExactly("vip");
        ada.frames().await("call.updated", "a quote");
        assertThat(practice.detail(callId).at("/call/disposition").asString()).isEqualTo("=Sale");
        assertThat(ids("?text=quote")).containsExactly(callId);
        assertThat(ids("?text=vip")).containsExactly(callId);
        String csv = new String(
                practice.owner()
                        .api()
                        .download("/api/calls/export?direction=inbound")
                        .body(),
                StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv)
                .startsWith("id,created_at,")
                .contains(callId)
                .contains("\"Wants, \"\"soon\"\", a quote\"")
                .contains("'=Sale")
                .contains("," + customer.address() + ",");
        assertThat(ada.api().ask("GET", "/api/calls/export", Map.of()).status()).isEqualTo(403);
        assertThat(ada.api()
                        .ask("PATCH", "/api/calls/" + callId, Map.of("tags", List.of(" ")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theInspectionShowsWhatTwilioSaidWhatWasDecidedAndWhatWasAnswered() {
        String callId = answered();
        Eventually.is(true, () -> Practice.timeline(practice.detail(callId)).contains("room.ended"));

        JsonNode entries = get("/api/calls/" + callId + "/inspection").path("entries");

        JsonNode incoming = entries.path(0);
        assertThat(incoming.path("type").asString()).isEqualTo("call.incoming");
        assertThat(incoming.path("source").asString()).isEqualTo("webhook");
        assertThat(incoming.at("/data/From").asString()).isEqualTo(customer.address());
        assertThat(incoming.at("/data/ToCountry").asString()).isEqualTo("US");
        assertThat(incoming.path("reply").asString()).contains("<Conference").contains("incoming-CA");
        assertThat(incoming.path("decided").toString()).contains("offered");
        assertThat(entries.toString()).doesNotContain(practice.login().token()).contains("tell who has it");
        assertThat(ada.api()
                        .ask("GET", "/api/calls/" + callId + "/inspection", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theInspectionShowsTheRequestsToTwilioWithTheirOutcome() {
        String callId = outbound();

        JsonNode entries = get("/api/calls/" + callId + "/inspection").path("entries");

        assertThat(entries.valueStream()
                        .filter(entry -> entry.at("/data/request").asString("").equals("calls.create"))
                        .map(entry -> entry.at("/data/outcome").asString()))
                .containsExactly("ok", "ok");
        assertThat(entries.valueStream()
                        .filter(entry -> entry.at("/data/request").asString("").equals("calls.create"))
                        .map(entry -> entry.at("/data/milliseconds").isNumber()))
                .containsOnly(true);
    }

    @Test
    void theQueriesOfTheSourceDocumentsRunAsTheServerRoleForOneWorkspace() {
        String callId = answered();
        String sid = practice.detail(callId).at("/legs/0/sid").asString();
        Eventually.is(
                true,
                () -> practice.detail(callId)
                        .at("/call/recordingUrl")
                        .asString("")
                        .startsWith("/api/recordings/"));

        assertThat(query("SELECT * FROM calls ORDER BY created_at DESC LIMIT 10"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("twilio_call_sid")).isEqualTo(sid));
        assertThat(query("""
                SELECT c.*, ce.event_type, ce.created_at as event_time
                FROM calls c
                LEFT JOIN call_events ce ON c.id = ce.call_id
                WHERE c.twilio_call_sid = '%s'
                ORDER BY ce.created_at""".formatted(sid)))
                .hasSizeGreaterThan(5)
                .first()
                .satisfies(row -> assertThat(row.get("event_type")).isEqualTo("call.incoming"));
        assertThat(query("""
                SELECT from_number, to_number, duration_seconds, recording_url
                FROM calls
                WHERE recording_url IS NOT NULL"""))
                .singleElement()
                .satisfies(row -> assertThat(row.get("from_number")).isEqualTo(customer.address()));
        assertThat(query("""
                SELECT * FROM call_events
                WHERE created_at > NOW() - INTERVAL '1 hour'""")).hasSizeGreaterThan(5);
    }

    @Test
    void othersWhoHaveNothingToDoWithACallCanNotEndIt() {
        Agent bruno = practice.agent("Bruno Keller");
        bruno.is("away");
        practice.calls(customer);
        String callId = ada.offered();
        ada.takes(callId);
        ada.awaits(callId, "in-progress");

        Program.Answer answer = bruno.api().ask("POST", "/api/calls/" + callId + "/hang-up", Map.of());

        assertThat(answer.status()).isEqualTo(403);
        practice.owner().api().call("POST", "/api/calls/" + callId + "/hang-up", Map.of());
        practice.awaits(callId, "completed");
    }

    private String answered() {
        PhoneCall call = practice.calls(customer);
        String callId = practice.onlyCall();
        ada.frames().await("call.offered", callId);
        ada.takes(callId);
        practice.awaitsBoth(callId);
        call.hangUp();
        practice.awaits(callId, "completed");
        practice.awaitsSilence(callId);
        return callId;
    }

    private String abandoned() {
        PhoneCall call = practice.calls(customer);
        Eventually.is(1, () -> practice.history("?live=true").size());
        String callId = practice.history("?live=true").getFirst().path("id").asString();
        call.hangUp();
        practice.awaits(callId, "canceled");
        return callId;
    }

    private String outbound() {
        Phone adas = practice.phone().script(Script.answers());
        ada.phone(adas.address());
        customer.script(Script.busy());
        String callId = ada.api()
                .call("POST", "/api/calls", Map.of("to", customer.address(), "via", "phone"))
                .path("callId")
                .asString();
        practice.awaits(callId, "busy");
        return callId;
    }

    private List<String> ids(String query) {
        return practice.history(query).stream()
                .map(call -> call.path("id").asString())
                .toList();
    }

    private JsonNode get(String path) {
        return practice.owner().api().call("GET", path, Map.of());
    }

    private List<Map<String, Object>> query(String sql) {
        return Tenancy.asWorkspace(
                practice.workspaceId(),
                () -> practice.installation()
                        .bean(Transactions.class)
                        .read(() -> practice.installation()
                                .bean(JdbcClient.class)
                                .sql(sql)
                                .query()
                                .listOfRows()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
