package org.patchbay.simulator.junit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.patchbay.simulator.SimulatorOptions;
import org.patchbay.simulator.TwilioSimulator;

/// A simulator of its own for every test, on a free port.
///
/// ```java
/// @RegisterExtension
/// final SimulatorExtension twilio = new SimulatorExtension(SimulatorOptions.defaults());
///
/// @Test
/// void aCallIsPlaced(TwilioSimulator simulator) { … }
/// ```
public final class SimulatorExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private final SimulatorOptions options;
    private @Nullable TwilioSimulator simulator;

    /// For `@ExtendWith`: default options.
    public SimulatorExtension() {
        this(SimulatorOptions.defaults());
    }

    public SimulatorExtension(SimulatorOptions options) {
        this.options = options;
    }

    /// The simulator of the running test.
    ///
    /// @throws IllegalStateException outside of a test
    public TwilioSimulator simulator() {
        var running = simulator;
        if (running == null) {
            throw new IllegalStateException("no test is running");
        }
        return running;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        simulator = TwilioSimulator.start(options);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var running = simulator;
        simulator = null;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TwilioSimulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return simulator();
    }
}
