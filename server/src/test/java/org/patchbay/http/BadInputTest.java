package org.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.testing.RunningServer;
import org.patchbay.testing.Visitor;
import org.patchbay.testing.Visitor.Answer;

class BadInputTest {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final RunningServer server = RunningServer.shared();

    @Test
    void anUnknownAddressIsAProblemWithTheRequestIdThatTheHeaderHas() {
        Answer answer = new Visitor(server).raw("GET", "/api/no-such-thing", null, Map.of());
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("not-found");
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.header("X-Request-Id"))
                .contains(answer.json().path("requestId").asString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/calls?customer=%00",
                "/api/calls?text=%00a",
                "/api/contacts?text=%00a",
                "/api/messages?customer=%00&customer=%00a"
            })
    void whatNothingCanHaveIsLookedForAndNotFound(String list) {
        Answer answer = Visitor.owner(server, "Hugo").get(list);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "null", "\"text\"", "{\"name\": 1", "{\"name\":\"a\"} trailing", "{'name':'a'}"})
    void whatIsNoJsonObjectIsRefusedAndNotRepeated(String body) {
        Visitor hugo = Visitor.owner(server, "Hugo");
        Answer answer = hugo.raw("PATCH", "/api/workspace", body, JSON);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isIn("bad-request", "invalid");
        assertThat(answer.text()).doesNotContain("tools.jackson").doesNotContain("trailing");
        unchanged(hugo);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"nmae": "Quillmere"}                 | nmae
                    {"name": ""}                          | name
                    {"name": "   "}                       | name
                    {"name": 7}                           | name
                    {"name": ["a"]}                       | name
                    {"country": "Atlantis"}               | country
                    {"country": "XX"}                     | country
                    {"timeZone": "Mars/Olympus"}          | timeZone
                    {"name": "a", "id": "b"}              | id
                    {"name": "a", "name": "b"}            |
                    {}                                    |
                    """)
    void aWrongFieldIsNamedAndNothingChanges(String body, String field) {
        Visitor hugo = Visitor.owner(server, "Hugo");
        Answer answer = hugo.raw("PATCH", "/api/workspace", body, JSON);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        if (field != null) {
            assertThat(answer.json().path("errors").findValuesAsString("field")).contains(field);
        }
        unchanged(hugo);
    }

    @Test
    void anotherContentTypeIsRefused() {
        Visitor hugo = Visitor.owner(server, "Hugo");
        for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"}) {
            Answer answer = hugo.raw("PATCH", "/api/workspace", "name=Mallory", Map.of("Content-Type", type));
            assertThat(answer.status()).as(type).isEqualTo(415);
            assertThat(answer.problem()).isEqualTo("unsupported-media-type");
        }
        unchanged(hugo);
    }

    @Test
    void aBodyOverOneMegabyteIsRefused() {
        Visitor hugo = Visitor.owner(server, "Hugo");
        String body = "{\"name\":\"" + "x".repeat(1024 * 1024) + "\"}";
        Answer answer = hugo.raw("PATCH", "/api/workspace", body, JSON);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("too-large");
        unchanged(hugo);
    }

    @Test
    void aMethodThatAnAddressDoesNotHaveIsNamedWithThoseItHas() {
        Visitor hugo = Visitor.owner(server, "Hugo");
        Answer answer = hugo.raw("PUT", "/api/workspace", "{}", JSON);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.problem()).isEqualTo("method-not-allowed");
        assertThat(answer.header("Allow").orElseThrow()).contains("GET").contains("PATCH");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/members?limit=0",
                "/api/members?limit=201",
                "/api/members?limit=many",
                "/api/members?cursor=forged",
                "/api/members?cursor=%00",
                "/api/invitations?cursor=bm90IGFuIGlk",
                "/api/audit-log?actor=me",
                "/api/messages?limit=0",
                "/api/messages?cursor=forged",
                "/api/messages?numberId=one",
                "/api/audit-log?action=%25",
            })
    void aWrongQueryIsAClearRefusal(String path) {
        Visitor hugo = Visitor.owner(server, "Hugo");
        Answer answer = hugo.get(path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid");
        assertThat(answer.json().path("errors")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/members/not-an-id", "/api/members/1", "/api/sessions/%20"})
    void anIdOfTheWrongFormIsNothingThatExists(String path) {
        Visitor hugo = Visitor.owner(server, "Hugo");
        assertThat(hugo.raw("DELETE", path, null, Map.of()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/%2e%2e/members", "/api//members", "/api/members;x=1", "/%00", "/..%2f..%2fetc/passwd"})
    void oddAddressesAreRefusedWithoutAStackTrace(String path) {
        Answer answer = new Visitor(server).raw("GET", path, null, Map.of());
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.text()).doesNotContain("Exception").doesNotContain("at org.");
    }

    @Test
    void nulInTextIsRefusedNotOurFault() {
        Visitor hugo = Visitor.owner(server, "Hugo");
        Answer answer = hugo.raw("PATCH", "/api/workspace", "{\"name\":\"a\\u0000b\"}", JSON);
        assertThat(answer.status()).isEqualTo(400);
        unchanged(hugo);
    }

    @Test
    void healthAndMetricsAreOnThePortOfTheirOwnOnly() throws Exception {
        assertThat(new Visitor(server)
                        .raw("GET", "/actuator/health", null, Map.of())
                        .status())
                .isEqualTo(404);
        try (var client = java.net.http.HttpClient.newHttpClient()) {
            var health = client.send(
                    java.net.http.HttpRequest.newBuilder(server.managementUrl("/actuator/health/readiness"))
                            .build(),
                    java.net.http.HttpResponse.BodyHandlers.ofString());
            var metrics = client.send(
                    java.net.http.HttpRequest.newBuilder(server.managementUrl("/actuator/prometheus"))
                            .build(),
                    java.net.http.HttpResponse.BodyHandlers.ofString());
            assertThat(health.body()).contains("UP");
            assertThat(metrics.body()).contains("http_server_requests_seconds");
        }
    }

    private static void unchanged(Visitor hugo) {
        assertThat(hugo.get("/api/workspace").json().path("name").asString()).isEqualTo("Hugo's team");
    }
}
