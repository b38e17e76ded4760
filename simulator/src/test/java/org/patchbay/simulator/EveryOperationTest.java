package org.patchbay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.http.TwilioRestClient;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.kit.SdkHttp;
import org.patchbay.simulator.kit.Stage;
import org.patchbay.simulator.tour.AccountsTour;
import org.patchbay.simulator.tour.CallsTour;
import org.patchbay.simulator.tour.NumbersTour;
import org.patchbay.simulator.tour.TextsTour;

class EveryOperationTest {

    /// Files are fetched by whoever plays them; the SDK has no operation for that (`RecordingTest`,
    /// `MediaMessageTest`). The SDK verifies caller ids by another address, and can not read a bare list.
    private static final List<String> NOT_BY_THE_SDK = List.of(
            "GET /2010-04-01/Accounts/{AccountSid}/Recordings/{Sid}.wav",
            "GET /2010-04-01/Accounts/{AccountSid}/Recordings/{Sid}.mp3",
            "GET /2010-04-01/Accounts/{AccountSid}/Recordings/{Sid}",
            "GET /2010-04-01/Accounts/{AccountSid}/Messages/{MessageSid}/Media/{Sid}");

    @Test
    void theOfficialSdkDoesEveryOperationAndEveryAnswerIsAsTwiliosDocumentsSay() {
        try (var stage = new Stage()) {
            var http = new SdkHttp(stage.simulator.url());
            var sdk = new TwilioRestClient.Builder(
                            stage.account, stage.simulator.account().authToken())
                    .httpClient(http)
                    .build();
            var accounts = new AccountsTour(sdk);
            accounts.walk();
            new NumbersTour(sdk).walk();
            new CallsTour(stage, sdk).walk();
            new TextsTour(stage, sdk).walk();
            accounts.exchangeToken();

            var operations = operations();
            var done = new TreeSet<String>();
            http.requests().forEach(request -> done.add(operation(operations, request)));
            var missing = new TreeSet<>(operations);
            missing.removeAll(done);
            missing.removeAll(NOT_BY_THE_SDK);
            assertThat(missing).as("operations that nobody has tried").isEmpty();
        }
    }

    private static List<String> operations() {
        var options = SimulatorOptions.defaults();
        var world = World.create(options);
        try (world;
                var engine = Engine.create(world, options)) {
            return Routes.of(world, engine, TextEngine.create(world, engine), options)
                    .operations();
        }
    }

    /// The operation with the fewest variables wins, as it does in the simulator.
    private static String operation(List<String> operations, String request) {
        return operations.stream()
                .filter(operation ->
                        request.matches(operation.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+?")))
                .min(Comparator.comparingInt(operation -> operation.split("\\{", -1).length))
                .orElseThrow(() -> new AssertionError("the simulator has no " + request));
    }
}
