package org.patchbay.http;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/// Every address that no controller knows is the desk's.
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

    @Bean
    SimpleUrlHandlerMapping deskMapping(DeskPages pages) {
        return new SimpleUrlHandlerMapping(Map.of("/**", pages), Ordered.LOWEST_PRECEDENCE - 1);
    }
}
