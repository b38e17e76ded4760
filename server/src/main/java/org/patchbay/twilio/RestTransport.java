package org.patchbay.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How the official SDK reaches Twilio: over the JDK's HTTP client, which all workspaces share, at the
/// [TwilioSite] of this workspace.
///
/// The SDK's own client sends a POST again after a 5xx, and its Apache layer once more: a call that was
/// made but not acknowledged would be made twice (FACTS F4). Here only what Twilio says it has not done
/// (429) is sent again, and reading, which changes nothing. Everything that is no success becomes a
/// [TwilioFailure], also where Twilio's proxies answer with a page instead of JSON, of which the SDK would
/// lose the status.
final class RestTransport extends com.twilio.http.HttpClient {

    private final HttpClient http;
    private final TwilioSite site;
    private final Duration timeout;
    private final Patience patience;
    private final Pause pause;

    /// @param timeout for one request, from the connection to the last byte
    RestTransport(HttpClient http, TwilioSite site, Duration timeout, Patience patience, Pause pause) {
        this.http = http;
        this.site = site;
        this.timeout = timeout;
        this.patience = patience;
        this.pause = pause;
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        HttpRequest sent = translate(request);
        boolean reading = request.getMethod() == HttpMethod.GET;
        long begun = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return send(sent, reading);
            } catch (TwilioFailure failure) {
                Duration spent = Duration.ofNanos(System.nanoTime() - begun);
                await(patience.before(failure, reading, attempt, spent).orElseThrow(() -> failure), failure);
            }
        }
    }

    private void await(Duration wait, TwilioFailure failure) {
        try {
            pause.take(wait);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    private Response send(HttpRequest request, boolean reading) {
        HttpResponse<byte[]> answer;
        try {
            answer = http.send(request, BodyHandlers.ofByteArray());
        } catch (ConnectException | HttpConnectTimeoutException never) {
            throw TwilioFailure.unreachable(never, false);
        } catch (IOException lost) {
            throw TwilioFailure.unreachable(lost, !reading);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw TwilioFailure.unreachable(stopped, !reading);
        }
        if (answer.statusCode() / 100 != 2) {
            throw TwilioErrorBody.failure(answer, !reading);
        }
        return new Response(new ByteArrayInputStream(answer.body()), answer.statusCode());
    }

    private HttpRequest translate(Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(site.here(address(request)))
                .timeout(timeout)
                .header("Accept", "application/json");
        if (request.requiresAuthentication()) {
            builder.header("Authorization", request.getAuthString());
        }
        request.getHeaderParams().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        String method = request.getMethod().toString().toUpperCase(Locale.ROOT);
        String body = body(request);
        if (body == null) {
            return builder.method(method, BodyPublishers.noBody()).build();
        }
        return builder.header(
                        "Content-Type", isJson(request) ? "application/json" : "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString(body))
                .build();
    }

    private static URI address(Request request) {
        try {
            return request.constructURL().toURI();
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException("the SDK made an address that is none", impossible);
        }
    }

    private static @Nullable String body(Request request) {
        return switch (request.getMethod()) {
            case GET, DELETE, HEAD -> null;
            default -> isJson(request) ? request.getBody() : request.encodeFormBody();
        };
    }

    private static boolean isJson(Request request) {
        return request.getContentType() != null
                && "application/json".equals(request.getContentType().getValue());
    }
}
