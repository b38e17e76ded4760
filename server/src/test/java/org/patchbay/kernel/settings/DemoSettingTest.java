package org.patchbay.kernel.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoSettingTest {

    @Test
    void nobodyGetsADemonstrationUnasked() {
        assertThat(Settings.from(Map.of()).demo()).isFalse();
        assertThat(Settings.from(Map.of("PATCHBAY_DEMO", "true")).demo()).isTrue();
    }

    /// Its links let in whoever reads them, and its people have no mailbox.
    @ParameterizedTest
    @CsvSource({
        "PATCHBAY_DATABASE_URL, postgres://u:p@db/desk",
        "PATCHBAY_PUBLIC_URL, https://desk.example.com",
        "PATCHBAY_BIND_ADDRESS, 0.0.0.0",
        "PATCHBAY_SMTP_URL, smtp://mail.example.com"
    })
    void theDemonstrationIsForThisMachineAlone(String name, String value) {
        Map<String, String> environment = new HashMap<>(Map.of("PATCHBAY_DEMO", "true", name, value));
        environment.put("PATCHBAY_MAIL_FROM", "desk@example.com");

        assertThatThrownBy(() -> Settings.from(environment))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageContaining("PATCHBAY_DEMO must not be true with")
                .hasMessageContaining(name);
    }
}
