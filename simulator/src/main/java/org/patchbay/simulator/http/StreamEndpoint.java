package org.patchbay.simulator.http;

import java.io.IOException;

/// Answers a GET by server-sent events, for as long as the client listens
/// (<https://html.spec.whatwg.org/multipage/server-sent-events.html>). Runs on a virtual thread of
/// its own request and may wait.
@FunctionalInterface
public interface StreamEndpoint {

    /// Returns when the stream is over.
    ///
    /// @throws IOException when the client is gone
    void stream(Request request, Sink sink) throws IOException;

    /// Where the events go.
    @FunctionalInterface
    interface Sink {
        /// Sends text as it is, at once: whole events, or comments.
        void send(String text) throws IOException;
    }
}
