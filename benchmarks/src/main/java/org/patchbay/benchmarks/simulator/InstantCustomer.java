package org.patchbay.benchmarks.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/// A customer whose webhooks answer at once: `/hold` keeps the caller for an hour, `/end` hangs up.
final class InstantCustomer implements AutoCloseable {

    private final HttpServer server;
    private final LongAdder asked = new LongAdder();

    InstantCustomer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        answer("/hold", "<Response><Pause length=\"3600\"/></Response>");
        answer("/end", "<Response><Hangup/></Response>");
        server.start();
    }

    private void answer(String path, String twiml) {
        byte[] body = twiml.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getRequestBody().readAllBytes();
            asked.increment();
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /// How many requests for instructions came.
    long asked() {
        return asked.sum();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
