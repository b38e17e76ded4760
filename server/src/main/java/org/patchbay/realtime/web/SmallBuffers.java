package org.patchbay.realtime.web;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Tomcat keeps several buffers per WebSocket for as long as it is open, of 8 kB each unless told otherwise.
/// A frame that does not fit goes out in fragments, each with a write of its own: that of a call has two
/// kilobytes, most others 200 bytes.
@Configuration(proxyBeanMethods = false)
class SmallBuffers {

    private static final String PROPERTY = "org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE";
    private static final String BYTES = "3072";

    /// Tomcat reads the property once, when the web server starts; that is before any ordinary bean is made.
    @Bean
    static BeanFactoryPostProcessor smallWebSocketBuffers() {
        return factory -> System.setProperty(PROPERTY, System.getProperty(PROPERTY, BYTES));
    }
}
