package org.patchbay.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.SimulatorOptions;
import org.patchbay.simulator.TwilioSimulator;

class BodyLimitTest {

    private static final byte[] LARGE = new byte[3_000_000];

    @Test
    void aLargeBodyIsRefusedWhetherItSaysItsLengthOrComesInChunks() throws Exception {
        try (var simulator = TwilioSimulator.start(SimulatorOptions.defaults())) {
            assertThat(post(simulator, BodyPublishers.ofByteArray(LARGE))).isEqualTo(413);
            assertThat(post(simulator, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(LARGE))))
                    .isEqualTo(413);
            assertThat(post(simulator, BodyPublishers.ofString("a=b"))).isEqualTo(401);
        }
    }

    private static int post(TwilioSimulator simulator, HttpRequest.BodyPublisher body) throws Exception {
        String path = "/2010-04-01/Accounts/" + simulator.account().sid() + "/Calls.json";
        var request =
                HttpRequest.newBuilder(simulator.url().resolve(path)).POST(body).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }
}
