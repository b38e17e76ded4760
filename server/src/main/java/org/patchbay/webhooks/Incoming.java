package org.patchbay.webhooks;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A request as it came, before anybody believed it.
///
/// @param post else it is a GET
/// @param rawPath not decoded
/// @param rawQuery not decoded; empty where there is no `?`
/// @param contentType in lower case, without its parameters; empty where none was sent
/// @param hosts to which it came, if its headers are right: they only ever explain a refusal
record Incoming(
        boolean post,
        String rawPath,
        Optional<String> rawQuery,
        String contentType,
        byte[] body,
        Optional<String> signature,
        List<String> hosts) {

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.\\-]{1,253}(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](:[0-9]{1,5})?");

    /// The address that Twilio signs, if it knows us under that base.
    String under(String base) {
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
                + rawPath
                + rawQuery.map(query -> "?" + query).orElse("");
    }

    /// The addresses, without a path, to which it came if its headers are right: with either scheme, for a proxy
    /// that ends TLS often says nothing.
    List<String> saidToCome() {
        return hosts.stream()
                .filter(host -> HOST.matcher(host).matches())
                .flatMap(host -> Stream.of("https://" + host, "http://" + host))
                .distinct()
                .toList();
    }

    boolean json() {
        return contentType.equals("application/json") || contentType.endsWith("+json");
    }

    boolean form() {
        return body.length == 0 || contentType.equals("application/x-www-form-urlencoded");
    }

    @Override
    public String toString() {
        return "Incoming[" + (post ? "POST " : "GET ") + rawPath + "]";
    }
}
