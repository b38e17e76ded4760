package org.patchbay.benchmarks.calls;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Consumer;

/// One WebSocket: follows the frames of a message and keeps their first bytes. A server's frames are not masked.
///
/// Source: [RFC 6455 §5.2](https://www.rfc-editor.org/rfc/rfc6455#section-5.2).
final class DeskSocket {

    private static final int KEPT = 96;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final byte[] PONG = {(byte) 0x8A, (byte) 0x80, 0, 0, 0, 0};

    private final int number;
    private final SocketChannel channel;
    private final ByteBuffer bytes = ByteBuffer.allocate(16 * 1024);
    private final StringBuilder begin = new StringBuilder(KEPT);
    private long left;
    private boolean last;
    private int operation;
    private final StringBuilder goodbye = new StringBuilder();

    DeskSocket(int number, SocketChannel channel) {
        this.number = number;
        this.channel = channel;
    }

    int number() {
        return number;
    }

    void shakeHands(int port, UUID workspaceId, String session) throws IOException {
        String request = "GET /api/realtime?workspace=" + workspaceId + " HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nOrigin: http://localhost:" + port + "\r\nCookie: patchbay_session=" + session
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.ISO_8859_1)));
        StringBuilder head = new StringBuilder();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (head.indexOf("\r\n\r\n") < 0) {
            if (channel.read(one.clear()) < 0) {
                break;
            }
            head.append((char) one.get(0));
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("a desk was not opened: " + head);
        }
    }

    /// Reads what has come.
    ///
    /// @param whole told the first characters of each message that is complete
    /// @return false once the server has closed the connection
    boolean read(Consumer<String> whole) throws IOException {
        int count = channel.read(bytes);
        bytes.flip();
        while (left > 0 ? bytes.hasRemaining() : header()) {
            payload();
            if (left == 0 && last && !isControl()) {
                whole.accept(begin.toString());
                begin.setLength(0);
            }
        }
        bytes.compact();
        return count >= 0;
    }

    private void payload() {
        int here = (int) Math.min(left, bytes.remaining());
        if (operation == CLOSE) {
            keep(goodbye, here);
        } else if (!isControl()) {
            keep(begin, here);
        }
        bytes.position(bytes.position() + here);
        left -= here;
    }

    private void keep(StringBuilder words, int here) {
        for (int i = 0; i < here && words.length() < KEPT; i++) {
            words.append((char) bytes.get(bytes.position() + i));
        }
    }

    private boolean isControl() {
        return operation >= CLOSE;
    }

    /// Why the server has closed the connection, in its words; empty where it has not, or does not say.
    String goodbye() {
        return goodbye.length() < 2 ? "" : goodbye.substring(2); // behind the code
    }

    /// @return false if it has not come as a whole
    private boolean header() throws IOException {
        int at = bytes.position();
        if (bytes.remaining() < 2) {
            return false;
        }
        int length = bytes.get(at + 1) & 0x7F;
        int size = length < 126 ? 2 : length == 126 ? 4 : 10;
        if (bytes.remaining() < size) {
            return false;
        }
        operation = bytes.get(at) & 0x0F;
        last = (bytes.get(at) & 0x80) != 0;
        left = size == 2 ? length : size == 4 ? bytes.getShort(at + 2) & 0xFFFF : bytes.getLong(at + 2);
        bytes.position(at + size);
        if (operation == PING) {
            channel.write(ByteBuffer.wrap(PONG));
        }
        return true;
    }
}
