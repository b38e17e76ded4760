package org.patchbay.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Checks `X-Twilio-Signature`: the proof that a request was made by somebody who knows the account's auth
/// token, for exactly this address and these parameters.
///
/// Our own, because the SDK's validator takes duplicate parameters for one, does not drop user and
/// password, and re-encodes the query when it tries another port. Its answers are this one's test.
/// Source: [Webhooks security](https://www.twilio.com/docs/usage/webhooks/webhooks-security).
public final class TwilioSignature {

    private static final String HMAC = "HmacSHA1";
    private static final Pattern BODY_HASH = Pattern.compile("[?&]bodySHA256=([0-9a-fA-F]{64})(?:&|$)");

    private TwilioSignature() {}

    /// Whether a form, or a request without a body, is Twilio's.
    ///
    /// @param url absolute, as the outside knows it: from our configuration, never from request headers
    /// @param form every parameter of the body, decoded, also empty and unknown ones; empty for a GET,
    ///     whose parameters are in the address
    /// @param tokens those that may have signed: the primary one, and the secondary while they change
    public static boolean holds(
            String signature, String url, Map<String, List<String>> form, Collection<String> tokens) {
        String text = joined(form);
        return matches(signature, url, text, tokens);
    }

    /// Whether a request with a body that is no form is Twilio's. Its address then carries the body's hash.
    public static boolean holdsForBody(String signature, String url, byte[] body, Collection<String> tokens) {
        Matcher promised = BODY_HASH.matcher(url);
        return promised.find()
                && sameBytes(HexFormat.of().parseHex(promised.group(1)), sha256(body))
                && matches(signature, url, "", tokens);
    }

    /// What Twilio would send with that request.
    public static String of(String url, Map<String, List<String>> form, String token) {
        return signed(url + joined(form), token);
    }

    /// Sorted by name; of several values of one name, each different one once, sorted.
    private static String joined(Map<String, List<String>> form) {
        StringBuilder joined = new StringBuilder();
        String[] names = form.keySet().toArray(String[]::new);
        Arrays.sort(names);
        for (String name : names) {
            different(Objects.requireNonNull(form.get(name)))
                    .forEach(value -> joined.append(name).append(value));
        }
        return joined.toString();
    }

    private static Collection<String> different(List<String> values) {
        return values.size() < 2 ? values : new TreeSet<>(values);
    }

    /// Which spelling or token it was is no secret: the first that fits is the last that is tried.
    private static boolean matches(String signature, String url, String text, Collection<String> tokens) {
        byte[] given = signature.getBytes(StandardCharsets.UTF_8);
        for (String spelling : SignedUrls.of(url)) {
            for (String token : tokens) {
                if (sameBytes(given, signed(spelling + text, token).getBytes(StandardCharsets.UTF_8))) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Takes the same time wherever they differ: otherwise the signature could be guessed byte by byte.
    private static boolean sameBytes(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }

    private static String signed(String text, String token) {
        return Base64.getEncoder().encodeToString(hmac(text, token));
    }

    private static byte[] hmac(String text, String token) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + HMAC, impossible);
        }
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
