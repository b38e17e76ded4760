package org.patchbay.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchbay.testing.RunningServer;
import org.patchbay.testing.Visitor;
import org.patchbay.testing.Visitor.Answer;
import tools.jackson.databind.JsonNode;

class SavedViewsTest {

    private final RunningServer server = RunningServer.shared();
    private final Visitor owner = Visitor.owner(server, "Quill");

    @Test
    void filtersAreKeptByNameInTheOrderInWhichTheyWereMade() {
        Map<String, Object> filter = Map.of(
                "numberId", UUID.randomUUID().toString(),
                "direction", "inbound",
                "outcome", "missed",
                "days", 7,
                "text", "vip");
        JsonNode missed = save(" Missed ", filter);
        save("All", Map.of());

        assertThat(missed.path("name").asString()).isEqualTo("Missed");
        assertThat(missed.path("filter").path("days").asInt()).isEqualTo(7);
        assertThat(owner.get("/api/call-views").json().path(0)).isEqualTo(missed);
        assertThat(names(owner)).containsExactly("Missed", "All");

        JsonNode again = save("Missed", Map.of("days", 1));
        assertThat(again.path("id")).isEqualTo(missed.path("id"));
        assertThat(owner.get("/api/call-views").json().path(0).path("filter").toString())
                .isEqualTo("{\"days\":1}");
        assertThat(owner.delete("/api/call-views/" + missed.path("id").asString())
                        .status())
                .isEqualTo(204);
        assertThat(names(owner)).containsExactly("All");
    }

    @Test
    void everyMemberHasTheirOwn() {
        Visitor agent = owner.colleague("Bruno", "agent");
        String theirs = save("Mine", Map.of()).path("id").asString();

        assertThat(names(agent)).isEmpty();
        assertThat(agent.delete("/api/call-views/" + theirs).status()).isEqualTo(404);
        assertThat(agent.post("/api/call-views", Map.of("name", "Mine", "filter", Map.of("days", 3)))
                        .status())
                .isEqualTo(200);
        assertThat(owner.get("/api/call-views").json().path(0).path("filter")).isEmpty();
    }

    @Test
    void fiftyAreKept() {
        for (int place = 0; place < 50; place++) {
            save("View " + place, Map.of());
        }

        assertThat(owner.post("/api/call-views", Map.of("name", "One more", "filter", Map.of()))
                        .problem())
                .isEqualTo("invalid");
        assertThat(save("View 7", Map.of("days", 2)).path("filter").path("days").asInt())
                .isEqualTo(2);
        assertThat(names(owner)).hasSize(50);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"filter": {}}                               | name
            {"name": " ", "filter": {}}                  | name
            {"name": "a"}                                | filter
            {"name": "a", "filter": {"days": 0}}         | filter.days
            {"name": "a", "filter": {"direction": "up"}} | filter.direction
            {"name": "a", "filter": {"live": true}}      | filter.live
            """)
    void aWrongFieldIsNamed(String body, String field) {
        Answer answer = owner.raw("POST", "/api/call-views", body, Map.of("Content-Type", "application/json"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsString("field")).containsExactly(field);
    }

    private JsonNode save(String name, Map<String, Object> filter) {
        Answer saved = owner.post("/api/call-views", Map.of("name", name, "filter", filter));
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        return saved.json();
    }

    private static List<String> names(Visitor visitor) {
        return visitor.get("/api/call-views")
                .json()
                .valueStream()
                .map(view -> view.path("name").asString())
                .toList();
    }
}
