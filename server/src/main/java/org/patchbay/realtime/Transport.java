package org.patchbay.realtime;

import java.util.function.Consumer;

/// One open connection to a browser, as far as the desks need it. Nothing here waits for the network.
public interface Transport {

    /// Begins to send a text frame. Called again only after `done` was.
    ///
    /// @param done told once whether the frame went out; on any thread, perhaps before this returns
    void send(String text, Consumer<Boolean> done);

    /// Asks the browser for a pong.
    void ping();

    /// Closes the connection, with whatever time that takes elsewhere.
    void close(CloseReason reason);
}
