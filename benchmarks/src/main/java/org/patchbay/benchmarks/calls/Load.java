package org.patchbay.benchmarks.calls;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.patchbay.benchmarks.realtime.Latencies;

/// A closed loop on each of many connections: the next request is sent when the one before was answered.
final class Load {

    private static final long PATIENCE_MILLIS = 20_000;

    /// @param nanos how long each request took
    /// @param seconds from the first request's begin to the last one's end
    record Result(int connections, Latencies nanos, double seconds) {
        double perSecond() {
            return nanos.count() / seconds;
        }
    }

    /// Counts the answers that are not what they must be.
    private static final class Wrong {

        private final Predicate<HttpLine.Answer> right;
        private int count;
        private HttpLine.@Nullable Answer one;

        Wrong(Predicate<HttpLine.Answer> right) {
            this.right = right;
        }

        void see(HttpLine.Answer answer) {
            if (!right.test(answer)) {
                one = answer;
                count++;
            }
        }

        void refuse() {
            if (count > 0) {
                throw new IllegalStateException(count + " answers were wrong, such as " + one);
            }
        }
    }

    private Load() {}

    /// All connections are one thread's: the load shares the machine with what it measures, and what wakes nobody
    /// costs least.
    ///
    /// @param next the request to send
    /// @param right what every answer must be
    /// @throws IllegalStateException if an answer was not right, with their count and one of them
    static Result run(int port, int connections, int seconds, Supplier<byte[]> next, Predicate<HttpLine.Answer> right)
            throws IOException {
        List<LoadLine> lines = new ArrayList<>();
        Wrong wrong = new Wrong(right);
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                lines.add(new LoadLine(port, selector));
            }
            long begin = System.nanoTime();
            long end = begin + TimeUnit.SECONDS.toNanos(seconds);
            for (LoadLine line : lines) {
                line.send(next.get());
            }
            int busy = connections;
            while (busy > 0) {
                busy -= turn(selector, end, next, wrong);
            }
            double took = (System.nanoTime() - begin) / 1e9;
            wrong.refuse();
            return new Result(
                    connections,
                    new Latencies(lines.stream()
                            .map(LoadLine::nanos)
                            .flatMapToLong(LongStream::of)
                            .toArray()),
                    took);
        } finally {
            for (LoadLine line : lines) {
                line.close();
            }
        }
    }

    /// @return how many connections are done, for the time is over
    private static int turn(Selector selector, long end, Supplier<byte[]> next, Wrong wrong) throws IOException {
        if (selector.select(PATIENCE_MILLIS) == 0) {
            throw new IOException("the server has not answered for " + PATIENCE_MILLIS + " ms");
        }
        int done = 0;
        for (SelectionKey key : selector.selectedKeys()) {
            LoadLine line = (LoadLine) key.attachment();
            Optional<HttpLine.Answer> answer = line.read();
            if (answer.isPresent()) {
                wrong.see(answer.get());
                if (System.nanoTime() < end) {
                    line.send(next.get());
                } else {
                    done++;
                }
            }
        }
        selector.selectedKeys().clear();
        return done;
    }
}
