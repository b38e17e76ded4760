package org.patchbay.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.testing.RunningServer;
import org.patchbay.testing.Visitor;
import org.patchbay.testing.Visitor.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ContactImportTest {

    private static final String GERMAN = """
            \uFEFFVorname;Nachname;Firma;E-Mail;Telefon;Handy;Kategorien;Bemerkung
            Ada;Lovelace;Analytical;ada@example.com;030 901820;0171/1234567;vip, london;"Erste Zeile
            zweite; Zeile"
            Bruno;Keller;;kein-at;keine Nummer;;;
            ;;;x@example.com;;;;
            """;

    private final RunningServer server = RunningServer.shared();
    private final Visitor owner = Visitor.owner(server, "Quill");

    @Test
    void aFileIsAddedAndWhatCouldNotBeIsSaidByLine() {
        owner.patch("/api/workspace", Map.of("country", "DE"));

        JsonNode report = imported(GERMAN, Map.of());

        assertThat(report.path("mapping").valueStream().map(JsonNode::asString))
                .containsExactly("firstName", "lastName", "company", "email", "phone", "mobile", "tags", "notes");
        assertThat(counts(report)).containsExactly(3, 2, 0, 0, 1);
        assertThat(report.path("problems")
                        .valueStream()
                        .map(problem -> problem.path("line").asInt()))
                .containsExactly(4, 4, 5);
        assertThat(report.at("/sample/0/name").asString()).isEqualTo("Ada Lovelace");
        JsonNode ada = owner.get("/api/contacts?text=ada").json().at("/items/0");
        assertThat(ada.path("name").asString()).isEqualTo("Ada Lovelace");
        assertThat(ada.at("/phones/0/phoneNumber").asString()).isEqualTo("+4930901820");
        assertThat(ada.at("/phones/1/label").asString()).isEqualTo("mobile");
        assertThat(ada.path("notes").asString()).isEqualTo("Erste Zeile\nzweite; Zeile");
        assertThat(ada.path("tags").valueStream().map(JsonNode::asString)).containsExactly("vip", "london");
        assertThat(events()).containsExactly("contacts.changed {\"total\": 2}");
        assertThat(owner.get("/api/audit-log").text()).contains("contacts.imported");

        assertThat(counts(imported(GERMAN, Map.of()))).as("again").containsExactly(3, 1, 0, 1, 1);
    }

    @Test
    void aPreviewSaysTheSameAndWritesNothing() {
        owner.patch("/api/workspace", Map.of("country", "DE"));

        JsonNode preview = imported(GERMAN, Map.of("preview", true));

        assertThat(owner.get("/api/contacts").json().path("total").asInt()).isZero();
        assertThat(events()).isEmpty();
        assertThat(imported(GERMAN, Map.of())).isEqualTo(preview);
    }

    @Test
    void theMappingIsAsAskedAndWhoIsKnownIsLeftFilledOrReplaced() {
        owner.post(
                "/api/contacts",
                Map.of("name", "Ada", "phones", List.of(Map.of("phoneNumber", "+14155550101", "label", ""))));
        String csv = "a,b,c\nAda Lovelace,(415) 555-0101,ada@example.com\n";
        List<String> mapping = List.of("name", "phone", "email");

        assertThat(counts(imported(csv, Map.of("mapping", mapping, "known", "skip"))))
                .containsExactly(1, 0, 0, 1, 0);
        assertThat(counts(imported(csv, Map.of("mapping", mapping)))).containsExactly(1, 0, 1, 0, 0);
        JsonNode filled = owner.get("/api/contacts").json().at("/items/0");
        assertThat(filled.path("name").asString()).isEqualTo("Ada");
        assertThat(filled.path("email").asString()).isEqualTo("ada@example.com");
        assertThat(counts(imported(csv, Map.of("mapping", mapping, "known", "replace"))))
                .containsExactly(1, 0, 1, 0, 0);
        assertThat(owner.get("/api/contacts").json().at("/items/0/name").asString())
                .isEqualTo("Ada Lovelace");
    }

    @Test
    void whatIsNoTableOrTooLongIsRefused() {
        Map<String, Map<String, Object>> wishes = Map.of(
                "csv", Map.of("csv", "name\n\"Ada\nBruno\n"),
                "mapping", Map.of("csv", "name,phone\nAda,\n", "mapping", List.of("name")),
                "mapping[0]", Map.of("csv", "name\nAda\n", "mapping", List.of("nmae")),
                "known", Map.of("csv", "name\nAda\n", "known", "merge"));
        wishes.forEach((field, wish) -> {
            Answer answer = owner.post("/api/contacts/import", wish);
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.json().path("errors").findValuesAsString("field")).containsExactly(field);
        });
        assertThat(owner.post("/api/contacts/import", Map.of("csv", " \n\n")).status())
                .isEqualTo(400);
        assertThat(owner.post("/api/contacts/import", Map.of("csv", "name\n" + "Ada\n".repeat(20_001)))
                        .text())
                .contains("20,000 lines");
        assertThat(owner.post("/api/contacts/import", Map.of("csv", "x".repeat(17 * 1024 * 1024)))
                        .status())
                .isEqualTo(413);
        assertThat(owner.get("/api/contacts").json().path("total").asInt()).isZero();
    }

    @Test
    void twentyThousandLinesAreOneTransactionAndOneEvent() {
        planForOneLine();
        String csv = "Name,E-mail,Phone\n"
                + IntStream.range(0, 20_000)
                        .mapToObj(n -> "Contact %05d,c%d@example.com,+1415%07d".formatted(n, n, 2_000_000 + n))
                        .collect(Collectors.joining("\n"));

        assertThat(counts(imported(csv, Map.of()))).containsExactly(20_000, 20_000, 0, 0, 0);

        assertThat(events()).containsExactly("contacts.changed {\"total\": 20000}");
        assertThat(counts(imported(csv, Map.of()))).as("again").containsExactly(20_000, 0, 0, 20_000, 0);
        assertThat(counts(imported(csv.replace("Contact", "Person"), Map.of("known", "replace"))))
                .as("renamed")
                .containsExactly(20_000, 0, 20_000, 0, 0);
        assertThat(owner.get("/api/contacts?text=19999")
                        .json()
                        .at("/items/0/name")
                        .asString())
                .isEqualTo("Person 19999");
    }

    /// PostgreSQL keeps plans that were good so far, and does not know at once how much has come.
    private void planForOneLine() {
        Visitor other = Visitor.owner(server, "Olive");
        for (int time = 0; time < 30; time++) {
            Answer answer = other.post("/api/contacts/import", Map.of("csv", "name,phone\nAda,+14155550100"));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        }
    }

    @Test
    void theSameFileImportedTwiceAtOnceIsThereOnce() throws Exception {
        String csv = "name,phone\n"
                + IntStream.range(0, 200)
                        .mapToObj(n -> "Contact %03d,+1415%07d".formatted(n, 2_000_000 + n))
                        .collect(Collectors.joining("\n"));
        Callable<Answer> once = () -> owner.post("/api/contacts/import", Map.of("csv", csv));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : threads.invokeAll(List.of(once, once, once))) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        }
        assertThat(owner.get("/api/contacts").json().path("total").asInt()).isEqualTo(200);
    }

    private JsonNode imported(String csv, Map<String, Object> more) {
        Map<String, Object> wish = new HashMap<>(more);
        wish.put("csv", csv);
        Answer answer = owner.post("/api/contacts/import", wish);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<Integer> counts(JsonNode report) {
        return List.of("total", "added", "updated", "skipped", "refused").stream()
                .map(count -> report.path(count).asInt())
                .toList();
    }

    private List<String> events() {
        UUID workspace = owner.workspaceId();
        return Tenancy.asWorkspace(
                workspace,
                () -> server.bean(Transactions.class)
                        .read(() -> server.bean(JdbcClient.class)
                                .sql(
                                        "select type || ' ' || data::text from outbox where workspace_id = ? and type like 'contact%'")
                                .param(workspace)
                                .query(String.class)
                                .list()));
    }
}
