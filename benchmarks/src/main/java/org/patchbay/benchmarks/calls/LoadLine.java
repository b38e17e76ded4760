package org.patchbay.benchmarks.calls;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// One persistent HTTP/1.1 connection of a [Load], that one thread drives with all the others: it sends a request,
/// and is asked again whenever something of the answer has come.
final class LoadLine implements AutoCloseable {

    private static final int ANSWER_AT_MOST = 64 * 1024;
    private static final String LENGTH = "\r\nContent-Length: ";
    private static final String LAST = "\r\nConnection: close";

    private final int port;
    private final Selector selector;
    private final ByteBuffer came = ByteBuffer.allocateDirect(ANSWER_AT_MOST);
    private SocketChannel channel;
    private long sentAt;
    private long[] nanos = new long[1_024];
    private int count;

    LoadLine(int port, Selector selector) throws IOException {
        this.port = port;
        this.selector = selector;
        this.channel = open();
    }

    private SocketChannel open() throws IOException {
        SocketChannel opened = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        opened.configureBlocking(false);
        opened.register(selector, SelectionKey.OP_READ, this);
        return opened;
    }

    /// @param request head and body; far smaller than what the connection holds
    void send(byte[] request) throws IOException {
        sentAt = System.nanoTime();
        ByteBuffer all = ByteBuffer.wrap(request);
        while (all.hasRemaining()) {
            channel.write(all);
        }
    }

    /// Takes what has come.
    ///
    /// @return empty while the answer is not whole
    /// @throws EOFException if the server closed the connection within it
    Optional<HttpLine.Answer> read() throws IOException {
        if (channel.read(came) < 0) {
            throw new EOFException("the server closed a connection");
        }
        Optional<HttpLine.Answer> answer = answer(copy());
        if (answer.isPresent()) {
            keep(System.nanoTime() - sentAt);
            came.clear();
        }
        return answer;
    }

    private void keep(long took) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = took;
    }

    private String copy() {
        byte[] bytes = new byte[came.position()];
        came.get(0, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// @return empty while it is not whole
    private Optional<HttpLine.Answer> answer(String text) throws IOException {
        int head = text.indexOf("\r\n\r\n");
        if (head < 0) {
            return Optional.empty();
        }
        int status = Integer.parseInt(text, 9, 12, 10);
        int body = head + 4;
        if (text.length() < body + length(text, status)) {
            return Optional.empty();
        }
        if (text.lastIndexOf(LAST, head) >= 0) {
            openAgain();
        }
        return Optional.of(new HttpLine.Answer(status, text.substring(body)));
    }

    private static int length(String text, int status) throws IOException {
        int at = text.indexOf(LENGTH);
        if (at >= 0) {
            int from = at + LENGTH.length();
            return Integer.parseInt(text, from, text.indexOf('\r', from), 10);
        }
        if (status == 204) {
            return 0;
        }
        throw new IOException("an answer does not say how long it is: " + text);
    }

    /// Servers let nobody keep a connection for ever.
    private void openAgain() throws IOException {
        channel.close();
        channel = open();
    }

    /// How long each request took.
    long[] nanos() {
        return Arrays.copyOf(nanos, count);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
