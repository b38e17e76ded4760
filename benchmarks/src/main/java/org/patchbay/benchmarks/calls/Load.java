package org.patchbay.benchmarks.calls;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.patchbay.benchmarks.realtime.Latencies;

/// A closed loop on each of many connections: the next request is sent when the one before was answered.
final class Load {

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
        private final AtomicInteger count = new AtomicInteger();
        private volatile HttpLine.@Nullable Answer one;

        Wrong(Predicate<HttpLine.Answer> right) {
            this.right = right;
        }

        void see(HttpLine.Answer answer) {
            if (!right.test(answer)) {
                one = answer;
                count.incrementAndGet();
            }
        }

        void refuse() {
            if (count.get() > 0) {
                throw new IllegalStateException(count + " answers were wrong, such as " + one);
            }
        }
    }

    private Load() {}

    /// @param next the request to send; asked by all connections at once
    /// @param right what every answer must be
    /// @throws IllegalStateException if an answer was not right, with their count and one of them
    static Result run(int port, int connections, int seconds, Supplier<byte[]> next, Predicate<HttpLine.Answer> right)
            throws IOException, InterruptedException {
        List<HttpLine> lines = new ArrayList<>();
        Wrong wrong = new Wrong(right);
        try (ExecutorService loops = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < connections; i++) {
                lines.add(new HttpLine(port));
            }
            long begin = System.nanoTime();
            long end = begin + TimeUnit.SECONDS.toNanos(seconds);
            List<Future<long[]>> all = lines.stream()
                    .map(line -> loops.submit(() -> loop(line, end, next, wrong::see)))
                    .toList();
            List<long[]> nanos = new ArrayList<>();
            for (Future<long[]> one : all) {
                nanos.add(one.get());
            }
            double took = (System.nanoTime() - begin) / 1e9;
            wrong.refuse();
            return new Result(
                    connections,
                    new Latencies(nanos.stream().flatMapToLong(LongStream::of).toArray()),
                    took);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a request was not answered as it must be", failed.getCause());
        } finally {
            for (HttpLine line : lines) {
                line.close();
            }
        }
    }

    private static long[] loop(HttpLine line, long end, Supplier<byte[]> next, Consumer<HttpLine.Answer> check)
            throws IOException {
        long[] nanos = new long[1_024];
        int count = 0;
        for (long before = System.nanoTime(); before < end; before = System.nanoTime()) {
            HttpLine.Answer answer = line.send(next.get());
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = System.nanoTime() - before;
            check.accept(answer);
        }
        return Arrays.copyOf(nanos, count);
    }
}
