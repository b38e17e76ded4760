package org.patchbay.simulator.calls;

/// Begins to run TwiML on a leg; an implementation lives outside of this package, which knows no verb.
@FunctionalInterface
public interface TwimlRunner {
    LegTask run(Leg leg, TwimlSource source);
}
