package org.patchbay.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.simulator.SimulatorOptions;
import org.patchbay.simulator.TwilioSimulator;
import org.patchbay.simulator.phones.Script;

class SimulatorExtensionTest {

    @RegisterExtension
    final SimulatorExtension twilio =
            new SimulatorExtension(SimulatorOptions.defaults().turnedClock(Instant.parse("2026-11-20T10:00:00Z")));

    @Test
    void everyTestGetsASimulatorOfItsOwnWhoseClockItTurns(TwilioSimulator simulator) {
        assertThat(simulator).isSameAs(twilio.simulator());
        simulator.addNumber(simulator.account().sid(), "+14155550100");
        var call = simulator.call(simulator.phone("+13125550111"), "+14155550100", Script.answers());
        simulator.advance(Duration.ofSeconds(10));
        assertThat(call.isOver()).as("a number without a voice URL fails").isTrue();
    }
}
