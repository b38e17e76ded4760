package org.patchbay.benchmarks.calls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Open desks, each a WebSocket of a member of their own, read by one thread: as cheap as can be, for they share the
/// machine with what they measure.
final class Desks implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    /// When each desk has read a frame of the wanted kind for the first time.
    private static final class Watch {

        private final String wanted;
        private final long[] readAt;
        private final CountDownLatch all;

        Watch(String wanted, int desks) {
            this.wanted = wanted;
            this.readAt = new long[desks];
            this.all = new CountDownLatch(desks);
        }

        void saw(int desk, String begin, long now) {
            if (readAt[desk] == 0 && begin.contains(wanted)) {
                readAt[desk] = now;
                all.countDown();
            }
        }
    }

    private final Selector selector;
    private final Queue<String> goodbyes = new ConcurrentLinkedQueue<>();
    private final int count;
    private final Thread reader;
    private volatile Watch watch;

    private Desks(Selector selector, int count) {
        this.selector = selector;
        this.count = count;
        this.watch = new Watch("\"type\":\"snapshot\"", count);
        this.reader = Thread.ofPlatform().daemon().name("desks").unstarted(this::read);
    }

    /// Returns once every desk has been shown the state of its workspace.
    static Desks open(int port, UUID workspaceId, List<Agent> agents) throws IOException, InterruptedException {
        Desks desks = new Desks(Selector.open(), agents.size());
        desks.reader.start();
        for (int i = 0; i < agents.size(); i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            DeskSocket socket = new DeskSocket(i, channel);
            socket.shakeHands(port, workspaceId, agents.get(i).session());
            channel.configureBlocking(false);
            channel.register(desks.selector, SelectionKey.OP_READ, socket);
            desks.selector.wakeup();
        }
        desks.await(desks.watch);
        return desks;
    }

    /// Has something done, and waits until every desk has read the frame that follows from it.
    ///
    /// @param wanted stands within the first characters of the frame
    /// @return when each has read it
    long[] watch(String wanted, Action action) throws IOException, InterruptedException {
        Watch next = new Watch(wanted, count);
        watch = next;
        action.run();
        await(next);
        return next.readAt.clone();
    }

    interface Action {
        void run() throws IOException;
    }

    private void await(Watch watch) throws InterruptedException {
        if (!watch.all.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            long missing = Arrays.stream(watch.readAt).filter(at -> at == 0).count();
            throw new IllegalStateException(
                    missing + " desks have not read " + watch.wanted + "; the server closed " + goodbyes);
        }
    }

    private void read() {
        try {
            while (selector.isOpen()) {
                selector.select(key -> {
                    if (key.isValid() && key.attachment() instanceof DeskSocket socket && !read(socket)) {
                        key.cancel();
                    }
                });
            }
        } catch (IOException | java.nio.channels.ClosedSelectorException closed) {
            // The desks are closed.
        }
    }

    private boolean read(DeskSocket socket) {
        boolean open;
        try {
            open = socket.read(begin -> watch.saw(socket.number(), begin, System.nanoTime()));
        } catch (IOException gone) {
            open = false;
        }
        if (!open) {
            goodbyes.add(socket.number() + ": " + socket.goodbye());
        }
        return open;
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
