package org.patchbay.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.twilio.TwilioCredentials.ApiKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VoiceTokensTest {

    private static final String ACCOUNT = "AC00000000000000000000000000000001";
    private static final String APP = "AP00000000000000000000000000000001";
    private static final ApiKey KEY = new ApiKey("SK00000000000000000000000000000001", "0123456789abcdef".repeat(2));

    @Test
    void theTokenLetsOneClientCallAndBeCalledForAnHour() {
        var token = VoiceTokens.create(ACCOUNT, KEY, APP, "w1_m1");
        JsonNode claims = part(token.jwt(), 1);
        assertThat(part(token.jwt(), 0).get("cty").asString()).isEqualTo("twilio-fpa;v=1");
        assertThat(claims.get("iss").asString()).isEqualTo(KEY.sid());
        assertThat(claims.get("sub").asString()).isEqualTo(ACCOUNT);
        assertThat(claims.at("/grants/identity").asString()).isEqualTo("w1_m1");
        assertThat(claims.at("/grants/voice/incoming/allow").asBoolean()).isTrue();
        assertThat(claims.at("/grants/voice/outgoing/application_sid").asString())
                .isEqualTo(APP);
        assertThat(token.lifetime()).isEqualTo(VoiceTokens.LIFETIME);
        assertThat(token.toString()).doesNotContain(token.jwt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mara@quillmere.example", "a b", "a.b"})
    void anIdentityThatOneOfTwiliosSdksBreaksOnIsRefused(String identity) {
        assertThatIllegalArgumentException().isThrownBy(() -> VoiceTokens.create(ACCOUNT, KEY, APP, identity));
    }

    private static JsonNode part(String jwt, int number) {
        byte[] json = Base64.getUrlDecoder().decode(jwt.split("\\.")[number]);
        return JsonMapper.builder().build().readTree(new String(json, StandardCharsets.UTF_8));
    }
}
