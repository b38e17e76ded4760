package org.patchbay.simulator.kit;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hc.core5.http.Header;

/// Lets the official Java SDK speak to the simulator: same paths, another scheme and authority. Every
/// answer is held against Twilio's OpenAPI document on the way.
public final class SdkHttp extends HttpClient {

    private static final java.net.http.HttpClient HTTP = java.net.http.HttpClient.newHttpClient();

    private final URI base;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    public SdkHttp(URI base) {
        this.base = base;
    }

    /// Method and path of every request so far, e.g. `GET /2010-04-01/Accounts.json`.
    public List<String> requests() {
        return requests;
    }

    /// Without the SDK's hidden retries.
    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        try {
            URI asked = request.constructURL().toURI();
            String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
            var http = HttpRequest.newBuilder(URI.create(base + asked.getRawPath() + query));
            http.header("Accept", "application/json");
            if (request.requiresAuthentication()) {
                http.header("Authorization", request.getAuthString());
            }
            switch (request.getMethod().toString()) {
                case "GET" -> http.GET();
                case "DELETE" -> http.DELETE();
                default ->
                    http.header("Content-Type", "application/x-www-form-urlencoded")
                            .method(
                                    request.getMethod().toString(),
                                    HttpRequest.BodyPublishers.ofString(request.encodeFormBody()));
            }
            requests.add(request.getMethod() + " " + asked.getRawPath());
            var answer = HTTP.send(http.build(), HttpResponse.BodyHandlers.ofByteArray());
            OpenApi.check(request.getMethod().toString(), asked.getRawPath(), answer.statusCode(), answer.body());
            return new Response(new ByteArrayInputStream(answer.body()), answer.statusCode(), new Header[0]);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException("interrupted", e);
        } catch (IOException | java.net.URISyntaxException e) {
            throw new ApiException(e.getMessage(), e);
        }
    }
}
