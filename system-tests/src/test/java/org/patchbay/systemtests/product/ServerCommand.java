package org.patchbay.systemtests.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How a server of this tree is started the soonest: as `./run` has installed it, with the classes that its training
/// left loaded; else from its jar.
public final class ServerCommand {

    private ServerCommand() {}

    public static List<String> line() {
        Path jar = Tree.serverJar();
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // it lives for minutes
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        Optional<Path> classes = trained(jar);
        classes.ifPresent(cache -> words.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off")));
        Path from =
                classes.map(cache -> cache.resolveSibling(jar.getFileName())).orElse(jar);
        words.addAll(List.of("-jar", from.toString(), "--exit-with-stdin"));
        return words;
    }

    /// @param jar what was built last: what was trained before is of something else
    private static Optional<Path> trained(Path jar) {
        Path installed = Tree.ROOT.resolve("target/installed");
        if (!Files.isDirectory(installed)) {
            return Optional.empty();
        }
        FileTime built = changed(jar);
        try (Stream<Path> files = Files.find(installed, 2, (path, file) -> file.isRegularFile() && isCache(path))) {
            return files.filter(cache -> changed(cache).compareTo(built) > 0).findFirst();
        } catch (IOException | UncheckedIOException othersAreAtIt) {
            return Optional.empty();
        }
    }

    private static boolean isCache(Path path) {
        return path.toString().matches(".*/server-[0-9a-f]+/[^/]+\\.aot");
    }

    private static FileTime changed(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
