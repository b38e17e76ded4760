package org.patchbay.systemtests.twilio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/// Where the simulator asks what to do with a call, in place of a whole server: answers what the test says,
/// and remembers what it was asked.
final class TwimlServer implements AutoCloseable {

    /// @param said query and form
    record Asked(String method, String path, Map<String, String> said) {}

    private static final int RATE = 8_000;

    private final HttpServer server;
    private final Map<String, String> documents = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    TwimlServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /// @param twiml answered at this path from now on; elsewhere there is nothing to do, and all sounds are a
    ///     second of silence
    void answers(String path, String twiml) {
        documents.put(path, twiml);
    }

    List<Asked> asked(String path) {
        return asked.stream().filter(request -> request.path().equals(path)).toList();
    }

    /// What was said in all requests at that path, for one parameter.
    List<String> said(String path, String parameter) {
        return asked(path).stream()
                .map(request -> request.said().getOrDefault(parameter, "(absent)"))
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String query = exchange.getRequestURI().getRawQuery();
            String path = exchange.getRequestURI().getPath();
            asked.add(new Asked(exchange.getRequestMethod(), path, pairs(query == null ? form : query + "&" + form)));
            String twiml = documents.get(path);
            if (path.endsWith(".wav")) {
                send(exchange, "audio/wav", silence());
            } else if (twiml == null) {
                exchange.sendResponseHeaders(204, -1);
            } else {
                send(exchange, "application/xml; charset=UTF-8", twiml.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    /// A second of it.
    private static byte[] silence() {
        try {
            AudioFormat telephone = new AudioFormat(RATE, 16, 1, true, false);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            AudioSystem.write(
                    new AudioInputStream(new ByteArrayInputStream(new byte[2 * RATE]), telephone, RATE),
                    AudioFileFormat.Type.WAVE,
                    file);
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Map<String, String> pairs(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1]), (first, second) -> first));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
