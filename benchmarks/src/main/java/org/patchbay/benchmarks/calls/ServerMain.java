package org.patchbay.benchmarks.calls;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.patchbay.PatchbayApplication;
import org.patchbay.kernel.settings.Settings;
import org.springframework.context.ConfigurableApplicationContext;

/// The real server, with its settings from the environment and a way to fill it: one command a line on standard
/// input, each answered by lines that begin with [#MARK]; what else is printed is the server's log. Ends with its
/// input.
final class ServerMain {

    static final String MARK = "@ ";
    static final String DONE = "done";

    private ServerMain() {}

    public static void main(String[] words) throws IOException {
        try (ConfigurableApplicationContext server = PatchbayApplication.start(Settings.from(System.getenv()));
                BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            Tenants tenants = new Tenants(server);
            say(DONE);
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                obey(tenants, line.split(" ")).forEach(ServerMain::say);
                say(DONE);
            }
        }
    }

    private static List<String> obey(Tenants tenants, String[] command) {
        return switch (command[0]) {
            case "forwarding" ->
                tenants.forwarding(Integer.parseInt(command[1])).stream()
                        .map(Account::line)
                        .toList();
            case "ringing" ->
                tenants.ringing(Integer.parseInt(command[1])).stream()
                        .map(Account::line)
                        .toList();
            case "owner" -> List.of(tenants.alone());
            case "heap" -> List.of(String.valueOf(heap()));
            case "team" -> tenants.team(Integer.parseInt(command[1]));
            default -> throw new IllegalArgumentException(command[0]);
        };
    }

    /// Bytes that live.
    private static long heap() {
        for (int round = 0; round < 4; round++) {
            System.gc();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @SuppressWarnings("SystemOut") // how it talks to its parent
    private static void say(String line) {
        System.out.println(MARK + line);
    }
}
