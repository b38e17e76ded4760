package org.patchbay.systemtests.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.patchbay.systemtests.product.Processes;
import org.patchbay.systemtests.product.Tree;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The simulator as it was built, on a free port, with one account. It reads a pipe from us, so that
/// it ends when we do.
final class RunningSimulator implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final URI url;
    private final String account;
    private final String token;

    private RunningSimulator(Process process, JsonNode ready) {
        this.process = process;
        this.url = URI.create(ready.get("url").stringValue());
        this.account = ready.get("accounts").get(0).get("sid").stringValue();
        this.token = ready.get("accounts").get(0).get("authToken").stringValue();
    }

    static RunningSimulator start() {
        try {
            Path log = Files.createDirectories(Tree.scratch()).resolve("simulator.log");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            Tree.simulatorJar().toString(),
                            "--port",
                            "0",
                            "--calls-per-second",
                            "100",
                            "--account",
                            "AC" + hex() + ":" + hex(),
                            "--exit-with-stdin")
                    .redirectError(log.toFile())
                    .start();
            var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String ready = out.readLine();
            if (ready == null) {
                throw new IllegalStateException("the simulator did not start: " + Files.readString(log));
            }
            return new RunningSimulator(process, JsonMapper.shared().readTree(ready));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// 32 digits, as in SIDs and tokens.
    private static String hex() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    URI url() {
        return url;
    }

    String account() {
        return account;
    }

    /// Buys a number whose calls and texts ask these URLs.
    void buy(String number, String voiceUrl, String smsUrl) {
        create("IncomingPhoneNumbers", Map.of("PhoneNumber", number, "VoiceUrl", voiceUrl, "SmsUrl", smsUrl));
    }

    /// Creates a resource by REST, as the account.
    JsonNode create(String resources, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        String basic = Base64.getEncoder().encodeToString((account + ":" + token).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        url.resolve("/2010-04-01/Accounts/" + account + "/" + resources + ".json"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new AssertionError(resources + " was answered " + answer.statusCode() + " " + answer.body());
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(Processes.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
