package org.patchbay.systemtests.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The product as it was built, started on free ports with an empty database of its own. It reads a pipe
/// from us, so that it ends when we do.
public final class Product implements AutoCloseable {

    private final Process process;
    private final URI desk;
    private final CuttableLine line;

    private Product(Process process, URI desk, CuttableLine line) {
        this.process = process;
        this.desk = desk;
        this.line = line;
    }

    /// One for all tests of this JVM; each test makes a workspace of its own in it.
    public static Product shared() {
        return Holder.PRODUCT;
    }

    private static final class Holder {
        static final Product PRODUCT = start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(PRODUCT::close));
        }
    }

    static Product start() {
        try {
            Path data = Files.createTempDirectory(Files.createDirectories(Tree.scratch()), "product-");
            int port = Processes.freePort();
            CuttableLine line = CuttableLine.to(port);
            Process process = launch(data, port, line);
            Processes.await(process, "the server is ready", () -> Files.exists(data.resolve("run/server.json")));
            return new Product(process, URI.create("http://localhost:" + port), line);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Process launch(Path data, int port, CuttableLine line) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(ServerCommand.line())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("server.log").toFile());
        Map<String, String> environment = builder.environment();
        Processes.withoutSettings(environment);
        environment.put("PATCHBAY_DATA_DIR", data.toString());
        environment.put("PATCHBAY_DESK_DIR", Tree.desk().toString());
        environment.put("PATCHBAY_DESK_PORT", Integer.toString(port));
        environment.put("PATCHBAY_MANAGEMENT_PORT", Integer.toString(Processes.freePort()));
        environment.put("PATCHBAY_DESK_ORIGINS", line.address().toString());
        environment.put("PATCHBAY_SIMULATOR_URL", "none");
        return builder.start();
    }

    /// Where the desk is.
    public URI desk() {
        return desk;
    }

    /// A second way to the same desk, that can be cut.
    public CuttableLine line() {
        return line;
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(Processes.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            line.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
