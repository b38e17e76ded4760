package org.patchbay.systemtests.product;

import java.nio.file.Files;
import java.nio.file.Path;

/// The project's directory, with what was built in it.
public final class Tree {

    public static final Path ROOT =
            Path.of(System.getProperty("patchbay.root", "..")).toAbsolutePath().normalize();

    private Tree() {}

    public static Path serverJar() {
        return built(ROOT.resolve("server/target/patchbay-server-app.jar"));
    }

    public static Path simulatorJar() {
        return built(ROOT.resolve("simulator/target/patchbay-simulator.jar"));
    }

    public static Path desk() {
        return built(ROOT.resolve("web/dist"));
    }

    /// Where tests may leave things.
    public static Path scratch() {
        return Path.of("target").toAbsolutePath();
    }

    private static Path built(Path path) {
        if (!Files.exists(path)) {
            throw new IllegalStateException(path + " was not built; ./test system does it");
        }
        return path;
    }
}
