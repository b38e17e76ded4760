package org.patchbay.simulator.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.http.Request;
import org.patchbay.simulator.kit.Stage;
import org.patchbay.simulator.phones.Script;

class PagesTest {

    private static final Pattern LINKED = Pattern.compile("(?:src|href)=\"(/[^\"]*)\"|from '\\./([\\w.]+)'");

    private final Stage stage = new Stage();
    private final PageClient page = new PageClient(stage.simulator.url());

    @AfterEach
    void stop() {
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/inspector"})
    void aPageAndAllThatItLoadsComesFromTheSimulator(String path) {
        var answer = page.send("GET", path, "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self'"));
        assertThat(answer.body()).doesNotContain("://");
        var links = LINKED.matcher(answer.body());
        while (links.find()) {
            loads(links.group(1));
        }
    }

    private void loads(String path) {
        var answer = page.send("GET", path, "");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        if (path.endsWith(".js")) {
            var imports = LINKED.matcher(answer.body());
            while (imports.find()) {
                if (imports.group(2) != null) {
                    loads("/assets/" + imports.group(2));
                }
            }
        }
    }

    @Test
    void onlyThePagesOwnFilesAreServed() {
        assertThat(page.send("GET", "/assets/errors.tsv", "").statusCode()).isNotEqualTo(200);
        assertThat(page.send("GET", "/assets/..%2F..%2Ftwiml%2Fvocabulary.json", "")
                        .statusCode())
                .isNotEqualTo(200);
        assertThat(page.send("POST", "/", "").statusCode()).isEqualTo(405);
    }

    @Test
    void twiliosPathsStayTwilios() {
        assertThat(page.send("GET", "/2010-04-01/Accounts.json", "").statusCode())
                .isEqualTo(401);
    }

    @Test
    void anotherSiteCannotUseThePagesApi() {
        var answer = page.send("POST", "/simulator/phones", "", "Origin", "https://elsewhere.example");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(page.get("/simulator/phones").get("phones")).isEmpty();
    }

    @Test
    void aNameThatWasMadeToPointHereIsRefused() {
        assertThatThrownBy(() -> OwnSite.check(request("rebound.example:8090"))).isInstanceOf(Refusal.class);
        assertThatCode(() -> OwnSite.check(request("127.0.0.1:8090"))).doesNotThrowAnyException();
        assertThatCode(() -> OwnSite.check(request("localhost:8090"))).doesNotThrowAnyException();
        assertThatCode(() -> OwnSite.check(request("[::1]:8090"))).doesNotThrowAnyException();
    }

    private static Request request(String host) {
        return new Request("GET", "/simulator/phones", Params.NONE, Map.of("host", host), new byte[0], Map.of());
    }

    @Test
    void whoListensHearsOfEveryTopicAtFirstAndOfChangesAfterwards() throws Exception {
        try (var lines = changes()) {
            assertThat(nextData(lines)).contains("phones", "exchanges", "alerts");
            page.post("/simulator/phones", "");
            assertThat(nextData(lines)).contains("phones").doesNotContain("alerts");
            stage.incoming(Script.answers());
            assertThat(nextData(lines)).contains("exchanges");
        }
    }

    @Test
    void whoListensIsLetGoWhenTheSimulatorStops() throws Exception {
        try (var lines = changes()) {
            nextData(lines);
            stage.simulator.close();
            assertThat(toTheEnd(lines)).noneMatch(line -> line.startsWith("data:"));
        }
    }

    /// How a connection ends is not promised: an end of the stream and a lost connection are both one.
    private static List<String> toTheEnd(BufferedReader lines) {
        var read = new ArrayList<String>();
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                read.add(line);
            }
        } catch (IOException e) {
            return read;
        }
        return read;
    }

    private BufferedReader changes() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(stage.simulator.url().resolve("/simulator/changes"))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream; charset=utf-8");
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static String nextData(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("data:")) {
                return line;
            }
        }
        throw new AssertionError("the stream ended");
    }
}
