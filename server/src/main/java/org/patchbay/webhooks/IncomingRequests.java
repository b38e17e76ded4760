package org.patchbay.webhooks;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads a servlet request as it came, before the container has a chance to tidy it up.
final class IncomingRequests {

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.\\-]{1,253}(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](:[0-9]{1,5})?");

    private IncomingRequests() {}

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
                saidToCome(request));
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

    /// What proxies on the way may have said, with either scheme: a proxy that ends TLS often says nothing.
    private static List<String> saidToCome(HttpServletRequest request) {
        Set<String> addresses = new LinkedHashSet<>();
        for (String header : List.of("X-Forwarded-Host", "Host")) {
            String host = request.getHeader(header);
            if (host != null && HOST.matcher(host).matches()) {
                addresses.add("https://" + host);
                addresses.add("http://" + host);
            }
        }
        return List.copyOf(addresses);
    }
}
