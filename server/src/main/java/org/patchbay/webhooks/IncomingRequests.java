package org.patchbay.webhooks;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads a servlet request as it came, before the container has a chance to tidy it up.
final class IncomingRequests {

    private static final String PATH = WebhookPath.class.getName();

    private IncomingRequests() {}

    /// Which of our addresses is asked, where the request may be a delivery at all. Worked out once for each: those who
    /// measure requests ask before anybody takes them.
    static Optional<WebhookPath> path(HttpServletRequest request) {
        if (request.getAttribute(PATH) instanceof WebhookPath known) {
            return Optional.of(known);
        }
        boolean may = request.getMethod().equals("POST") || request.getMethod().equals("GET");
        Optional<WebhookPath> path = may ? WebhookPath.of(request.getRequestURI()) : Optional.empty();
        path.ifPresent(found -> request.setAttribute(PATH, found));
        return path;
    }

    /// @throws org.patchbay.kernel.Problem `too-large`
    static Incoming read(HttpServletRequest request) throws IOException {
        boolean post = request.getMethod().equals("POST");
        return new Incoming(
                post,
                request.getRequestURI(),
                Optional.ofNullable(request.getQueryString()),
                contentType(request),
                post ? body(request) : new byte[0],
                Optional.ofNullable(request.getHeader("X-Twilio-Signature")).filter(given -> !given.isBlank()),
                hosts(request));
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        int length = request.getContentLength();
        InputStream body = request.getInputStream();
        return length < 0 ? body.readAllBytes() : body.readNBytes(length);
    }

    private static String contentType(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /// What proxies on the way may have said, first.
    private static List<String> hosts(HttpServletRequest request) {
        return Stream.of(request.getHeader("X-Forwarded-Host"), request.getHeader("Host"))
                .filter(Objects::nonNull)
                .toList();
    }
}
