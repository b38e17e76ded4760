package org.patchbay.benchmarks.realtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// The process in which the desks live, as the benchmark sees it.
final class Desktops implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private Desktops(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /// Returns once all desks are open and welcomed.
    static Desktops open(int port, Tenant tenant, int sockets) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DesktopsMain.class.getName(),
                        String.valueOf(port),
                        tenant.workspaceId().toString(),
                        tenant.session(),
                        String.valueOf(sockets))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Desktops desks = new Desktops(process);
        String ready = desks.output.readLine();
        if (!"ready".equals(ready)) {
            process.destroyForcibly();
            throw new IOException("the desks could not be opened: " + ready);
        }
        return desks;
    }

    /// Has the desks say what they measured.
    Latencies stop() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        String nanos = output.readLine();
        if (nanos == null) {
            throw new IOException("the desks' process ended early");
        }
        return new Latencies(Arrays.stream(nanos.split(","))
                .filter(value -> !value.isEmpty())
                .mapToLong(Long::parseLong)
                .toArray());
    }

    @Override
    public void close() throws InterruptedException {
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
