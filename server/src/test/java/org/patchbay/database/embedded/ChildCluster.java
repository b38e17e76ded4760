package org.patchbay.database.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Another process that runs an embedded database, to be killed.
final class ChildCluster {

    private ChildCluster() {}

    /// The child: opens the directory, says its port, and waits for its parent to hang up.
    public static void main(String[] arguments) throws IOException {
        try (EmbeddedCluster cluster = EmbeddedCluster.open(Path.of(arguments[0]))) {
            System.out.println("port " + cluster.port());
            while (System.in.read() >= 0) {
                continue;
            }
        }
    }

    /// @return the child, once its database takes connections
    static Process start(Path home) throws IOException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildCluster.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = child.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("port ")) {
                return child;
            }
        }
        throw new IOException("the child ended before its database ran");
    }
}
