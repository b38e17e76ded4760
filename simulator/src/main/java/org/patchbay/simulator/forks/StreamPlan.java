package org.patchbay.simulator.forks;

/// Where a call's audio should go. No audio is sent: only the events are simulated.
///
/// @param callbackUrl absolute, or empty
public record StreamPlan(String url, String callbackUrl, String callbackMethod) {}
