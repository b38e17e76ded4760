package org.patchbay.secrets;

import org.patchbay.kernel.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Takes the keyset from where the settings say it is.
@Configuration(proxyBeanMethods = false)
class SecretsConfiguration {

    @Bean
    Keysets keysets(Settings settings) {
        return Keysets.from(settings.keyset());
    }
}
