package org.patchbay.testing;

import java.nio.file.Path;

/// Where the tests of one JVM keep what they write; several JVMs share a module's tests. Kept from run to run.
public final class TestHome {

    private static final Path HOME =
            Path.of(System.getProperty("patchbay.tests.home", "target/tests-1")).toAbsolutePath();

    private TestHome() {}

    public static Path resolve(String name) {
        return HOME.resolve(name);
    }
}
