package org.patchbay.simulator.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchbay.simulator.http.Params;

/// Vectors that twilio-java 13.0.1, twilio-node 6.2.0 and an independent HMAC agreed on; V6 is from
/// Twilio's own documentation.
class SignatureTest {

    private static final String T1 = "12345678901234567890123456789012";
    private static final String T2 = "0123456789abcdef0123456789abcdef";
    private static final Params CALL = Params.of(
            "CallSid", "CA1234567890ABCDE1234567890ABCDE12",
            "Caller", "+14158675310",
            "Digits", "1234",
            "From", "+14158675310",
            "To", "+18005551212");

    static Stream<Arguments> vectors() {
        return Stream.of(
                Arguments.of(
                        "V1", T1, "https://example.com/myapp.php?foo=1&bar=2", CALL, "toeju+YvKHqLR6jYPytKj5DBoRc="),
                Arguments.of(
                        "V1a",
                        T1,
                        "https://example.com:443/myapp.php?foo=1&bar=2",
                        CALL,
                        "TKs/Hr0n2bnsv1in13uMhuaiJFI="),
                Arguments.of(
                        "V1b",
                        T1,
                        "https://example.com:8443/myapp.php?foo=1&bar=2",
                        CALL,
                        "W3rw4ZU/TDtXe17EI4mwJmd/H3M="),
                Arguments.of(
                        "V1c",
                        T1,
                        "https://user:pass@example.com/myapp.php?foo=1&bar=2",
                        CALL,
                        "zd+tjFR1xZBHc7SwLrZeJQdiEZ4="),
                Arguments.of(
                        "V2",
                        T1,
                        "https://cc.example.com/voice/inbound?tenant=t1&CallSid=CA00000000000000000000000000000001"
                                + "&From=%2B15005550006&To=%2B15005550001",
                        Params.NONE,
                        "Qo/3wHnbLlsFCEvTik8sh9GCekw="),
                Arguments.of(
                        "V3",
                        T2,
                        "http://127.0.0.1:18080/tw/status?t=acme",
                        Params.of(
                                "AccountSid", "AC00000000000000000000000000000001",
                                "CallStatus", "completed",
                                "CallDuration", "42",
                                "Timestamp", "Tue, 20 Oct 2026 10:11:12 +0000",
                                "SequenceNumber", "3",
                                "Empty", "",
                                "Body", "héllo & ünï ✓ a=b+c",
                                "body", "lower",
                                "_x", "u"),
                        "P/zZZVx33EPQ099lNwYmMaPyD5Q="),
                Arguments.of(
                        "V4",
                        T1,
                        "https://cc.example.com/hooks/json?x=1&bodySHA256="
                                + "a10017d55a5cb777dedfab10d55e4768f7ff7bb1f37c5c758d56e3022be406ae",
                        Params.NONE,
                        "VLWIkZtrRSwiSePqPRhcWR05mno="),
                Arguments.of(
                        "V5",
                        T1,
                        "https://cc.example.com/dup",
                        Params.of(
                                "A", "1",
                                "StatusCallbackEvent", "ringing",
                                "StatusCallbackEvent", "answered",
                                "StatusCallbackEvent", "ringing",
                                "StatusCallbackEvent", "completed"),
                        "1ojtlWvroR6AsW1KJrOnR728tmk="),
                Arguments.of(
                        "V6",
                        "12345",
                        "https://example.com/myapp.php?foo=1&bar=2",
                        Params.of(
                                "CallSid", "CA1234567890ABCDE",
                                "Caller", "+14158675310",
                                "Digits", "1234",
                                "From", "+14158675310",
                                "To", "+18005551212"),
                        "L/OH5YylLD5NRKLltdqwSvS0BnU="));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void signsAsTwilioDoes(String name, String token, String url, Params form, String signature) {
        assertThat(Signature.of(token, url, form)).as(name).isEqualTo(signature);
    }

    @Test
    void voiceOverHttpsIsSignedWithoutPortAndUser() {
        assertThat(SignedUrl.of("https://user:pass@example.com:8443/myapp.php?foo=1&bar=2#rc=2", true))
                .isEqualTo("https://example.com/myapp.php?foo=1&bar=2");
    }

    @Test
    void voiceOverHttpAndAnyTextKeepThePort() {
        assertThat(SignedUrl.of("http://u@127.0.0.1:18080/tw?t=a@b", true))
                .isEqualTo("http://127.0.0.1:18080/tw?t=a@b");
        assertThat(SignedUrl.of("https://example.com:8443/sms#rt=100", false))
                .isEqualTo("https://example.com:8443/sms");
    }

    @Test
    void nothingElseOfAUrlIsTouched() {
        String url = "https://example.com/a%20b/c?x=%2B1%26b%3D2&y=a:b@c";
        assertThat(SignedUrl.of(url, true)).isEqualTo(url);
    }
}
