package org.patchbay.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.database.Transactions;
import org.patchbay.testing.RunningServer;
import org.patchbay.testing.Visitor;
import org.patchbay.webhooks.Twilio;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class MessagesTest {

    private static final String OURS = "+15005550006";

    private final RunningServer server = RunningServer.shared();
    private final Visitor owner = Visitor.owner(server, "Quill");
    private final UUID workspace = owner.workspaceId();
    private final Twilio twilio = Twilio.account(server).connectedTo(workspace);
    private final UUID number = twilio.number(workspace, OURS);

    @Test
    void aTextIsStoredShownAndToldToTheDesks() {
        assertThat(arrives(text(
                        "SM1", "Hello", "MediaUrl0", "https://api.example.com/m0", "MediaContentType0", "image/png")))
                .contains("<Response");

        JsonNode text = messages("").getFirst();
        assertThat(text.path("sid").asString()).isEqualTo("SM1");
        assertThat(text.path("direction").asString()).isEqualTo("inbound");
        assertThat(text.path("body").asString()).isEqualTo("Hello");
        assertThat(text.path("status").asString()).isEqualTo("received");
        assertThat(text.path("numberId").asString()).isEqualTo(number.toString());
        assertThat(text.at("/media/0/contentType").asString()).isEqualTo("image/png");
        assertThat(text.toString()).doesNotContain("api.example.com");
        assertThat(events("message.received"))
                .singleElement()
                .satisfies(
                        event -> assertThat(event).contains("\"messages.read\"").contains("Hello"));
    }

    @Test
    void aTextThatComesTwiceIsStoredOnceAndAnsweredTheSame() {
        String first = arrives(text("SM1", "Hello"));
        String second = arrives(text("SM1", "Hello"));

        assertThat(second).isEqualTo(first);
        assertThat(messages("")).hasSize(1);
        assertThat(events("message.received")).hasSize(1);
    }

    @Test
    void aTextThatComesTenTimesAtOnceIsStoredOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> deliveries = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                deliveries.add(() -> arrives(text("SM1", "Hello")));
            }
            for (Future<String> answer : threads.invokeAll(deliveries)) {
                assertThat(answer.get()).contains("<Response");
            }
        }
        assertThat(messages("")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "👩‍👩‍👧 ünï ✓ a=b+c&d",
                "a\u0000b\u0000",
                "line\r\nline\ttab",
                "<Response/>",
                "\uFFFD\u2400"
            })
    void whateverPeopleWriteIsKeptAsItIs(String body) {
        arrives(text("SM1", body));
        assertThat(messages("").getFirst().path("body").asString()).isEqualTo(body);
    }

    @Test
    void sixteenHundredCharactersAreKept() {
        arrives(text("SM1", "😀".repeat(800)));
        assertThat(messages("").getFirst().path("body").asString()).hasSize(1600);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "QUILLMERE", "12345", "whatsapp:+15005550001", "Restricted"})
    void whoeverWritesIsKept(String from) {
        Map<String, String> text = text("SM1", "Hi");
        text.put("From", from);
        arrives(text);
        assertThat(messages("").getFirst().path("from").asString()).isEqualTo(from);
    }

    @Test
    void aStatusOnlyGoesForward() {
        for (String status : List.of("queued", "delivered", "sent", "undelivered", "delivered")) {
            becomes("SM2", status, "");
        }

        assertThat(messages("")).singleElement().satisfies(text -> {
            assertThat(text.path("status").asString()).isEqualTo("delivered");
            assertThat(text.path("direction").asString()).isEqualTo("outbound");
            assertThat(text.path("numberId").asString()).isEqualTo(number.toString());
        });
        assertThat(events("message.updated")).hasSize(2);
    }

    @Test
    void whyATextDidNotArriveIsKept() {
        becomes("SM2", "undelivered", "30003");
        becomes("SM2", "sent", "");

        assertThat(messages("").getFirst().path("status").asString()).isEqualTo("undelivered");
        assertThat(messages("").getFirst().path("errorCode").asInt()).isEqualTo(30003);
    }

    @Test
    void aTextWithoutASidIsAnsweredAndBreaksNothing() {
        assertThat(arrives(twilio.form("From", "+15005550001", "To", OURS, "Body", "Hi")))
                .contains("<Response");
        assertThat(messages("")).isEmpty();
    }

    @Test
    void theListIsPagedNewestFirstAndByNumber() {
        UUID other = twilio.number(workspace, "+15005550007");
        for (int i = 0; i < 5; i++) {
            Map<String, String> text = text("SM" + i, "Text " + i);
            text.put("To", i % 2 == 0 ? OURS : "+15005550007");
            arrives(text);
        }

        List<String> bodies = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = owner.get("/api/messages?limit=2" + cursor).json();
            page.path("items").forEach(text -> bodies.add(text.path("body").asString()));
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asString();
        } while (!cursor.isEmpty());

        assertThat(bodies).containsExactly("Text 4", "Text 3", "Text 2", "Text 1", "Text 0");
        assertThat(messages("?numberId=" + other)).hasSize(2);
        assertThat(messages("?numberId=" + UUID.randomUUID())).isEmpty();
        assertThat(owner.get("/api/messages?numberId=none").problem()).isEqualTo("invalid");
        assertThat(owner.get("/api/messages?cursor=%00").problem()).isEqualTo("invalid");
    }

    @Test
    void theTextsWithSomebodyAreThoseFromAndToTheirNumbers() {
        arrives(text("SM1", "From one phone of theirs"));
        Map<String, String> another = text("SM2", "From another");
        another.put("From", "+15005550002");
        arrives(another);
        Map<String, String> stranger = text("SM3", "Of somebody else");
        stranger.put("From", "+15005550003");
        arrives(stranger);
        becomes("SM4", "sent", ""); // to +1500

        assertThat(messages("?customer=%2B15005550001&customer=%2B15005550002"))
                .extracting(message -> message.path("sid").asString())
                .containsExactly("SM2", "SM1");
        assertThat(messages("?customer=%2B1500"))
                .extracting(message -> message.path("sid").asString())
                .containsExactly("SM4");
        assertThat(messages("?customer=%2B15005550006")).as("our own number").isEmpty();
        assertThat(messages("?customer=%00")).isEmpty();
        assertThat(messages("?customer=")).hasSize(4);
        assertThat(owner.get("/api/messages?customer=" + "1".repeat(41)).problem())
                .isEqualTo("invalid");
    }

    @Test
    void aTextIsOfItsWorkspaceOnlyAlsoOnOneAccount() {
        Visitor neighbour = Visitor.owner(server, "Neighbour");
        twilio.connectedTo(neighbour.workspaceId());
        arrives(text("SM1", "Hello"));

        assertThat(neighbour.get("/api/messages").json().path("items")).isEmpty();
        assertThat(messages("")).hasSize(1);
    }

    private String arrives(Map<String, String> form) {
        return twilio.post("/api/twilio/" + workspace + "/sms/inbound", form).body();
    }

    private void becomes(String sid, String status, String error) {
        Map<String, String> form = twilio.form("MessageSid", sid, "MessageStatus", status, "From", OURS, "To", "+1500");
        form.put("ErrorCode", error);
        assertThat(twilio.post("/api/twilio/" + workspace + "/sms/status", form).statusCode())
                .isEqualTo(204);
    }

    private Map<String, String> text(String sid, String body, String... more) {
        Map<String, String> form = twilio.form(more);
        form.putAll(Map.of("MessageSid", sid, "SmsStatus", "received", "NumMedia", "0"));
        form.put("From", "+15005550001");
        form.put("To", OURS);
        form.put("Body", body);
        return form;
    }

    private List<JsonNode> messages(String query) {
        return List.copyOf(
                owner.get("/api/messages" + query).json().path("items").values());
    }

    private List<String> events(String type) {
        List<String> events = new ArrayList<>();
        Twilio.inside(
                workspace,
                () -> events.addAll(server.bean(Transactions.class)
                        .read(() -> server.bean(JdbcClient.class)
                                .sql("select audience::text || data::text from outbox where type = ?")
                                .param(type)
                                .query(String.class)
                                .list())));
        return events;
    }
}
