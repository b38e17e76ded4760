package org.patchbay.simulator;

import java.nio.file.Path;

/// What was asked for on the command line.
///
/// @param exitWithStdin end when standard input ends, so that no child outlives its parent
record CommandLine(SimulatorOptions options, boolean exitWithStdin) {

    static final int DEFAULT_PORT = 8090;

    static final String USAGE = """
            Usage: java -jar patchbay-simulator.jar [options]
              --port N                  port on loopback, default 8090; 0 takes a free one
              --account SID:TOKEN       an account; may be given more than once
              --number SID:+15551234567 a number of an account; may be given more than once
              --calls-per-second N      calls an account may start per second, default 1
              --state FILE              keep accounts, numbers and SIDs in this file
              --load FILE               start with what another simulator saved
            Without an account, old or new, a demo account with three numbers is made up.
              --exit-with-stdin         end when standard input ends
            """;

    /// @throws IllegalArgumentException naming the argument that is wrong
    static CommandLine parse(String... arguments) {
        var line =
                new CommandLine(SimulatorOptions.defaults().port(DEFAULT_PORT).withDemoNumbers(), false);
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--exit-with-stdin")) {
                line = new CommandLine(line.options, true);
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
            case "--load" -> with(options.load(Path.of(value)));
            default -> throw new IllegalArgumentException(name + ": unknown option");
        };
    }

    private CommandLine with(SimulatorOptions changed) {
        return new CommandLine(changed, exitWithStdin);
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
