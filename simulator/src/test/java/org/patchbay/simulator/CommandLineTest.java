package org.patchbay.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.PortTaken;
import org.patchbay.simulator.http.WebServer;
import org.patchbay.simulator.media.MediaConfig;
import org.patchbay.simulator.media.MediaPortTaken;

class CommandLineTest {

    private static final String SID = "AC00000000000000000000000000000001";

    @Test
    void allOptionsAreRead() {
        var line = CommandLine.parse(
                Map.of(),
                "--port",
                "0",
                "--account",
                SID + ":secret",
                "--number",
                SID + ":+14155550100",
                "--exit-with-stdin");
        assertThat(line.exitWithStdin()).isTrue();
        assertThat(line.options().port()).isZero();
        assertThat(line.options().accounts()).containsExactly(new SimulatorOptions.AccountSeed(SID, "secret"));
        assertThat(line.options().numbers()).containsExactly(new SimulatorOptions.NumberSeed(SID, "+14155550100"));
    }

    @Test
    void whatIsWrongIsNamed() {
        assertWrong("--port", "--port", "many");
        assertWrong("--port", "--port", "70000");
        assertWrong("--account", "--account", "nothing");
        assertWrong("--colour", "--colour", "red");
        assertWrong("--port", "--port");
    }

    private static void assertWrong(String named, String... arguments) {
        assertThatThrownBy(() -> CommandLine.parse(Map.of(), arguments))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    @Test
    void aNumberNeedsItsAccount() {
        assertThatThrownBy(
                        () -> TwilioSimulator.start(SimulatorOptions.defaults().number(SID, "+14155550100")))
                .hasMessageContaining("--number");
    }

    @Test
    void aTakenPortIsReported() {
        try (var other = new WebServer(new InetSocketAddress("127.0.0.1", 0), request -> Answer.empty(204))) {
            int port = other.url().getPort();
            assertThatThrownBy(() ->
                            TwilioSimulator.start(SimulatorOptions.defaults().port(port)))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining(Integer.toString(port));
        }
    }

    @Test
    void callsHaveSoundUnlessItIsSwitchedOff() {
        assertThat(media(Map.of()).port()).isEqualTo(8091);
        assertThat(media(Map.of(), "--port", "0").port()).isZero();
        assertThat(media(Map.of("PATCHBAY_SIMULATOR_MEDIA_PORT", "9000")).port())
                .isEqualTo(9000);
        var chosen = media(
                Map.of("PATCHBAY_SIMULATOR_MEDIA_PORT", "9000"),
                "--media-port",
                "9001",
                "--media-address",
                "192.0.2.1");
        assertThat(chosen.port()).isEqualTo(9001);
        assertThat(chosen.addresses().getFirst().getHostAddress()).isEqualTo("192.0.2.1");
        assertThat(CommandLine.parse(Map.of(), "--no-media").options().media()).isNull();
        assertWrong("--media-port", "--media-port", "loud");
        assertThatThrownBy(() -> CommandLine.parse(Map.of("PATCHBAY_SIMULATOR_MEDIA_PORT", "loud")))
                .hasMessageContaining("PATCHBAY_SIMULATOR_MEDIA_PORT");
    }

    private static MediaConfig media(Map<String, String> environment, String... arguments) {
        return Objects.requireNonNull(
                CommandLine.parse(environment, arguments).options().media());
    }

    @Test
    void aTakenMediaPortIsReportedAndNothingIsLeftListening() throws Exception {
        try (var taken = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            int port = taken.getLocalPort();
            var options = SimulatorOptions.defaults().media(MediaConfig.loopback(port));
            assertThatThrownBy(() -> TwilioSimulator.start(options))
                    .isInstanceOf(MediaPortTaken.class)
                    .hasMessageContaining(Integer.toString(port));
        }
    }

    @Test
    void withATurnedClockCallsAreSilent() {
        var options = SimulatorOptions.defaults().media(MediaConfig.loopback(0)).turnedClock(Instant.EPOCH);
        try (var simulator = TwilioSimulator.start(options)) {
            assertThat(simulator.mediaPort()).isEmpty();
        }
    }
}
