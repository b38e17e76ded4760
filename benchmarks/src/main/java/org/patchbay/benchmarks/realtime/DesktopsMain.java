package org.patchbay.benchmarks.realtime;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Opens desks, says "ready", notes how long events took, and says so after a line on standard input.
final class DesktopsMain {

    private static final String MARK = "\"sentAtNanos\":";
    private static final int OPENING_AT_ONCE = 32;

    private static final AtomicInteger count = new AtomicInteger();
    private static long[] nanos = new long[4_000_000];

    private DesktopsMain() {}

    @SuppressWarnings("SystemOut") // how it talks to its parent
    public static void main(String[] words) throws IOException, InterruptedException {
        int sockets = Integer.parseInt(words[3]);
        CountDownLatch welcomed = new CountDownLatch(sockets);
        Semaphore opening = new Semaphore(OPENING_AT_ONCE);
        URI address = URI.create("ws://localhost:" + words[0] + "/api/realtime?workspace=" + words[1]);
        HttpClient client = HttpClient.newHttpClient();
        for (int socket = 0; socket < sockets; socket++) {
            opening.acquire();
            client.newWebSocketBuilder()
                    .header("Cookie", "patchbay_session=" + words[2])
                    .header("Origin", "http://localhost:" + words[0])
                    .buildAsync(address, new Listener(welcomed))
                    .whenComplete((opened, failed) -> {
                        opening.release();
                        if (failed != null) {
                            System.out.println(failed);
                            System.exit(1);
                        }
                    });
        }
        welcomed.await();
        System.out.println("ready");
        if (System.in.read() < 0) {
            return;
        }
        System.out.println(Arrays.stream(nanos, 0, Math.min(count.get(), nanos.length))
                .mapToObj(Long::toString)
                .collect(Collectors.joining(",")));
        System.exit(0);
    }

    /// One desk: looks for the moment in an event's data, and for the first snapshot.
    private static final class Listener implements WebSocket.Listener {

        private final CountDownLatch welcomed;
        private final StringBuilder frame = new StringBuilder(256);

        Listener(CountDownLatch welcomed) {
            this.welcomed = welcomed;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            frame.append(part);
            if (last) {
                read();
                frame.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void read() {
            int mark = frame.indexOf(MARK);
            if (mark >= 0) {
                long now = System.nanoTime();
                String sent = frame.substring(mark + MARK.length(), frame.indexOf("}", mark))
                        .strip();
                int place = count.getAndIncrement();
                if (place < nanos.length) {
                    nanos[place] = now - Long.parseLong(sent);
                }
            } else if (frame.indexOf("\"type\":\"snapshot\"") >= 0) {
                welcomed.countDown();
            }
        }
    }
}
