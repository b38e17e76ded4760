package org.patchbay.simulator;

import java.nio.file.Path;
import java.util.Map;

/// What was asked for on the command line.
///
/// @param media what of the options it decides is in [#options()] too
/// @param exitWithStdin end when standard input ends, so that no child outlives its parent
record CommandLine(SimulatorOptions options, MediaSettings media, boolean exitWithStdin) {

    static final int DEFAULT_PORT = 8090;

    static final String USAGE = """
            Usage: java -jar patchbay-simulator.jar [options]
              --port N                  port on loopback, default 8090; 0 takes a free one
              --account SID:TOKEN       an account; may be given more than once
              --number SID:+15551234567 a number of an account; may be given more than once
              --calls-per-second N      calls an account may start per second, default 1
              --media-port N            UDP port of call audio, default 8091; free with --port 0
              --media-address ADDRESS   where browsers reach it; may be given more than once
              --no-media                calls are silent, and browsers cannot call
              --state FILE              keep accounts, numbers and SIDs in this file
              --load FILE               start with what another simulator saved
            Without an account, old or new, a demo account with three numbers is made up.
              --exit-with-stdin         end when standard input ends
            """;

    /// @throws IllegalArgumentException naming the argument that is wrong
    static CommandLine parse(Map<String, String> environment, String... arguments) {
        var line = new CommandLine(
                SimulatorOptions.defaults().port(DEFAULT_PORT).withDemoNumbers(), MediaSettings.of(environment), false);
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--exit-with-stdin")) {
                line = new CommandLine(line.options, line.media, true);
                continue;
            }
            if (arguments[i].equals("--no-media")) {
                line = line.with(line.media.off());
                continue;
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + ": unknown, or its value is missing");
            }
            line = line.with(arguments[i], arguments[++i]);
        }
        return line.with(line.options.media(line.media.config(line.options.port())));
    }

    private CommandLine with(String name, String value) {
        return switch (name) {
            case "--port" -> with(options.port(number(name, value, 65_535)));
            case "--media-port" -> with(media.port(number(name, value, 65_535)));
            case "--media-address" -> with(media.address(value));
            case "--calls-per-second" -> with(options.limits(options.restConcurrency(), number(name, value, 100_000)));
            case "--account" -> with(options.account(beforeColon(name, value), afterColon(value)));
            case "--number" -> with(options.number(beforeColon(name, value), afterColon(value)));
            case "--state" -> with(options.state(Path.of(value)));
            case "--load" -> with(options.load(Path.of(value)));
            default -> throw new IllegalArgumentException(name + ": unknown option");
        };
    }

    private CommandLine with(SimulatorOptions changed) {
        return new CommandLine(changed, media, exitWithStdin);
    }

    private CommandLine with(MediaSettings changed) {
        return new CommandLine(options, changed, exitWithStdin);
    }

    static int number(String name, String value, int most) {
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
