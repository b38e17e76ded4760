package org.patchbay.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.patchbay.calls.ingest.Ingest;
import org.patchbay.calls.ingest.Matter;
import org.patchbay.calls.ingest.Source;
import org.patchbay.calls.ingest.Told;
import org.patchbay.testing.Eventually;
import org.patchbay.testing.RunningServer;
import org.patchbay.testing.Visitor;
import org.patchbay.testing.Visitor.Answer;
import org.patchbay.webhooks.Twilio;
import tools.jackson.databind.JsonNode;

class CallsOfContactsTest {

    private static final String OURS = "+15005550006";
    private static final String CLEO = "+14155550101";
    private static final String DORA = "+14155550102";

    private final RunningServer server = RunningServer.shared();
    private final Visitor owner = Visitor.owner(server, "Quill");
    private final UUID workspace = owner.workspaceId();
    private final Twilio twilio = Twilio.account(server).connectedTo(workspace);
    private final UUID number = twilio.number(workspace, OURS);

    @Test
    void earlierCallsBecomeTheContactsAndARenameShowsInTheHistory() {
        String first = call(CLEO);
        String others = call(DORA);
        assertThat(shown(first).path("contactName").isNull()).isTrue();

        JsonNode cleo = add("Cleo", CLEO);

        assertThat(shown(first).path("contactId")).isEqualTo(cleo.path("id"));
        assertThat(shown(first).path("contactName").asString()).isEqualTo("Cleo");
        assertThat(cleo.path("lastCallAt")).isEqualTo(shown(first).path("createdAt"));
        assertThat(shown(others).path("contactId").isNull()).isTrue();
        String second = call(CLEO);

        owner.patch(path(cleo), Map.of("name", "Cleo Farr", "company", "Farr & Sons"));

        assertThat(history("")
                        .valueStream()
                        .map(call -> call.path("contactName").asString("-")))
                .containsExactly("Cleo Farr", "-", "Cleo Farr");
        assertThat(ids("?text=farr")).containsExactly(second, first);
        assertThat(ids("?text=sons")).containsExactly(second, first);
        assertThat(ids("?contactId=" + cleo.path("id").asString())).containsExactly(second, first);
        assertThat(owner.get(path(cleo)).json().path("lastCallAt"))
                .isEqualTo(shown(second).path("createdAt"));
        assertThat(owner.get("/api/contacts").json().at("/items/0/lastCallAt"))
                .isEqualTo(shown(second).path("createdAt"));
        assertThat(owner.raw("GET", "/api/calls/export", null, Map.of()).text()).contains(",Cleo Farr,");
    }

    @Test
    void whereThereIsNoNameTheCompanyIsShown() {
        String call = call(CLEO);
        JsonNode added = add("", CLEO);
        assertThat(shown(call).path("contactId")).isEqualTo(added.path("id"));
        assertThat(shown(call).path("contactName").isNull()).isTrue();

        owner.patch(path(added), Map.of("company", "Farr & Sons"));

        assertThat(shown(call).path("contactName").asString()).isEqualTo("Farr & Sons");
    }

    @Test
    void aCallKeepsItsContactWhenThePhoneGoes() {
        String call = call(CLEO);
        JsonNode cleo = add("Cleo", CLEO);

        owner.patch(path(cleo), Map.of("phones", List.of()));
        add("Dora", CLEO);

        assertThat(shown(call).path("contactName").asString()).isEqualTo("Cleo");
        assertThat(shown(call(CLEO)).path("contactName").asString()).isEqualTo("Dora");
    }

    @Test
    void callsStayWhenTheContactGoesAndAreTheNextOnesThen() {
        String call = call(CLEO);
        JsonNode cleo = add("Cleo", CLEO);

        owner.delete(path(cleo));

        assertThat(shown(call).path("contactId").isNull()).isTrue();
        assertThat(shown(call).path("contactName").isNull()).isTrue();
        add("Dora", CLEO);
        assertThat(shown(call).path("contactName").asString()).isEqualTo("Dora");
    }

    @Test
    void theCallsOfImportedContactsBecomeTheirsSoon() {
        String one = call(CLEO);
        String two = call(DORA);

        owner.post("/api/contacts/import", Map.of("csv", "name,phone\nCleo," + CLEO + "\nDora," + DORA + "\n"));

        Eventually.until(
                "both have their calls",
                () -> shown(one).path("contactName").asString("").equals("Cleo")
                        && shown(two).path("contactName").asString("").equals("Dora"));
    }

    @Test
    void theHistoryIsFoundByTheCustomersNumberAndCountedOnItsFirstPage() {
        String first = call(CLEO);
        String second = call(CLEO);
        call(DORA);

        assertThat(ids("?customer=%2B14155550101")).containsExactly(second, first);
        assertThat(ids("?customer=%2B1415555010")).isEmpty();
        JsonNode page = owner.get("/api/calls?limit=1&customer=%2B14155550101").json();
        assertThat(page.path("total").asInt()).isEqualTo(2);
        JsonNode next = owner.get("/api/calls?limit=1&customer=%2B14155550101&cursor="
                        + page.path("nextCursor").asString())
                .json();
        assertThat(next.path("total").isNull()).isTrue();
        assertThat(next.at("/items/0/id").asString()).isEqualTo(first);
    }

    @Test
    void whoIsCalledAsAContactIsOne() {
        Visitor mallory = Visitor.owner(server, "Mallory");
        String theirs = mallory.post("/api/contacts", Map.of("name", "Mallory's friend"))
                .json()
                .path("id")
                .asString();
        for (String contactId : List.of(theirs, UUID.randomUUID().toString())) {
            Answer answer = owner.post("/api/calls", Map.of("to", CLEO, "contactId", contactId));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("errors").findValuesAsString("field")).containsExactly("contactId");
        }
        assertThat(history("")).isEmpty();
    }

    private JsonNode add(String name, String phone) {
        Answer added = owner.post(
                "/api/contacts", Map.of("name", name, "phones", List.of(Map.of("phoneNumber", phone, "label", ""))));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added.json();
    }

    private static String path(JsonNode contact) {
        return "/api/contacts/" + contact.path("id").asString();
    }

    /// Somebody calls, and nobody is there.
    private String call(String from) {
        Matter caller = new Matter.NewCaller("CA" + UUID.randomUUID(), from, OURS, null);
        return server.bean(Ingest.class)
                .tellAndWait(
                        Told.of(workspace, caller, UUID.randomUUID(), Source.WEBHOOK, "call.incoming", Instant.now()))
                .after()
                .orElseThrow()
                .call()
                .id()
                .toString();
    }

    private JsonNode shown(String callId) {
        return owner.get("/api/calls/" + callId).json().path("call");
    }

    private JsonNode history(String query) {
        return owner.get("/api/calls" + query).json().path("items");
    }

    private List<String> ids(String query) {
        return history(query)
                .valueStream()
                .map(call -> call.path("id").asString())
                .toList();
    }
}
