package org.patchbay.simulator.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.kit.Stage;

class RestFuzzTest {

    private static final List<String> NAMES = List.of(
            "To",
            "From",
            "Url",
            "Twiml",
            "Status",
            "Timeout",
            "SendDigits",
            "StatusCallbackEvent",
            "PageSize",
            "Page",
            "PageToken",
            "StartTime>",
            "FriendlyName",
            "MaxSize",
            "Muted",
            "AnnounceUrl",
            "MachineDetection",
            "Label");
    private static final List<String> VALUES = List.of(
            "",
            "x",
            "-1",
            "999999999999",
            "+14155550100",
            "client:a?b=c",
            "sip:x@y",
            "http://",
            "http://a_b/c",
            "\u0000",
            "<Response><Redirect/></Response>",
            "../..",
            "%",
            "true",
            "2026-99-99",
            "ключ",
            "PA",
            "'\"><",
            "𝕏");

    /// Seeded, so that a failure can be repeated.
    @Test
    void nothingThatAClientSendsIsAnsweredWithAServerError() throws Exception {
        var random = new Random(20_261_120);
        try (var stage = new Stage();
                var http = HttpClient.newHttpClient()) {
            var account = stage.simulator.account();
            String base = "/2010-04-01/Accounts/" + account.sid();
            var paths = List.of(
                    "/Calls",
                    "/Calls/CA1",
                    "/Conferences",
                    "/Conferences/x/Participants",
                    "/Recordings",
                    "/Queues",
                    "/Queues/QU1/Members",
                    "/IncomingPhoneNumbers",
                    "/AvailablePhoneNumbers/US/Local",
                    "/Applications",
                    "/Keys",
                    "/OutgoingCallerIds",
                    "/Transcriptions",
                    "/Balance",
                    "/Usage/Records",
                    "/%20",
                    "/a%2Fb");
            String basic = Base64.getEncoder()
                    .encodeToString((account.sid() + ":" + account.authToken()).getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 1_500; i++) {
                String path = base + paths.get(random.nextInt(paths.size())) + ".json";
                boolean post = random.nextBoolean();
                String form = form(random);
                var request = HttpRequest.newBuilder(
                                URI.create(stage.simulator.url() + path + (post || form.isEmpty() ? "" : "?" + form)))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded");
                var answer = http.send(
                        (post ? request.POST(HttpRequest.BodyPublishers.ofString(form)) : request.GET()).build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as("%s %s %s", post, path, form).isLessThan(500);
                if (answer.statusCode() >= 400) {
                    assertThat(answer.body()).contains("\"code\":").contains("more_info");
                }
            }
        }
    }

    private static String form(Random random) {
        var form = new StringBuilder();
        for (int n = random.nextInt(4); n > 0; n--) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(URLEncoder.encode(NAMES.get(random.nextInt(NAMES.size())), StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(VALUES.get(random.nextInt(VALUES.size())), StandardCharsets.UTF_8));
        }
        return form.toString();
    }
}
