package org.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.patchbay.calls.ingest.Heard;
import org.patchbay.calls.ingest.Ingest;
import org.patchbay.calls.ingest.Matter;
import org.patchbay.calls.ingest.Matter.Where;
import org.patchbay.calls.ingest.RecordingStatus;
import org.patchbay.calls.ingest.Source;
import org.patchbay.calls.ingest.Told;
import org.patchbay.database.Tenancy;
import org.patchbay.numbers.NumberSync;
import org.patchbay.numbers.Numbers;
import org.patchbay.testing.Contract;
import org.patchbay.testing.RunningServer;
import org.patchbay.testing.Visitor;
import org.patchbay.testing.Visitor.Answer;
import org.patchbay.twilio.AccountNumbers.Hook;
import org.patchbay.twilio.AccountNumbers.TwilioNumber;
import org.patchbay.twilio.AccountNumbers.Wiring;
import org.patchbay.webhooks.Twilio;
import tools.jackson.databind.JsonNode;

/// Drives every route of the contract as somebody from elsewhere, with the ids of a workspace that is not
/// theirs. Whatever they send, that workspace does not exist for them, and stays as it is.
class CrossTenantTest {

    private record Route(HttpMethod method, String path, Operation operation) {
        boolean needsWorkspace() {
            return operation.getParameters() != null
                    && operation.getParameters().stream().anyMatch(p -> "Patchbay-Workspace".equals(p.getName()));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static final String VICTIMS_NUMBER = "+14155550117";
    private static final String VICTIMS_CALLER = "+14155550171";
    private static final Map<String, Object> NO_NUMBER = new HashMap<>(Collections.singletonMap("numberId", null));

    /// What a body must look like to get past validation, so that it is the tenant that refuses. A route
    /// with a body that is missing here fails the test: whoever adds one decides.
    private static final Map<String, Object> BODIES = Map.ofEntries(
            Map.entry("updateWorkspace", Map.of("name", "Mallory's")),
            Map.entry("updateMember", Map.of("role", "agent")),
            Map.entry("invite", Map.of("email", "mallory@example.com", "role", "owner")),
            Map.entry("setPresence", Map.of("status", "busy")),
            Map.entry("wrapUpCall", Map.of("seconds", 60)),
            Map.entry("createApiKey", Map.of("name", "Mallory's", "role", "owner")),
            Map.entry(
                    "configureTwilio",
                    Map.of(
                            "environment",
                            "simulator",
                            "accountSid",
                            "AC" + "0".repeat(32),
                            "authToken",
                            "0".repeat(32))),
            Map.entry("repairTwilio", Map.of("takeOver", true)),
            Map.entry("replaceTwilioToken", Map.of("authToken", "0".repeat(32))),
            Map.entry("buyNumber", Map.of("phoneNumber", "+14155550199")),
            Map.entry("updateNumber", Map.of("friendlyName", "Mallory's")),
            Map.entry("assignNumber", Map.of("memberIds", List.of())),
            Map.entry("releaseNumber", Map.of("phoneNumber", VICTIMS_NUMBER)),
            Map.entry("chooseCallerId", NO_NUMBER),
            Map.entry("placeCall", Map.of("to", "+14155550171")),
            Map.entry("initiateCall", Map.of("to", "+14155550171")),
            Map.entry("changeCall", Map.of("notes", "Mallory was here")),
            Map.entry("setCallSettings", Map.of("record", false, "notice", "")),
            Map.entry("blockCaller", Map.of("phoneNumber", VICTIMS_CALLER)),
            Map.entry("addContact", Map.of("name", "Mallory's friend")),
            Map.entry("importContacts", Map.of("csv", "name\nMallory's friend\n")),
            Map.entry("changeContact", Map.of("name", "Mallory was here")),
            Map.entry("saveCallView", Map.of("name", "Mallory's", "filter", Map.of())),
            Map.entry("setMemberPhone", Map.of("phoneNumber", VICTIMS_CALLER)));

    private final RunningServer server = RunningServer.shared();
    private final Visitor victim = Visitor.owner(server, "Victim");
    private final Visitor mallory = Visitor.owner(server, "Mallory");

    @TestFactory
    Stream<DynamicTest> aForeignWorkspaceDoesNotExist() {
        Map<String, String> ids = foreignIds();
        List<JsonNode> before = state();
        String workspace = victim.workspaceId().toString();
        return routes().filter(Route::needsWorkspace)
                .filter(route -> !route.path().equals("/api/realtime"))
                .map(route -> DynamicTest.dynamicTest(route + " with the foreign workspace's id", () -> {
                    Visitor visitor = signedInAgain(mallory).with("Patchbay-Workspace", workspace);
                    Answer answer = visitor.send(route.method().name(), filled(route, ids), body(route));
                    assertThat(answer.status()).as(answer.text()).isEqualTo(404);
                    assertThat(answer.text()).doesNotContain("Victim");
                    assertThat(state()).isEqualTo(before);
                }));
    }

    @TestFactory
    Stream<DynamicTest> aForeignIdIsNotFoundInOnesOwnWorkspace() {
        Map<String, String> ids = foreignIds();
        List<JsonNode> before = state();
        return routes().filter(route -> route.path().contains("{"))
                .map(route -> DynamicTest.dynamicTest(route + " with a foreign id", () -> {
                    Answer answer = mallory.send(route.method().name(), filled(route, ids), body(route));
                    assertThat(answer.status()).as(answer.text()).isEqualTo(404);
                    assertThat(answer.text()).doesNotContain("Victim");
                    assertThat(state()).isEqualTo(before);
                }));
    }

    @TestFactory
    Stream<DynamicTest> nobodyGetsInWithoutSigningIn() {
        Map<String, String> ids = foreignIds();
        return routes().filter(route -> route.operation().getSecurity() == null
                        || !route.operation().getSecurity().isEmpty())
                .filter(route -> !route.path().equals("/api/realtime"))
                .map(route -> DynamicTest.dynamicTest(route + " without a session", () -> {
                    Answer answer = new Visitor(server).send(route.method().name(), filled(route, ids), body(route));
                    assertThat(answer.status()).as(answer.text()).isEqualTo(401);
                }));
    }

    @Test
    void anApiKeyWorksInItsOwnWorkspaceWhateverTheHeaderSays() {
        String secret = mallory.post("/api/api-keys", Map.of("name", "k", "role", "owner"))
                .json()
                .path("secret")
                .asString();
        Visitor program = new Visitor(server)
                .with("Authorization", "Bearer " + secret)
                .with("Patchbay-Workspace", victim.workspaceId().toString());
        assertThat(program.get("/api/workspace").json().path("name").asString()).isEqualTo("Mallory's team");
    }

    @Test
    void somebodyInTwoWorkspacesSeesEachByItself() {
        String other = mallory.post("/api/workspaces", Map.of("name", "The other"))
                .json()
                .path("id")
                .asString();
        assertThat(mallory.get("/api/workspace").problem()).isEqualTo("workspace-required");
        Visitor inOther = signedInAgain(mallory).with("Patchbay-Workspace", other);
        assertThat(inOther.get("/api/workspace").json().path("name").asString()).isEqualTo("The other");
        assertThat(inOther.get("/api/members").json().path("items")).hasSize(1);
    }

    private static Stream<Route> routes() {
        List<Route> routes = new ArrayList<>();
        Contract.document()
                .getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    if (item.getParameters() != null) {
                        item.getParameters().forEach(operation::addParametersItem);
                    }
                    routes.add(new Route(method, path, operation));
                }));
        return routes.stream();
    }

    private static @Nullable Object body(Route route) {
        if (route.operation().getRequestBody() == null) {
            return null;
        }
        Object body = BODIES.get(route.operation().getOperationId());
        if (body == null && route.needsWorkspace()) {
            throw new IllegalStateException("BODIES has none for " + route);
        }
        return body == null ? Map.of() : body;
    }

    private Visitor signedInAgain(Visitor visitor) {
        Visitor again = new Visitor(server);
        again.post("/api/session", Map.of("email", visitor.email(), "password", Visitor.PASSWORD));
        return again;
    }

    private Map<String, String> foreignIds() {
        String invitation = victim.post("/api/invitations", Map.of("email", Visitor.address("guest"), "role", "agent"))
                .json()
                .at("/invitation/id")
                .asString();
        String key = victim.post("/api/api-keys", Map.of("name", "Victim's key", "role", "agent"))
                .json()
                .at("/apiKey/id")
                .asString();
        UUID number = victimsNumber();
        UUID call = victimsCall();
        victim.post("/api/blocked-callers", Map.of("phoneNumber", VICTIMS_CALLER));
        String contact = victim.post("/api/contacts", Map.of("name", "Victim's friend"))
                .json()
                .path("id")
                .asString();
        String view = victim.post("/api/call-views", Map.of("name", "Victim's", "filter", Map.of()))
                .json()
                .path("id")
                .asString();
        return Map.ofEntries(
                Map.entry("numberId", number.toString()),
                Map.entry("callId", call.toString()),
                Map.entry("recordingId", recordingOf(call)),
                Map.entry("contactId", contact),
                Map.entry("viewId", view),
                Map.entry("phoneNumber", VICTIMS_CALLER),
                Map.entry("memberId", victim.memberId().toString()),
                Map.entry("invitationId", invitation),
                Map.entry("apiKeyId", key),
                Map.entry(
                        "sessionId",
                        victim.get("/api/session").json().path("id").asString()));
    }

    private UUID victimsNumber() {
        Hook nobody = new Hook(null, true);
        Wiring wiring = new Wiring(null, null, nobody, nobody, null, nobody, nobody, nobody);
        Twilio twilio = Twilio.account(server).connectedTo(victim.workspaceId());
        return Tenancy.asWorkspace(victim.workspaceId(), () -> {
            server.bean(NumberSync.class)
                    .store(
                            twilio.accountSid(),
                            List.of(new TwilioNumber(
                                    "PN1", VICTIMS_NUMBER, "Victim's line", true, true, true, wiring)));
            return server.bean(Numbers.class)
                    .findByPhone(VICTIMS_NUMBER)
                    .orElseThrow()
                    .id();
        });
    }

    /// With a recording, and never answered: there is nobody to take it.
    private UUID victimsCall() {
        String sid = "CA" + UUID.randomUUID().toString().replace("-", "");
        Heard heard =
                tell(new Matter.NewCaller(sid, VICTIMS_CALLER, VICTIMS_NUMBER, "Victim's customer"), "call.incoming");
        tell(
                new Matter.RecordingReported(
                        new Where.Sid(sid),
                        "RE" + sid.substring(2),
                        null,
                        RecordingStatus.COMPLETED,
                        "Conference",
                        1,
                        7,
                        null),
                "recording.completed");
        return heard.after().orElseThrow().call().id();
    }

    private Heard tell(Matter matter, String type) {
        return server.bean(Ingest.class)
                .tellAndWait(
                        Told.of(victim.workspaceId(), matter, UUID.randomUUID(), Source.WEBHOOK, type, Instant.now()));
    }

    private String recordingOf(UUID call) {
        return victim.get("/api/calls/" + call).json().at("/recordings/0/id").asString();
    }

    private static String filled(Route route, Map<String, String> ids) {
        String path = route.path();
        for (Map.Entry<String, String> id : ids.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        assertThat(path).as("an id that foreignIds() does not make").doesNotContain("{");
        return path;
    }

    /// All that the victim can see of their workspace, but for when sessions and keys were last used.
    private List<JsonNode> state() {
        return Stream.of(
                        "/api/workspace",
                        "/api/members",
                        "/api/invitations",
                        "/api/api-keys",
                        "/api/numbers",
                        "/api/calls",
                        "/api/contacts",
                        "/api/call-views",
                        "/api/call-settings",
                        "/api/blocked-callers",
                        "/api/members/" + victim.memberId() + "/phone",
                        "/api/twilio/configuration")
                .map(path -> victim.get(path).json())
                .toList();
    }
}
