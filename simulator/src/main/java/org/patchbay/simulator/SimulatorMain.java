package org.patchbay.simulator;

import java.io.IOException;
import java.io.InputStream;
import org.patchbay.simulator.http.PortTaken;
import org.patchbay.simulator.media.MediaPortTaken;
import org.patchbay.simulator.rest.Json;

/// Runs a simulator as a process of its own. Prints one line of JSON when it is ready; everything
/// else goes to standard error.
public final class SimulatorMain {

    private SimulatorMain() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws InterruptedException {
        // Before the first logger; and under its own name, so that a library user keeps their own.
        System.setProperty("logback.configurationFile", "simulator-logback.xml");
        CommandLine line;
        TwilioSimulator simulator;
        try {
            line = CommandLine.parse(System.getenv(), arguments);
            simulator = TwilioSimulator.start(line.options());
        } catch (PortTaken e) {
            System.err.println(e.getMessage() + ": choose another port with --port N");
            System.exit(1);
            return;
        } catch (MediaPortTaken e) {
            System.err.println(e.getMessage()
                    + ": choose another one with --media-port N or PATCHBAY_SIMULATOR_MEDIA_PORT,"
                    + " or have silent calls with --no-media");
            System.exit(1);
            return;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(CommandLine.USAGE);
            System.exit(2);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "simulator-stop"));
        System.out.println(ready(simulator));
        System.out.flush();
        if (line.exitWithStdin()) {
            readToEnd(System.in);
            System.exit(0);
        }
        Thread.currentThread().join();
    }

    private static String ready(TwilioSimulator simulator) {
        var json =
                Json.object().put("event", "ready").put("url", simulator.url().toString());
        simulator.mediaPort().ifPresent(port -> json.put("mediaPort", port));
        var accounts = json.putArray("accounts");
        simulator
                .accounts()
                .forEach(account ->
                        accounts.addObject().put("sid", account.sid()).put("authToken", account.authToken()));
        return json.toString();
    }

    private static void readToEnd(InputStream in) {
        byte[] ignored = new byte[1024];
        try {
            while (in.read(ignored) >= 0) {
                // Only the end matters.
            }
        } catch (IOException e) {
            // A broken standard input has ended as well.
        }
    }
}
