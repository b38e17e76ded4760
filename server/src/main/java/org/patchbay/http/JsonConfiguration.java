package org.patchbay.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.patchbay.kernel.access.Permission;
import org.patchbay.kernel.access.Role;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.module.SimpleModule;

/// JSON is read strictly: what a client means must be what we understand.
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return builder -> builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .addModule(new SimpleModule().addDeserializer(String.class, new PlainText()))
                .addMixIn(Role.class, RoleAsCode.class)
                .addMixIn(Permission.class, PermissionAsCode.class);
    }

    /// The kernel knows no JSON library; this is how its enums are written.
    private abstract static class RoleAsCode {
        @JsonValue
        abstract String code();

        @JsonCreator
        static Role of(String code) {
            return Role.of(code);
        }
    }

    private abstract static class PermissionAsCode {
        @JsonValue
        abstract String code();

        @JsonCreator
        static Permission ofCode(String code) {
            return Permission.ofCode(code);
        }
    }
}
