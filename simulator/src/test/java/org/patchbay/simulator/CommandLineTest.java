package org.patchbay.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.http.Answer;
import org.patchbay.simulator.http.PortTaken;
import org.patchbay.simulator.http.WebServer;

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
}
