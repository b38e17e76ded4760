package org.patchbay.simulator.signal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.jwt.accesstoken.AccessToken;
import com.twilio.jwt.accesstoken.VoiceGrant;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchbay.simulator.signal.AccessTokenVerifier.Verdict;

class AccessTokenVerifierTest {
    private static final String ACCOUNT = "AC00000000000000000000000000000001";
    private static final String KEY = "SK00000000000000000000000000000001";
    private static final String APP = "AP00000000000000000000000000000001";
    private static final String SECRET = "a secret of at least thirty-two bytes";
    private static final String HEADER = "{\"cty\":\"twilio-fpa;v=1\",\"typ\":\"JWT\",\"alg\":\"HS256\"}";
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final long EXP = NOW.plusSeconds(3600).getEpochSecond();
    private static final String CLAIMS = """
            {"iss":"%s","sub":"%s","exp":%d,"grants":{"identity":"agent_7","voice":{"incoming":{"allow":true},\
            "outgoing":{"application_sid":"%s","params":{"tenant":"acme"}}}}}""".formatted(KEY, ACCOUNT, EXP, APP);

    private final AccessTokenVerifier verifier = new AccessTokenVerifier(
            (account, key) -> account.equals(ACCOUNT) && key.equals(KEY) ? Optional.of(SECRET) : Optional.empty());

    @Test
    void aTokenOfTwiliosOwnLibraryIsAccepted() {
        String token = new AccessToken.Builder(ACCOUNT, KEY, SECRET.getBytes(UTF_8))
                .identity("agent_7")
                .ttl(3600)
                .grant(new VoiceGrant().setIncomingAllow(true).setOutgoingApplication(APP, Map.of("tenant", "acme")))
                .build()
                .toJwt();

        AccessGrant grant = granted(verifier.verify(token, Instant.now()));

        assertThat(grant.client()).isEqualTo(new ClientAddress(ACCOUNT, "agent_7"));
        assertThat(grant.applicationSid()).contains(APP);
        assertThat(grant.outgoingParams()).containsExactly(Map.entry("tenant", "acme"));
        assertThat(grant.incomingAllowed()).isTrue();
        assertThat(Duration.between(Instant.now(), grant.expires())).isLessThanOrEqualTo(Duration.ofHours(1));
    }

    @Test
    void aTokenWrittenByHandIsAcceptedUntilItExpires() {
        String token = sign(HEADER, CLAIMS, SECRET);
        assertThat(granted(verifier.verify(token, NOW)).expires()).isEqualTo(Instant.ofEpochSecond(EXP));
        assertThat(code(verifier.verify(token, Instant.ofEpochSecond(EXP)))).isEqualTo(31205);
    }

    @Test
    void aTokenSignedWithAnotherSecretIsRefused() {
        assertThat(code(verifier.verify(sign(HEADER, CLAIMS, SECRET + "!"), NOW)))
                .isEqualTo(31204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HS256            | none",
                "HS256            | HS512",
                "twilio-fpa;v=1   | twilio-fpa;v=2",
            })
    void anotherAlgorithmOrTypeIsRefused(String from, String to) {
        String token = sign(HEADER.replace(from, to), CLAIMS, SECRET);
        assertThat(code(verifier.verify(token, NOW))).isEqualTo(31204);
        String unsigned = token.substring(0, token.lastIndexOf('.') + 1);
        assertThat(code(verifier.verify(unsigned, NOW))).isEqualTo(31204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SK0000 | SK1111",
                "AC0000 | AC1111",
                "agent_7 | ''",
                "\"voice\" | \"video\"",
                "\"exp\" | \"nbf\":1895208800,\"exp\"",
            })
    void aTokenThatLacksWhatACallNeedsIsRefused(String from, String to) {
        assertThat(code(verifier.verify(sign(HEADER, CLAIMS.replace(from, to), SECRET), NOW)))
                .isEqualTo(31204);
    }

    @Test
    void aTokenForLongerThanADayIsRefused() {
        String days = CLAIMS.replace(String.valueOf(EXP), String.valueOf(EXP + 86_400));
        assertThat(code(verifier.verify(sign(HEADER, days, SECRET), NOW))).isEqualTo(31204);
    }

    @Test
    void aTokenWithoutExpiryHasExpired() {
        String forever = CLAIMS.replace("\"exp\"", "\"expires\"");
        assertThat(code(verifier.verify(sign(HEADER, forever, SECRET), NOW))).isEqualTo(31205);
    }

    @Property(tries = 500)
    void anyTextIsRefusedWithoutFailing(@ForAll String noise) {
        assertThat(code(verifier.verify(noise, NOW))).isEqualTo(31204);
        assertThat(code(verifier.verify(noise + "." + noise + "." + noise, NOW)))
                .isEqualTo(31204);
    }

    private static AccessGrant granted(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Granted.class);
        return ((Verdict.Granted) verdict).grant();
    }

    private static int code(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused) verdict).error().code();
    }

    private static String sign(String header, String claims, String secret) {
        String signed = base64(header.getBytes(UTF_8)) + "." + base64(claims.getBytes(UTF_8));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return signed + "." + base64(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
