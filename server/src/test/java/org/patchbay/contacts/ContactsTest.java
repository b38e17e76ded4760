package org.patchbay.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.testing.RunningServer;
import org.patchbay.testing.Visitor;
import org.patchbay.testing.Visitor.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ContactsTest {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final RunningServer server = RunningServer.shared();
    private final Visitor owner = Visitor.owner(server, "Quill");

    @Test
    void aContactIsAddedShownChangedAndRemovedAndTheDesksAreTold() {
        owner.patch("/api/workspace", Map.of("country", "DE"));
        Answer added = owner.post(
                "/api/contacts",
                Map.of(
                        "name", " Ada Lovelace ",
                        "company", "Analytical",
                        "email", "ada@example.com",
                        "tags", List.of("vip", " vip "),
                        "phones", List.of(phone("0171 1234567", "mobile"), phone("+49 30 901820", ""))));

        assertThat(added.status()).isEqualTo(201);
        JsonNode contact = added.json();
        assertThat(contact.path("name").asString()).isEqualTo("Ada Lovelace");
        assertThat(numbers(contact)).containsExactly("+491711234567", "+4930901820");
        assertThat(contact.path("tags").valueStream().map(JsonNode::asString)).containsExactly("vip");
        assertThat(contact.path("lastCallAt").isNull()).isTrue();
        String path = "/api/contacts/" + contact.path("id").asString();
        assertThat(owner.get(path).json()).isEqualTo(contact);

        JsonNode changed = owner.patch(
                        path,
                        Map.of("company", "", "phones", List.of(phone("+4930901820", "work"), phone("030 901820", ""))))
                .json();
        assertThat(changed.path("name").asString()).isEqualTo("Ada Lovelace");
        assertThat(changed.path("company").asString()).isEmpty();
        assertThat(numbers(changed)).containsExactly("+4930901820");
        assertThat(changed.at("/phones/0/label").asString()).isEqualTo("work");

        assertThat(owner.delete(path).status()).isEqualTo(204);
        assertThat(owner.get(path).status()).isEqualTo(404);
        assertThat(owner.delete(path).status()).isEqualTo(404);
        assertThat(events("contact.updated"))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event).contains("contacts.read"));
        assertThat(events("contact.removed")).singleElement().asString().contains("contactId");
        assertThat(owner.get("/api/audit-log").text()).contains("contact.removed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                            |
            {"name": ""}                                                  | name
            {"email": "ada@example.com"}                                  | name
            {"name": 7}                                                   | name
            {"name": "a", "nmae": "b"}                                    | nmae
            {"name": "a", "email": "ada"}                                 | email
            {"name": "a", "email": "a b@example.com"}                     | email
            {"name": "a", "tags": [""]}                                   | tags[0]
            {"name": "a", "tags": [null]}                                 | tags[0]
            {"name": "a", "phones": [{"phoneNumber": "12", "label": ""}]} | phones[0].phoneNumber
            {"name": "a", "phones": [{"phoneNumber": "", "label": ""}]}   | phones[0].phoneNumber
            {"name": "a", "phones": [{"phoneNumber": "+4930901820"}]}     | phones[0].label
            {"name": "a", "phones": [null]}                               | phones[0]
            """)
    void badInputIsRefusedWithItsFieldAndNothingIsAdded(String body, String field) {
        Answer answer = owner.raw("POST", "/api/contacts", body, JSON);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        if (field != null) {
            assertThat(answer.json().path("errors").findValuesAsString("field")).contains(field);
        }
        assertThat(list("").path("total").asInt()).isZero();
    }

    @Test
    void whatIsTooLongIsRefused() {
        List<Map<String, Object>> wishes = List.of(
                Map.of("name", "x".repeat(121)),
                Map.of("company", "x".repeat(121)),
                Map.of("name", "a", "email", "x".repeat(250) + "@x.de"),
                Map.of("name", "a", "notes", "x".repeat(20_001)),
                Map.of("name", "a", "phones", Collections.nCopies(11, phone("+4930901820", ""))));
        for (Map<String, Object> wish : wishes) {
            assertThat(owner.post("/api/contacts", wish).problem()).isEqualTo("invalid");
        }
    }

    @Test
    void aContactWithoutAnythingToFindThemByIsNotLeftBehind() {
        String path = "/api/contacts/" + add("Ada");

        assertThat(owner.patch(path, Map.of("name", "")).problem()).isEqualTo("invalid");
        assertThat(owner.patch(path, Map.of()).status()).isEqualTo(400);
        assertThat(owner.get(path).json().path("name").asString()).isEqualTo("Ada");
    }

    @Test
    void aPhoneIsOneContactsAndWhoHasItIsNamed() {
        String ada = add("Ada", "+14155550101");
        String bruno = add("Bruno", "+14155550102");

        Answer added =
                owner.post("/api/contacts", Map.of("name", "Cleo", "phones", List.of(phone("(415) 555-0101", ""))));
        Answer changed = owner.patch(
                "/api/contacts/" + bruno,
                Map.of("phones", List.of(phone("+14155550102", ""), phone("+14155550101", ""))));

        for (Answer answer : List.of(added, changed)) {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.problem()).isEqualTo("phone-taken");
            assertThat(answer.json().path("contactId").asString()).isEqualTo(ada);
            assertThat(answer.json().path("contactName").asString()).isEqualTo("Ada");
        }
        assertThat(names("")).containsExactly("Ada", "Bruno");
        assertThat(numbers(owner.get("/api/contacts/" + bruno).json())).containsExactly("+14155550102");
    }

    @Test
    void ofTenWhoAddTheSamePhoneAtOnceOneDoesAndTheOthersAreToldWho() throws Exception {
        List<Callable<Answer>> clicks = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            clicks.add(() ->
                    owner.post("/api/contacts", Map.of("name", "Ada", "phones", List.of(phone("+14155550103", "")))));
        }
        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : threads.invokeAll(clicks)) {
                statuses.add(answer.get().status());
            }
        }
        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(names("")).containsExactly("Ada");
    }

    @Test
    void theListIsByNameInPagesAndCountedOnTheFirst() {
        for (String name : List.of("cleo", "Ada", "Bruno", "ada", "Änne")) {
            add(name);
        }
        owner.post("/api/contacts", Map.of("company", "Bäckerei"));

        List<String> paged = new ArrayList<>();
        JsonNode page = list("?limit=2");
        assertThat(page.path("total").asInt()).isEqualTo(6);
        while (true) {
            page.path("items")
                    .forEach(item -> paged.add(
                            item.path("name").asString() + item.path("company").asString()));
            if (page.path("nextCursor").isNull()) {
                break;
            }
            page = list("?limit=2&cursor=" + page.path("nextCursor").asString());
            assertThat(page.path("total").isNull()).isTrue();
        }
        assertThat(paged)
                .hasSize(6)
                .doesNotHaveDuplicates()
                .containsSubsequence("Bruno", "cleo")
                .contains("Bäckerei");
        assertThat(paged.subList(0, 2)).containsExactlyInAnyOrder("Ada", "ada");
        assertThat(owner.get("/api/contacts?cursor=x").problem()).isEqualTo("invalid");
        assertThat(owner.get("/api/contacts?limit=0").problem()).isEqualTo("invalid");
    }

    @Test
    void contactsAreFoundByWhatIsWrittenOfThemAndByTheirPhones() {
        owner.patch("/api/workspace", Map.of("country", "DE"));
        owner.post(
                "/api/contacts",
                Map.of(
                        "name", "Ada Lovelace",
                        "company", "100% Analytical",
                        "email", "ada@example.com",
                        "tags", List.of("vip"),
                        "phones", List.of(phone("+491711234567", ""))));
        add("Bruno", "+4930901820");

        for (String text :
                List.of("love", "LYTIC", "@example", "vip", "0%", "1711234", "0171 12", "+49 171", "0049171")) {
            assertThat(names("?text=" + encoded(text))).as(text).containsExactly("Ada Lovelace");
        }
        for (String text : List.of("%", "_", "example.org", "999", "zz\0")) {
            assertThat(names("?text=" + encoded(text)))
                    .as(text)
                    .isEqualTo(text.equals("%") ? List.of("Ada Lovelace") : List.of());
        }
        assertThat(list("?text=love").path("total").asInt()).isEqualTo(1);
        assertThat(names("?phone=" + encoded("030 901820"))).containsExactly("Bruno");
        assertThat(names("?phone=" + encoded("+4930901821"))).isEmpty();
        assertThat(owner.get("/api/contacts?phone=abc").problem()).isEqualTo("invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/contacts", "/api/contacts/import"})
    void anAgentMayReadAndEdit(String path) {
        Visitor agent = owner.colleague("Bruno", "agent");

        assertThat(agent.post(path, path.endsWith("import") ? Map.of("csv", "name\nAda\n") : Map.of("name", "Ada"))
                        .status())
                .isIn(200, 201);
        assertThat(agent.get("/api/contacts").json().path("total").asInt()).isEqualTo(1);
    }

    private String add(String name, String... phones) {
        Answer added = owner.post(
                "/api/contacts",
                Map.of(
                        "name",
                        name,
                        "phones",
                        Arrays.stream(phones).map(number -> phone(number, "")).toList()));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added.json().path("id").asString();
    }

    private static Map<String, String> phone(String number, String label) {
        return Map.of("phoneNumber", number, "label", label);
    }

    private static List<String> numbers(JsonNode contact) {
        return contact.path("phones")
                .valueStream()
                .map(phone -> phone.path("phoneNumber").asString())
                .toList();
    }

    private JsonNode list(String query) {
        return owner.get("/api/contacts" + query).json();
    }

    private List<String> names(String query) {
        return list(query)
                .path("items")
                .valueStream()
                .map(item -> item.path("name").asString())
                .toList();
    }

    private List<String> events(String type) {
        UUID workspace = owner.workspaceId();
        return Tenancy.asWorkspace(
                workspace,
                () -> server.bean(Transactions.class)
                        .read(() -> server.bean(JdbcClient.class)
                                .sql(
                                        "select audience::text || data::text from outbox where workspace_id = ? and type = ? order by id")
                                .param(workspace)
                                .param(type)
                                .query(String.class)
                                .list()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
