package org.patchbay.benchmarks.calls;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One persistent HTTP/1.1 connection, as cheap as can be: the load shares the machine with what it measures.
final class HttpLine implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    record Answer(int status, String body) {}

    private final int port;
    private Socket socket;
    private InputStream input;
    private OutputStream output;

    HttpLine(int port) throws IOException {
        this.port = port;
        this.socket = open(port);
        this.input = new BufferedInputStream(socket.getInputStream(), 4096);
        this.output = socket.getOutputStream();
    }

    private static Socket open(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /// Servers let nobody keep a connection for ever.
    private void openAgain() throws IOException {
        socket.close();
        socket = open(port);
        input = new BufferedInputStream(socket.getInputStream(), 4096);
        output = socket.getOutputStream();
    }

    /// @param request head and body
    Answer send(byte[] request) throws IOException {
        output.write(request);
        String first = line();
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.endsWith("chunked");
            } else if (lower.startsWith("connection:")) {
                last = lower.endsWith("close");
            }
        }
        Answer answer = new Answer(Integer.parseInt(first.substring(9, 12)), chunked ? chunks() : text(length));
        if (last) {
            openAgain();
        }
        return answer;
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.append(text(size));
            line();
        }
        line();
        return body.toString();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String text(int length) throws IOException {
        return length == 0 ? "" : new String(input.readNBytes(length), StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException("the server closed a connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
