package org.patchbay.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.patchbay.database.Tenancy;
import org.patchbay.testing.RunningServer;
import org.patchbay.testing.Visitor;
import org.patchbay.twilio.AccountNumbers.Hook;
import org.patchbay.twilio.AccountNumbers.TwilioNumber;
import org.patchbay.twilio.AccountNumbers.Wiring;
import org.patchbay.webhooks.Twilio;
import tools.jackson.databind.JsonNode;

class NumbersTest {

    private static final Hook NOBODY = new Hook(null, true);
    private static final Wiring NOTHING = new Wiring(null, null, NOBODY, NOBODY, null, NOBODY, NOBODY, NOBODY);
    private static final AtomicInteger SIDS = new AtomicInteger();

    private final RunningServer server = RunningServer.shared();
    private final Visitor owner = Visitor.owner(server, "Ada");
    private final Twilio twilio = Twilio.account(server);

    @Test
    void anUnnamedNumberIsCalledLikeTheWorkspaceAndAGivenNameIsKept() {
        TwilioNumber unnamed = number("+14155550100", "");
        TwilioNumber named = number("+14155550104", "Sales");
        sync(unnamed, named);

        assertThat(names()).containsExactly("Ada's team", "Sales");
        owner.patch("/api/numbers/" + id("+14155550104"), Map.of("friendlyName", "  Big deals "));
        sync(unnamed, renamed(named, "Sales department"));
        assertThat(names()).containsExactly("Ada's team", "Big deals");
    }

    @Test
    void whatIsNoLongerAtTwilioIsReleasedAndWhatComesBackIsTheSame() {
        TwilioNumber support = number("+14155550100", "Support");
        sync(support, number("+14155550104", "Sales"));
        UUID sales = id("+14155550104");
        owner.patch("/api/numbers/" + sales, Map.of("noAnswerSeconds", 25));

        NumberSync.Result gone = sync(support);
        assertThat(gone.released()).isEqualTo(1);
        assertThat(names()).containsExactly("Support");
        assertThat(phones("?status=released")).containsExactly("+14155550104");

        NumberSync.Result back = sync(support, number("+14155550104", "Sales"));
        assertThat(back.added()).isEqualTo(1);
        assertThat(id("+14155550104")).isEqualTo(sales);
        assertThat(find("+14155550104").path("noAnswerSeconds").asInt()).isEqualTo(25);
    }

    @Test
    void theNumbersOfAMemberComeFirstOnEveryPage() {
        sync(IntStream.range(0, 25)
                .mapToObj(i -> number("+141555501%02d".formatted(i), "n" + i))
                .toArray(TwilioNumber[]::new));
        Visitor agent = owner.colleague("Mara", "agent");
        for (String mine : List.of("+14155550120", "+14155550105")) {
            assign(mine, agent.memberId());
        }

        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = agent.get("/api/numbers?limit=4" + cursor).json();
            page.path("items")
                    .forEach(number -> all.add(number.path("phoneNumber").asString()));
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asString();
        } while (!cursor.isEmpty());

        assertThat(all).hasSize(25).doesNotHaveDuplicates().startsWith("+14155550105", "+14155550120", "+14155550100");
        assertThat(phones("")).isSorted();
    }

    @Test
    void aMemberCallsFromWhatTheyChoseElseFromTheirsElseFromNobodysNumber() {
        sync(number("+14155550100", "a"), number("+14155550104", "b"), number("+14155550108", "c"));
        Visitor agent = owner.colleague("Mara", "agent");
        Visitor other = owner.colleague("Jonah", "agent");
        assign("+14155550100", other.memberId());
        assertThat(callerId(agent, agent.memberId())).isEqualTo("+14155550104");

        assign("+14155550108", agent.memberId());
        assertThat(callerId(agent, agent.memberId())).isEqualTo("+14155550108");

        assertThat(choose(agent, agent.memberId(), id("+14155550104"))).isEqualTo(200);
        assertThat(callerId(agent, agent.memberId())).isEqualTo("+14155550104");
        assertThat(choose(agent, agent.memberId(), id("+14155550100")))
                .as("somebody else's number")
                .isEqualTo(400);
        assertThat(choose(agent, other.memberId(), null)).as("somebody else").isEqualTo(403);
        assertThat(choose(owner, agent.memberId(), null)).isEqualTo(200);
        assertThat(callerId(agent, agent.memberId())).isEqualTo("+14155550108");
    }

    @Test
    void settingsAreCheckedAndWhatIsLeftOutStays() {
        sync(number("+14155550100", "Support"));
        String path = "/api/numbers/" + id("+14155550100");

        JsonNode changed = owner.patch(path, Map.of("forwardTo", "(415) 555-0117", "recording", "off"))
                .json();
        assertThat(changed.path("forwardTo").asString()).isEqualTo("+14155550117");
        assertThat(changed.path("recording").asString()).isEqualTo("off");
        assertThat(changed.path("noAnswerSeconds").asInt()).isEqualTo(60);
        assertThat(owner.patch(path, Map.of("forwardTo", ""))
                        .json()
                        .path("forwardTo")
                        .isNull())
                .isTrue();

        assertThat(owner.patch(path, Map.of("forwardTo", "call me")).problem()).isEqualTo("invalid");
        assertThat(owner.patch(path, Map.of("noAnswerSeconds", 4)).problem()).isEqualTo("invalid");
        assertThat(owner.patch(path, Map.of("recording", "sometimes")).status()).isEqualTo(400);
        assertThat(owner.patch(path, Map.of()).problem()).isEqualTo("invalid");
        assertThat(owner.put(path + "/members", Map.of("memberIds", List.of(UUID.randomUUID())))
                        .problem())
                .isEqualTo("invalid");
    }

    @Test
    void whoeverForwardsUnansweredCallsSaysWhere() {
        sync(number("+14155550100", "Support"));
        String path = "/api/numbers/" + id("+14155550100");

        assertThat(owner.patch(path, Map.of("onNoAnswer", "forward")).problem()).isEqualTo("invalid");
        assertThat(owner.patch(path, Map.of("onNoAnswer", "voicemail")).problem())
                .isEqualTo("invalid");
        JsonNode forwarded = owner.patch(
                        path, Map.of("onNoAnswer", "forward", "noAnswerTo", "(415) 555-0117", "whisper", true))
                .json();

        assertThat(forwarded.path("onNoAnswer").asString()).isEqualTo("forward");
        assertThat(forwarded.path("noAnswerTo").asString()).isEqualTo("+14155550117");
        assertThat(forwarded.path("whisper").asBoolean()).isTrue();
        assertThat(owner.patch(path, Map.of("noAnswerTo", "")).problem()).isEqualTo("invalid");
    }

    @Test
    void anAgentSeesNumbersAndChangesNone() {
        sync(number("+14155550100", "Support"));
        Visitor agent = owner.colleague("Mara", "agent");

        assertThat(agent.get("/api/numbers").status()).isEqualTo(200);
        assertThat(agent.patch("/api/numbers/" + id("+14155550100"), Map.of("friendlyName", "x"))
                        .problem())
                .isEqualTo("forbidden");
        assertThat(agent.get("/api/numbers/available").problem()).isEqualTo("forbidden");
        assertThat(agent.get("/api/twilio/configuration").problem()).isEqualTo("forbidden");
    }

    @Test
    void aNumberThatIsLeftToOthersIsNoLongerOurs() {
        sync(number("+14155550100", "Support"));
        UUID id = id("+14155550100");
        inWorkspace(() -> server.bean(NumberHoldings.class).take(id, NOTHING));

        JsonNode left =
                owner.patch("/api/numbers/" + id, Map.of("managed", false)).json();
        assertThat(left.path("connection").asString()).isEqualTo("left");
        assertThat(inWorkspace(() ->
                        server.bean(NumberHoldings.class).active().getFirst().held()))
                .isFalse();
        JsonNode wanted =
                owner.patch("/api/numbers/" + id, Map.of("managed", true)).json();
        assertThat(wanted.path("connection").asString()).isEqualTo("waiting");
    }

    /// Twilio lists page by page: a number that somebody releases meanwhile shifts another one out of sight.
    @Test
    void whatANumberHadIsNotForgottenWhenItIsOutOfSightForAMoment() {
        TwilioNumber support = number("+14155550100", "Support");
        Wiring before = new Wiring(
                null, null, new Hook(URI.create("https://theirs.example"), true), NOBODY, null, NOBODY, NOBODY, NOBODY);
        NumberHoldings holdings = server.bean(NumberHoldings.class);
        sync(support);
        inWorkspace(() -> holdings.take(id("+14155550100"), before));

        sync();
        sync(support);

        HeldNumber back = inWorkspace(() -> holdings.active().getFirst());
        assertThat(back.found()).contains(before);
        assertThat(back.held()).isFalse();
    }

    @Test
    void aNumberThatWasBoughtAnewHasNotWhatItsForerunnerHad() {
        NumberHoldings holdings = server.bean(NumberHoldings.class);
        sync(number("+14155550100", "Support"));
        inWorkspace(() -> holdings.take(id("+14155550100"), NOTHING));

        sync();
        sync(number("+14155550100", "Support"));

        assertThat(inWorkspace(() -> holdings.active().getFirst().found())).isEmpty();
    }

    @Test
    void choosingAndAssigningByManyAtOnceHarmsNobody() throws Exception {
        sync(number("+14155550100", "a"), number("+14155550104", "b"));
        List<UUID> numbers = List.of(id("+14155550100"), id("+14155550104"));
        UUID me = owner.memberId();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, 24)
                    .mapToObj(i -> many.submit(() -> i % 2 == 0
                            ? choose(owner, me, numbers.get(i / 2 % 2))
                            : owner.put(
                                            "/api/numbers/" + numbers.getFirst() + "/members",
                                            Map.of("memberIds", i % 4 == 1 ? List.of(me) : List.of()))
                                    .status()))
                    .toList();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(200, 409);
            }
        }
    }

    @Test
    void whatCanNotBeStoredIsRefused() {
        sync(number("+14155550100", "Support"));
        String path = "/api/numbers/" + id("+14155550100");
        for (String name : List.of("a\0b", "x".repeat(65), "   ")) {
            assertThat(owner.patch(path, Map.of("friendlyName", name)).status())
                    .as(name)
                    .isEqualTo(400);
        }
        assertThat(owner.patch(path, Map.of("forwardTo", "+1415\u0000555")).status())
                .isEqualTo(400);
        Map<String, String> json = Map.of("Content-Type", "application/json");
        for (String body : List.of(
                "null",
                "[]",
                "{}",
                "\"x\"",
                "{\"managed\":\"maybe\"}",
                "{\"noAnswerSeconds\":1e99}",
                "{\"recording\":7}",
                "{\"friendlyName\":{}}")) {
            assertThat(owner.raw("PATCH", path, body, json).status()).as(body).isEqualTo(400);
        }
        for (String body :
                List.of("null", "{}", "{\"memberIds\":null}", "{\"memberIds\":[null]}", "{\"memberIds\":[1]}")) {
            assertThat(owner.raw("PUT", path + "/members", body, json).status())
                    .as(body)
                    .isEqualTo(400);
        }
        for (String body : List.of(
                "null",
                "{\"environment\":\"mars\"}",
                "{\"environment\":1}",
                "{\"accountSid\":[]}",
                "{\"accountSid\":\"AC\\u0000\",\"authToken\":\"\\ud800\"}")) {
            assertThat(owner.raw("POST", "/api/twilio/configure-from-credentials", body, json)
                            .status())
                    .as(body)
                    .isEqualTo(400);
        }
        for (String body : List.of("null", "{\"numberIds\":[null]}", "{\"numberIds\":\"all\"}", "{\"takeOver\":3.5}")) {
            assertThat(owner.raw("POST", "/api/twilio/repair", body, json).status())
                    .as(body)
                    .isEqualTo(400);
        }
        for (String query : List.of(
                "/api/numbers?status=x",
                "/api/numbers?limit=0",
                "/api/numbers?attention=maybe",
                "/api/numbers?cursor=%00",
                "/api/messages?numberId=1",
                "/api/messages?cursor=x",
                "/api/twilio/checks?limit=201",
                "/api/numbers/available?country=us",
                "/api/numbers/available?areaCode=1",
                "/api/numbers/available?contains=%00%00")) {
            assertThat(owner.get(query).status()).as(query).isEqualTo(400);
        }
    }

    @Test
    void withoutAnAccountNothingIsBoughtOrLookedFor() {
        assertThat(owner.get("/api/numbers/available").problem()).isEqualTo("twilio-not-configured");
        assertThat(owner.post("/api/numbers", Map.of("phoneNumber", "+14155550199"))
                        .problem())
                .isEqualTo("twilio-not-configured");
        assertThat(owner.get("/api/voice/token").problem()).isEqualTo("twilio-not-configured");
        assertThat(owner.post("/api/twilio/verify", null).problem()).isEqualTo("twilio-not-configured");
    }

    private NumberSync.Result sync(TwilioNumber... numbers) {
        twilio.connectedTo(owner.workspaceId());
        return inWorkspace(() -> server.bean(NumberSync.class).store(twilio.accountSid(), List.of(numbers)));
    }

    private <T> T inWorkspace(Supplier<T> work) {
        return Tenancy.asWorkspace(owner.workspaceId(), work::get);
    }

    private void assign(String phoneNumber, UUID memberId) {
        owner.put("/api/numbers/" + id(phoneNumber) + "/members", Map.of("memberIds", List.of(memberId)));
    }

    private static String callerId(Visitor asking, UUID memberId) {
        return asking.get("/api/members/" + memberId + "/caller-id")
                .json()
                .path("phoneNumber")
                .asString();
    }

    private static int choose(Visitor asking, UUID memberId, @Nullable UUID numberId) {
        Map<String, Object> body = new HashMap<>();
        body.put("numberId", numberId);
        return asking.put("/api/members/" + memberId + "/caller-id", body).status();
    }

    private List<String> names() {
        return owner.get("/api/numbers")
                .json()
                .path("items")
                .valueStream()
                .map(number -> number.path("friendlyName").asString())
                .toList();
    }

    private List<String> phones(String query) {
        return owner.get("/api/numbers" + query)
                .json()
                .path("items")
                .valueStream()
                .map(number -> number.path("phoneNumber").asString())
                .toList();
    }

    private JsonNode find(String phoneNumber) {
        return owner.get("/api/numbers")
                .json()
                .path("items")
                .valueStream()
                .filter(number -> number.path("phoneNumber").asString().equals(phoneNumber))
                .findFirst()
                .orElseThrow();
    }

    private UUID id(String phoneNumber) {
        return UUID.fromString(find(phoneNumber).path("id").asString());
    }

    private static TwilioNumber number(String phoneNumber, String name) {
        return new TwilioNumber("PN" + SIDS.incrementAndGet(), phoneNumber, name, true, true, true, NOTHING);
    }

    private static TwilioNumber renamed(TwilioNumber number, String name) {
        return new TwilioNumber(number.sid(), number.phoneNumber(), name, true, true, true, NOTHING);
    }
}
