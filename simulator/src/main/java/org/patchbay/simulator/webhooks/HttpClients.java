package org.patchbay.simulator.webhooks;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// JDK HTTP clients by connect time-out, which is a property of the client and not of a request.
/// Time-outs are rounded up to half seconds, so that there are never more than twenty.
final class HttpClients implements AutoCloseable {

    private static final long STEP_MILLIS = 500;

    private final Map<Long, HttpClient> byTimeout = new ConcurrentHashMap<>();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    HttpClient connectingWithin(Duration timeout) {
        long steps = (timeout.toMillis() + STEP_MILLIS - 1) / STEP_MILLIS;
        return byTimeout.computeIfAbsent(
                steps,
                count -> HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(Duration.ofMillis(count * STEP_MILLIS))
                        .executor(executor)
                        .build());
    }

    @Override
    public void close() {
        byTimeout.values().forEach(HttpClient::shutdownNow);
        executor.shutdownNow();
    }
}
