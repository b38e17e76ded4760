package org.patchbay.benchmarks.calls;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// PostgreSQL's own measure, on the cluster that the server uses and with the role of the ingest: 16 clients,
/// prepared statements, over TCP.
///
/// Source: [pgbench](https://www.postgresql.org/docs/current/pgbench.html).
final class Pgbench {

    private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+)");
    private static final Pattern LATENCY = Pattern.compile("(?m)^latency average = ([0-9.]+) ms");
    private static final Pattern FAILED = Pattern.compile("(?m)^number of failed transactions: ([0-9]+)");

    /// @param perSecond transactions
    record Result(double perSecond, double averageMillis) {}

    private final URI database;

    /// @param url of the ingest's role, as JDBC has it
    Pgbench(String url) {
        this.database = URI.create(url.substring("jdbc:".length()));
    }

    /// @throws IllegalStateException if there is no pgbench, in words
    static void require() throws IOException, InterruptedException {
        try {
            new ProcessBuilder("pgbench", "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException absent) {
            throw new IllegalStateException(
                    "pgbench is missing: install Debian's package postgresql (apt-get install postgresql). The embedded"
                            + " PostgreSQL comes without it.",
                    absent);
        }
    }

    /// @param script below `benchmarks/pgbench`
    /// @param variables that it begins with
    Result run(String script, int seconds, Map<String, ?> variables) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "pgbench",
                "--no-vacuum",
                "--protocol=prepared",
                "--client=16",
                "--jobs=2",
                "--time=" + seconds,
                "--file=" + Path.of("benchmarks", "pgbench", script)));
        variables.forEach((name, value) -> command.add("--define=" + name + "=" + value));
        command.addAll(List.of(
                "--host=" + database.getHost(),
                "--port=" + database.getPort(),
                "--username=" + parameter("user"),
                database.getPath().substring(1)));
        Path output = Files.createTempFile("pgbench-", ".txt");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("PGPASSWORD", parameter("password"));
            int exit = builder.start().waitFor();
            return read(exit, Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
        }
    }

    private static Result read(int exit, String output) {
        Matcher failed = FAILED.matcher(output);
        boolean allDone = !failed.find() || failed.group(1).equals("0");
        if (exit != 0 || !allDone || output.contains("aborted")) {
            throw new IllegalStateException("pgbench failed:\n" + output);
        }
        return new Result(figure(RATE, output), figure(LATENCY, output));
    }

    private static double figure(Pattern pattern, String output) {
        Matcher found = pattern.matcher(output);
        if (!found.find()) {
            throw new IllegalStateException("pgbench says no figure:\n" + output);
        }
        return Double.parseDouble(found.group(1));
    }

    private String parameter(String name) {
        for (String pair : database.getRawQuery().split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        throw new IllegalStateException("the address of the database has no " + name);
    }
}
