package org.patchbay.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.simulator.SimulatorOptions;
import org.patchbay.simulator.TwilioSimulator;

class SimulatorExtensionTest {

    @RegisterExtension
    final SimulatorExtension twilio =
            new SimulatorExtension(SimulatorOptions.defaults().account("AC00000000000000000000000000000001", "token"));

    @Test
    void aTestGetsASimulatorWithTheOptionsItAskedFor(TwilioSimulator simulator) {
        assertThat(simulator).isSameAs(twilio.simulator());
        assertThat(simulator.url().getPort()).isPositive();
        assertThat(simulator.account().sid()).isEqualTo("AC00000000000000000000000000000001");
    }
}
