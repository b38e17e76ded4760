package org.patchbay.simulator.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Between Jetty and an [Endpoint]: reads the request in full, writes the answer in full.
final class JettyHandler extends Handler.Abstract {

    private static final Logger log = LoggerFactory.getLogger(JettyHandler.class);
    private static final int LARGEST_BODY = 1 << 20;

    private final Endpoint endpoint;
    private final Map<String, StreamEndpoint> streams;

    JettyHandler(Endpoint endpoint, Map<String, StreamEndpoint> streams) {
        this.endpoint = endpoint;
        this.streams = streams;
    }

    @Override
    public boolean handle(org.eclipse.jetty.server.Request jetty, Response response, Callback callback) {
        var stream = streams.get(jetty.getHttpURI().getPath());
        try {
            if (stream != null && jetty.getMethod().equals("GET")) {
                stream(stream, jetty, response, callback);
                return true;
            }
            write(answer(jetty), response, callback);
        } catch (ConnectionReset e) {
            jetty.getConnectionMetaData().getConnection().getEndPoint().close(e);
            callback.failed(e);
        } catch (IOException e) {
            callback.failed(e);
        }
        return true;
    }

    private static void stream(
            StreamEndpoint stream, org.eclipse.jetty.server.Request jetty, Response response, Callback callback)
            throws IOException {
        Request request = read(jetty);
        response.getHeaders().put("Content-Type", "text/event-stream; charset=utf-8");
        response.getHeaders().put("Cache-Control", "no-store");
        var out = Content.Sink.asOutputStream(response);
        stream.stream(request, text -> {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        });
        out.close();
        callback.succeeded();
    }

    private Answer answer(org.eclipse.jetty.server.Request jetty) throws IOException {
        Request request = read(jetty);
        if (request.body().length > LARGEST_BODY) {
            return Answer.text(413, "The body is larger than 1 MB.");
        }
        try {
            return endpoint.handle(request);
        } catch (ConnectionReset e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("{} {} failed", request.method(), request.path(), e);
            return Answer.json(500, "{\"code\":20500,\"message\":\"Internal Server Error\",\"status\":500}");
        }
    }

    /// One byte more than is allowed is enough to know; a body in chunks does not say its length before.
    private static Request read(org.eclipse.jetty.server.Request jetty) throws IOException {
        byte[] body = Content.Source.asInputStream(jetty).readNBytes(LARGEST_BODY + 1);
        String query = jetty.getHttpURI().getQuery();
        return new Request(
                jetty.getMethod(),
                jetty.getHttpURI().getPath(),
                query == null ? Params.NONE : Params.parse(query),
                headers(jetty),
                body,
                Map.of());
    }

    private static Map<String, String> headers(org.eclipse.jetty.server.Request jetty) {
        var headers = new HashMap<String, String>();
        for (var field : jetty.getHeaders()) {
            headers.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), field.getValue());
        }
        return headers;
    }

    private static void write(Answer answer, Response response, Callback callback) {
        response.setStatus(answer.status());
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
    }
}
