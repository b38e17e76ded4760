package org.patchbay.benchmarks.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.patchbay.simulator.SimulatorOptions;
import org.patchbay.simulator.TwilioSimulator;
import org.patchbay.simulator.accounts.Account;
import org.patchbay.simulator.phones.PhoneCall;
import org.patchbay.simulator.phones.Script;

/// A simulator in real time with several accounts, each with one number that asks one webhook.
final class LoadStage implements AutoCloseable {

    private static final int ACCOUNTS = 8;

    private final TwilioSimulator simulator;
    private final List<String> numbers = new ArrayList<>();

    LoadStage(String voiceUrl) {
        var options = SimulatorOptions.defaults().limits(1_000, 0).inspectorSubjects(0);
        for (int i = 0; i < ACCOUNTS; i++) {
            options = options.account("AC%032x".formatted(i + 1), "%032x".formatted(i + 1));
        }
        simulator = TwilioSimulator.start(options);
        for (var account : simulator.accounts()) {
            String number = "+1415555%04d".formatted(numbers.size());
            var bought = simulator.addNumber(account.sid(), number);
            configure(account, bought.sid(), voiceUrl);
            numbers.add(number);
        }
    }

    private void configure(Account account, String numberSid, String voiceUrl) {
        String path = "/2010-04-01/Accounts/" + account.sid() + "/IncomingPhoneNumbers/" + numberSid + ".json";
        String password = Base64.getEncoder()
                .encodeToString((account.sid() + ":" + account.authToken()).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(simulator.url() + path))
                .header("Authorization", "Basic " + password)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "VoiceUrl=" + URLEncoder.encode(voiceUrl, StandardCharsets.UTF_8)))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the number was not configured: " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// A call from the i-th phone to one of the numbers.
    PhoneCall call(int i, Script script) {
        var phone = simulator.phone("+1312%07d".formatted(i));
        return simulator.call(phone, numbers.get(i % numbers.size()), script);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
