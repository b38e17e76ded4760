package org.patchbay.simulator.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.patchbay.simulator.http.Params;

/// The value of `X-Twilio-Signature`: Base64 of the HMAC-SHA1, by the account's primary auth token,
/// over the URL and the sorted parameters of a form body
/// (<https://www.twilio.com/docs/usage/webhooks/webhooks-security>).
public final class Signature {

    private Signature() {}

    /// @param url as [SignedUrl] gives it, with its query
    /// @param form the parameters of the body; none for GET and for JSON bodies. Of a name that occurs
    ///     more than once the distinct values count, sorted (the rule of the Node SDK)
    public static String of(String authToken, String url, Params form) {
        var data = new StringBuilder(url);
        for (String name : new TreeSet<>(form.names())) {
            for (String value : new TreeSet<>(form.values(name))) {
                data.append(name).append(value);
            }
        }
        return Base64.getEncoder().encodeToString(hmacSha1(authToken, data.toString()));
    }

    private static byte[] hmacSha1(String key, String data) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return mac.doFinal(data.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HmacSHA1", e);
        }
    }
}
