package org.patchbay.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The vectors were computed with Twilio's Java and Node SDKs and an independent HMAC, all alike.
class TwilioSignatureTest {

    private static final String TOKEN = "12345678901234567890123456789012";
    private static final String OTHER_TOKEN = "0123456789abcdef0123456789abcdef";
    private static final Map<String, List<String>> CALL = form(Map.of(
            "CallSid", "CA1234567890ABCDE1234567890ABCDE12",
            "Caller", "+14158675310",
            "Digits", "1234",
            "From", "+14158675310",
            "To", "+18005551212"));
    private static final String SIGNED = "toeju+YvKHqLR6jYPytKj5DBoRc=";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/myapp.php?foo=1&bar=2",
                "https://example.com:443/myapp.php?foo=1&bar=2",
                "https://example.com:8443/myapp.php?foo=1&bar=2",
                "https://user:pass@example.com/myapp.php?foo=1&bar=2",
                "https://example.com/myapp.php?foo=1&bar=2#rc=3&rp=5xx,ct,rt"
            })
    void portUserAndFragmentMakeNoDifference(String url) {
        assertThat(TwilioSignature.holds(SIGNED, url, CALL, List.of(TOKEN))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/myapp.php?foo=1&bar=2",
                "https://EXAMPLE.com/myapp.php?foo=1&bar=2",
                "https://example.com/myapp.php?bar=2&foo=1",
                "https://example.com/myapp.php/?foo=1&bar=2",
                "https://example.com/myapp.php",
                "ftp://example.com/myapp.php?foo=1&bar=2",
                "myapp.php?foo=1&bar=2",
                ""
            })
    void everythingElseOfTheAddressDoes(String url) {
        assertThat(TwilioSignature.holds(SIGNED, url, CALL, List.of(TOKEN))).isFalse();
    }

    @Test
    void aSignatureThatTwilioMadeForAnotherPortHolds() {
        assertThat(TwilioSignature.holds(
                        "W3rw4ZU/TDtXe17EI4mwJmd/H3M=",
                        "https://example.com:8443/myapp.php?foo=1&bar=2",
                        CALL,
                        List.of(TOKEN)))
                .isTrue();
        assertThat(TwilioSignature.holds(
                        "TKs/Hr0n2bnsv1in13uMhuaiJFI=",
                        "https://example.com/myapp.php?foo=1&bar=2",
                        CALL,
                        List.of(TOKEN)))
                .isTrue();
        assertThat(TwilioSignature.holds(
                        "W3rw4ZU/TDtXe17EI4mwJmd/H3M=",
                        "https://example.com/myapp.php?foo=1&bar=2",
                        CALL,
                        List.of(TOKEN)))
                .isFalse();
    }

    @Test
    void aQueryIsNotDecodedAndEncodedAgain() {
        String signed = TwilioSignature.of("https://a.example/x?a=%2B1%26b%3D2", Map.of(), TOKEN);
        assertThat(TwilioSignature.holds(signed, "https://a.example:8443/x?a=%2B1%26b%3D2", Map.of(), List.of(TOKEN)))
                .isTrue();
    }

    @Test
    void parametersOfAGetAreInTheAddress() {
        assertThat(TwilioSignature.holds(
                        "Qo/3wHnbLlsFCEvTik8sh9GCekw=",
                        "https://cc.example.com/voice/inbound?tenant=t1&CallSid=CA00000000000000000000000000000001"
                                + "&From=%2B15005550006&To=%2B15005550001",
                        Map.of(),
                        List.of(TOKEN)))
                .isTrue();
    }

    @Test
    void emptyValuesForeignLettersAndTheOrderOfTheNamesCount() {
        Map<String, List<String>> status = form(Map.of(
                "AccountSid", "AC00000000000000000000000000000001",
                "CallStatus", "completed",
                "CallDuration", "42",
                "Timestamp", "Tue, 20 Oct 2026 10:11:12 +0000",
                "SequenceNumber", "3",
                "Empty", "",
                "Body", "héllo & ünï ✓ a=b+c",
                "body", "lower",
                "_x", "u"));
        assertThat(TwilioSignature.holds(
                        "P/zZZVx33EPQ099lNwYmMaPyD5Q=",
                        "http://127.0.0.1:18080/tw/status?t=acme",
                        status,
                        List.of(OTHER_TOKEN)))
                .isTrue();
    }

    @Test
    void oneNameMayHaveSeveralValues() {
        assertThat(TwilioSignature.holds(
                        "1ojtlWvroR6AsW1KJrOnR728tmk=",
                        "https://cc.example.com/dup",
                        Map.of(
                                "A", List.of("1"),
                                "StatusCallbackEvent", List.of("ringing", "answered", "ringing", "completed")),
                        List.of(TOKEN)))
                .isTrue();
    }

    @Test
    void aBodyOfJsonIsCoveredByItsHash() {
        String url = "https://cc.example.com/hooks/json?x=1&bodySHA256="
                + "a10017d55a5cb777dedfab10d55e4768f7ff7bb1f37c5c758d56e3022be406ae";
        String signature = "VLWIkZtrRSwiSePqPRhcWR05mno=";
        byte[] body = "{\"hello\":\"wörld\",\"n\":1}".getBytes(StandardCharsets.UTF_8);
        byte[] longer = "{\"hello\":\"wörld\",\"n\":1} ".getBytes(StandardCharsets.UTF_8);
        assertThat(TwilioSignature.holdsForBody(signature, url, body, List.of(TOKEN)))
                .isTrue();
        assertThat(TwilioSignature.holdsForBody(signature, url, longer, List.of(TOKEN)))
                .isFalse();
        assertThat(TwilioSignature.holdsForBody(signature, "https://cc.example.com/hooks/json", body, List.of(TOKEN)))
                .isFalse();
    }

    @Test
    void whileTokensChangeEitherWillDo() {
        String url = "https://example.com/myapp.php?foo=1&bar=2";
        assertThat(TwilioSignature.holds(SIGNED, url, CALL, List.of(OTHER_TOKEN, TOKEN)))
                .isTrue();
        assertThat(TwilioSignature.holds(SIGNED, url, CALL, List.of(OTHER_TOKEN)))
                .isFalse();
        assertThat(TwilioSignature.holds(SIGNED, url, CALL, List.of())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "toeju+YvKHqLR6jYPytKj5DBoRc", "not base64!", "toeju+YvKHqLR6jYPytKj5DBoRd="})
    void whatIsNoSignatureHoldsForNothing(String signature) {
        String url = "https://example.com/myapp.php?foo=1&bar=2";
        assertThat(TwilioSignature.holds(signature, url, CALL, List.of(TOKEN))).isFalse();
    }

    @Property
    void twiliosOwnValidatorAgrees(@ForAll("forms") Map<String, String> parameters, @ForAll("urls") String url) {
        String signature = TwilioSignature.of(url, form(parameters), TOKEN);
        assertThat(new RequestValidator(TOKEN).validate(url, parameters, signature))
                .isTrue();
        assertThat(TwilioSignature.holds(signature, url, form(parameters), List.of(TOKEN)))
                .isTrue();
    }

    @Property
    void aChangedParameterIsNoticed(@ForAll("forms") Map<String, String> parameters, @ForAll("urls") String url) {
        String signature = TwilioSignature.of(url, form(parameters), TOKEN);
        Map<String, List<String>> changed = new java.util.TreeMap<>(form(parameters));
        changed.merge("CallStatus", List.of("completed"), (old, added) -> List.of(old.getFirst() + "x"));
        assertThat(TwilioSignature.holds(signature, url, changed, List.of(TOKEN)))
                .isFalse();
    }

    @Provide
    Arbitrary<Map<String, String>> forms() {
        return Arbitraries.maps(
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(12),
                        Arbitraries.strings().ofMaxLength(20))
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> urls() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(10)
                .map(path -> "https://cc.example.com/" + path + "?w=" + path);
    }

    private static Map<String, List<String>> form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
    }
}
