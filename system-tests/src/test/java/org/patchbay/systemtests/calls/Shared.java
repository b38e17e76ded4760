package org.patchbay.systemtests.calls;

import org.patchbay.systemtests.twilio.Installation;

/// The installation of all tests of calls in one JVM; each test has a workspace of its own.
final class Shared {

    static final Installation INSTALLATION = Installation.forCalls();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(INSTALLATION::close));
    }

    private Shared() {}
}
