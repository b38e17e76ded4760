package org.patchbay.simulator.signal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Checks the access tokens (JWT, HS256) that `com.twilio.jwt.accesstoken.AccessToken` and its sisters
/// make: https://www.twilio.com/docs/iam/access-tokens. Exactly one algorithm is accepted, whatever the
/// header says it is.
public final class AccessTokenVerifier {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();
    private static final String CONTENT_TYPE = "twilio-fpa;v=1";
    private static final int LONGEST_IDENTITY = 256;
    // Twilio refuses a life of more than a day; clocks may differ by a minute.
    private static final Duration LONGEST_LIFE = Duration.ofHours(24).plusMinutes(1);

    private final ApiKeys keys;

    /// Knows the secrets of API keys.
    @FunctionalInterface
    public interface ApiKeys {
        /// The secret of a key; empty when the account has no such key (or it was deleted).
        Optional<String> secret(String accountSid, String keySid);
    }

    /// Either a grant or the reason why there is none.
    public sealed interface Verdict {
        record Granted(AccessGrant grant) implements Verdict {}

        record Refused(SignalError error) implements Verdict {}
    }

    public AccessTokenVerifier(ApiKeys keys) {
        this.keys = keys;
    }

    public Verdict verify(String token, Instant now) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return refused("The access token is not a JWT");
        }
        try {
            JsonNode header = json(parts[0]);
            JsonNode claims = json(parts[1]);
            return verify(parts, header, claims, now);
        } catch (JacksonException | IllegalArgumentException e) {
            return refused("The access token cannot be read");
        }
    }

    private Verdict verify(String[] parts, JsonNode header, JsonNode claims, Instant now) {
        if (!header.path("alg").asString("").equals("HS256")
                || !header.path("cty").asString("").equals(CONTENT_TYPE)) {
            return refused("The access token must be HS256 and of type " + CONTENT_TYPE);
        }
        String accountSid = claims.path("sub").asString("");
        Optional<String> secret = keys.secret(accountSid, claims.path("iss").asString(""));
        if (secret.isEmpty() || !signed(parts, secret.get())) {
            return refused("The access token is not signed by a key of this account");
        }
        Instant expires = Instant.ofEpochSecond(claims.path("exp").asLong(0));
        if (!now.isBefore(expires)) {
            return new Verdict.Refused(SignalError.tokenExpired());
        }
        if (now.isBefore(Instant.ofEpochSecond(claims.path("nbf").asLong(0)))) {
            return refused("The access token is not valid yet");
        }
        if (expires.isAfter(now.plus(LONGEST_LIFE))) {
            return refused("The access token lives longer than 24 hours");
        }
        return granted(accountSid, claims.path("grants"), expires);
    }

    private static Verdict granted(String accountSid, JsonNode grants, Instant expires) {
        String identity = grants.path("identity").asString("");
        JsonNode voice = grants.path("voice");
        if (identity.isEmpty() || identity.length() > LONGEST_IDENTITY || !voice.isObject()) {
            return refused("The access token has no identity or no voice grant");
        }
        JsonNode outgoing = voice.path("outgoing");
        Optional<String> application =
                Optional.of(outgoing.path("application_sid").asString("")).filter(sid -> !sid.isEmpty());
        Map<String, String> params = new LinkedHashMap<>();
        outgoing.path("params")
                .properties()
                .forEach(entry -> params.put(entry.getKey(), entry.getValue().asString("")));
        boolean incoming = voice.path("incoming").path("allow").asBoolean(false);
        ClientAddress client = new ClientAddress(accountSid, identity);
        return new Verdict.Granted(new AccessGrant(client, application, Map.copyOf(params), incoming, expires));
    }

    private static boolean signed(String[] parts, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] expected = mac.doFinal((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return MessageDigest.isEqual(expected, BASE64.decode(parts[2]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static JsonNode json(String part) {
        return JSON.readTree(BASE64.decode(part));
    }

    private static Verdict refused(String why) {
        return new Verdict.Refused(SignalError.tokenInvalid(why));
    }
}
