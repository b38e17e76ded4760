package org.patchbay.simulator.http;

/// Answers one kind of request. Runs on a virtual thread and may wait.
@FunctionalInterface
public interface Endpoint {
    Answer handle(Request request);
}
