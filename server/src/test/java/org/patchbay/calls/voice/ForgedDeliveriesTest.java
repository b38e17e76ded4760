package org.patchbay.calls.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchbay.testing.RunningServer;
import org.patchbay.testing.TestCluster;
import org.patchbay.testing.Visitor;
import org.patchbay.webhooks.Twilio;

/// What is not Twilio's, or comes damaged, is refused on every path and leaves no trace but a count; what is Twilio's
/// and comes twice, late or odd does no harm. Whatever comes, the next valid delivery is taken.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedDeliveriesTest {

    private static final String OURS = "+15005550006";
    private static final String CUSTOMER = "+14155550123";
    private static final int MEGABYTE = 1024 * 1024;

    /// All that a delivery can write, but for the counts of deliveries and what follows a moment after.
    private static final List<String> TABLES = List.of(
            "calls",
            "call_legs",
            "call_events",
            "call_sids",
            "recordings",
            "messages",
            "contacts",
            "(select workspace_id, id, type from outbox)",
            "workspace_twilio_config");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final RunningServer server = RunningServer.shared();
    private final Visitor owner = Visitor.owner(server, "Quill");
    private final Twilio twilio = Twilio.account(server).connectedTo(owner.workspaceId());
    private final Random random = new Random(20_261_121);

    ForgedDeliveriesTest() {
        twilio.number(owner.workspaceId(), OURS);
    }

    static Stream<String> paths() {
        return Stream.of(
                "{w}/voice",
                "{w}/voice/fallback",
                "{w}/voice/answer",
                "{w}/voice/status",
                "{w}/voice/recording",
                "{w}/voice/conference",
                "{w}/sms/inbound",
                "{w}/sms/status",
                "{w}/webhook",
                "{w}/probe",
                "/api/voice/inbound",
                "/api/voice/outbound",
                "/api/voice/status",
                "/api/twilio/voice/answer",
                "/api/twilio/voice/status",
                "/api/twilio/voice/recording",
                "/api/twilio/webhook",
                "/api/twilio/webhook/voice");
    }

    @ParameterizedTest
    @MethodSource("paths")
    void whatIsForgedOrDamagedIsRefusedAndLeavesNoTrace(String form) {
        String path = form.replace("{w}", "/api/twilio/" + owner.workspaceId());
        String sid = comes();
        Map<String, String> before = everything();
        Map<String, String> said = said(sid, "completed");
        byte[] body = encoded(said);
        String signature = twilio.signature(address(path), said);

        Map<String, Integer> answers = new LinkedHashMap<>();
        answers.put("unsigned", post(path, body, ""));
        answers.put("signed by another", post(path, body, twilio.forged().signature(address(path), said)));
        answers.put("of another path", post(path, body, twilio.signature(address(path + "x"), said)));
        answers.put("another query", post(path + "?call=" + UUID.randomUUID(), body, signature));
        answers.put("more said", post(path, join(body, "&CallDuration=7"), signature));
        answers.put("said twice", post(path, join(body, "&CallStatus=busy"), signature));
        answers.put("not UTF-8", post(path, join(body, "&Body=%ff%fe%80"), signature));
        answers.put("raw bytes", post(path, join(body, new byte[] {'&', 'B', '=', (byte) 0xc3, 0x28, 0}), signature));
        answers.put("broken encoding", post(path, join(body, "&Body=%zz%"), signature));
        answers.put("NUL", post(path, join(body, "&%00=%00"), signature));
        answers.put("many", post(path, join(body, many(10_000)), signature));
        answers.put("a megabyte", post(path, join(body, "&Body=" + "x".repeat(MEGABYTE)), signature));
        answers.put("nearly a megabyte", post(path, join(body, "&Body=" + "x".repeat(MEGABYTE - 2_000)), signature));
        for (int i = 0; i < 8; i++) {
            byte[] damaged = damaged(body);
            answers.put("damaged " + new String(damaged, StandardCharsets.ISO_8859_1), post(path, damaged, signature));
        }

        assertThat(answers)
                .allSatisfy((what, status) -> assertThat(status).as(what).isBetween(400, 499));
        assertThat(everything()).isEqualTo(before);
        assertThat(twilio.post(voice("status"), said).statusCode()).isEqualTo(204);
        assertThat(leg(sid)).contains("completed");
    }

    /// Cut short, or with one bit changed, in a way that says something else.
    private byte[] damaged(byte[] body) {
        byte[] damaged = random.nextBoolean() ? Arrays.copyOf(body, random.nextInt(body.length)) : body.clone();
        if (damaged.length == body.length) {
            int place = new String(body, StandardCharsets.ISO_8859_1).indexOf("CallSid=CA") + 10 + random.nextInt(30);
            damaged[place] ^= 1;
        }
        return damaged;
    }

    @Test
    void whatComesAgainIsAnsweredAsBeforeAndChangesNothing() {
        String sid = sid();
        Map<String, String> question = said(sid, "ringing");
        List<Map<String, String>> told = Stream.of("ringing", "in-progress", "completed")
                .map(status -> said(sid, status))
                .toList();
        String first = twilio.post(voice(""), question).body();
        told.forEach(form ->
                assertThat(twilio.post(voice("status"), form).statusCode()).isEqualTo(204));
        Map<String, String> before = everything();

        assertThat(twilio.post(voice(""), question).body()).isEqualTo(first);
        told.forEach(form ->
                assertThat(twilio.post(voice("status"), form).statusCode()).isEqualTo(204));

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whatComesLateIsNotedAndMovesNothingBack() {
        String sid = comes();
        twilio.post(voice("status"), said(sid, "completed"));
        String before = leg(sid);

        for (String late : List.of("in-progress", "ringing", "queued", "no-answer", "failed")) {
            assertThat(twilio.post(voice("status"), said(sid, late)).statusCode())
                    .isEqualTo(204);
        }

        assertThat(leg(sid)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void whatIsSignedIsNeverAFaultOfOursHoweverOdd(String form) {
        String path = form.replace("{w}", "/api/twilio/" + owner.workspaceId());
        for (Map<String, String> odd : List.of(
                Map.of("CallSid", "\u0000", "MessageSid", "\u0000", "Body", "\u0000\uFFFF"),
                Map.of("CallSid", "x".repeat(100_000), "To", "\uD83D\uDE00".repeat(1_000)),
                Map.of("\u0000", "\u0000", "", "nothing", "CallStatus", "\u0000"),
                IntStream.range(0, 2_000)
                        .boxed()
                        .collect(Collectors.toMap(number -> "P" + number, number -> "\u0000" + number)))) {
            Map<String, String> said = said(sid(), "ringing");
            said.putAll(odd);
            assertThat(twilio.post(path, said).statusCode())
                    .as(odd.keySet().iterator().next())
                    .isLessThan(500);
        }
        String sid = comes();
        assertThat(leg(sid)).isNotEmpty();
    }

    /// Of the workspace: in those of other tests timers go off meanwhile.
    private Map<String, String> everything() {
        String rows = "(select * from %s u where u.workspace_id = '" + owner.workspaceId() + "' order by u::text)";
        return TABLES.stream()
                .collect(Collectors.toMap(
                        table -> table, table -> TestCluster.dump(server.urls(), rows.formatted(table))));
    }

    /// A caller, whose call is there then.
    private String comes() {
        String sid = sid();
        assertThat(twilio.post(voice(""), said(sid, "ringing")).statusCode()).isEqualTo(200);
        return sid;
    }

    private String leg(String sid) {
        return TestCluster.dump(
                server.urls(),
                "(select status, in_room, ended_at from call_legs where twilio_call_sid = '%s')".formatted(sid));
    }

    private Map<String, String> said(String sid, String status) {
        return twilio.form("CallSid", sid, "From", CUSTOMER, "To", OURS, "Direction", "inbound", "CallStatus", status);
    }

    private String voice(String rest) {
        return "/api/twilio/" + owner.workspaceId() + "/voice" + (rest.isEmpty() ? "" : "/" + rest);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.url("/").getPort() + path;
    }

    private static String many(int parameters) {
        return IntStream.range(0, parameters)
                .mapToObj(number -> "&p" + number + "=" + number)
                .collect(Collectors.joining());
    }

    private static byte[] encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] join(byte[] body, String more) {
        return join(body, more.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] join(byte[] body, byte[] more) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(body);
        joined.writeBytes(more);
        return joined.toByteArray();
    }

    private int post(String path, byte[] body, String signature) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url("") + path))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(BodyPublishers.ofByteArray(body));
        if (!signature.isEmpty()) {
            request.header("X-Twilio-Signature", signature);
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return answer.statusCode();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String sid() {
        return "CA" + UUID.randomUUID().toString().replace("-", "");
    }
}
