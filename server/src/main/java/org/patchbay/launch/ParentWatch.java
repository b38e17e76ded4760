package org.patchbay.launch;

import java.io.IOException;
import java.io.InputStream;

/// Ends with whoever started us. A parent that is killed with -9 can not tell its children; but the
/// system closes its end of the pipe that we read as standard input.
public final class ParentWatch {

    /// The command line's word for it.
    public static final String OPTION = "--exit-with-stdin";

    private ParentWatch() {}

    /// Watches in the background.
    ///
    /// @param parent usually `System.in`; what it says is ignored
    /// @param end run once, when the parent has closed it or is gone
    public static void begin(InputStream parent, Runnable end) {
        Thread.ofPlatform().name("parent-watch").daemon().start(() -> {
            readToEnd(parent);
            end.run();
        });
    }

    private static void readToEnd(InputStream parent) {
        byte[] ignored = new byte[256];
        try {
            while (parent.read(ignored) >= 0) {
                // Only the end matters.
            }
        } catch (IOException broken) {
            // A broken pipe has ended as well.
        }
    }
}
