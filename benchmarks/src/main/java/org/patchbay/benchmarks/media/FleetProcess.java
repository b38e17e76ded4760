package org.patchbay.benchmarks.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;

/// The other process, with the far ends. Each line written to it is a command; `answer` and the questions
/// are answered with one line.
final class FleetProcess implements AutoCloseable {
    private final Process process;
    private final BufferedWriter commands;
    private final BufferedReader replies;

    private FleetProcess(Process process) {
        this.process = process;
        this.commands = process.outputWriter(UTF_8);
        this.replies = process.inputReader(UTF_8);
    }

    static FleetProcess start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder =
                new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), PeerFleet.class.getName());
        return new FleetProcess(
                builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    void say(String command) throws IOException {
        commands.write(command);
        commands.newLine();
        commands.flush();
    }

    String ask(String question) throws IOException {
        say(question);
        String reply = replies.readLine();
        if (reply == null) {
            throw new IOException("the process with the far ends has died");
        }
        return reply;
    }

    /// A new peer's answer to an offer.
    String answer(String sdpOffer) throws IOException {
        String reply = ask("answer " + Base64.getEncoder().encodeToString(sdpOffer.getBytes(UTF_8)));
        return new String(Base64.getDecoder().decode(reply), UTF_8);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
