package org.patchbay.simulator.rest;

import java.net.URI;
import java.net.URISyntaxException;

/// Which URLs Twilio would call.
public final class WebUrls {

    private WebUrls() {}

    /// Absolute, http or https, with a host that has no underscore
    /// (<https://www.twilio.com/docs/api/errors/21205>).
    public static boolean isValid(String url) {
        try {
            URI uri = new URI(url);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && !uri.getHost().contains("_");
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
