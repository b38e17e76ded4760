package org.patchbay.benchmarks.calls;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// A delivery of Twilio's to one address, some of whose parameters change from one to the next. Signed anew each
/// time: base64 of the HMAC-SHA1, by the account's token, of the address and the parameters sorted by name.
///
/// Source: [Webhooks security](https://www.twilio.com/docs/usage/webhooks/webhooks-security).
final class Webhook {

    private static final String HMAC = "HmacSHA1";

    /// @param encoded null for what changes
    private record Field(String name, @Nullable String encoded, String value) {}

    private final String head;
    private final String url;
    private final SecretKeySpec key;
    private final List<Field> fields = new ArrayList<>();

    /// @param path with the query
    /// @param form the value of what changes is an empty text
    Webhook(int port, String path, String token, Map<String, String> form) {
        this.url = "http://127.0.0.1:" + port + path;
        this.key = new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), HMAC);
        this.head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nUser-Agent: TwilioProxy/1.1\r\nAccept: */*\r\n"
                + "Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\n";
        new TreeMap<>(form)
                .forEach((name, value) -> fields.add(new Field(name, value.isEmpty() ? null : encode(value), value)));
    }

    /// @param changing the values of what changes, by the order of their names
    byte[] request(String... changing) {
        StringBuilder signed = new StringBuilder(1_024).append(url);
        StringBuilder body = new StringBuilder(1_024);
        int next = 0;
        for (Field field : fields) {
            String value = field.encoded() == null ? changing[next++] : field.value();
            String encoded = field.encoded() == null ? encode(value) : field.encoded();
            signed.append(field.name()).append(value);
            body.append(body.isEmpty() ? "" : "&")
                    .append(field.name())
                    .append('=')
                    .append(encoded);
        }
        String head = this.head + "X-Twilio-Signature: " + sign(signed.toString()) + "\r\nContent-Length: "
                + body.length() + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.ISO_8859_1);
    }

    private String sign(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + HMAC, impossible);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
