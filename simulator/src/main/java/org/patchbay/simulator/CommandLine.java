package org.patchbay.simulator;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What was asked for on the command line.
///
/// @param load a file saved by another simulator, or null
/// @param exitWithStdin end when standard input ends, so that no child outlives its parent
record CommandLine(SimulatorOptions options, @Nullable Path load, boolean exitWithStdin) {

    static final int DEFAULT_PORT = 8090;

    static final String USAGE = """
            Usage: java -jar patchbay-simulator.jar [options]
              --port N                  port on loopback, default 8090; 0 takes a free one
              --account SID:TOKEN       an account; may be given more than once
              --number SID:+15551234567 a number of an account; may be given more than once
              --calls-per-second N      calls an account may start per second, default 1
              --state FILE              keep accounts, numbers and SIDs in this file
              --load FILE               start with what another simulator saved
              --exit-with-stdin         end when standard input ends
            """;

    /// @throws IllegalArgumentException naming the argument that is wrong
    static CommandLine parse(String... arguments) {
        var line = new CommandLine(SimulatorOptions.defaults().port(DEFAULT_PORT), null, false);
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--exit-with-stdin")) {
                line = new CommandLine(line.options, line.load, true);
                continue;
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + ": unknown, or its value is missing");
            }
            line = line.with(arguments[i], arguments[++i]);
        }
        return line;
    }

    private CommandLine with(String name, String value) {
        return switch (name) {
            case "--port" -> with(options.port(number(name, value, 65_535)));
            case "--calls-per-second" -> with(options.limits(options.restConcurrency(), number(name, value, 100_000)));
            case "--account" -> with(options.account(beforeColon(name, value), afterColon(value)));
            case "--number" -> with(options.number(beforeColon(name, value), afterColon(value)));
            case "--state" -> with(options.state(Path.of(value)));
            case "--load" -> new CommandLine(options, Path.of(value), exitWithStdin);
            default -> throw new IllegalArgumentException(name + ": unknown option");
        };
    }

    private CommandLine with(SimulatorOptions changed) {
        return new CommandLine(changed, load, exitWithStdin);
    }

    private static int number(String name, String value, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as for a number out of bounds.
        }
        throw new IllegalArgumentException(name + ": must be a number from 0 to " + most + ", not " + value);
    }

    private static String beforeColon(String name, String value) {
        int colon = value.indexOf(':');
        if (colon < 1 || colon == value.length() - 1) {
            throw new IllegalArgumentException(name + ": must be two parts with a colon between them");
        }
        return value.substring(0, colon);
    }

    private static String afterColon(String value) {
        return value.substring(value.indexOf(':') + 1);
    }
}
