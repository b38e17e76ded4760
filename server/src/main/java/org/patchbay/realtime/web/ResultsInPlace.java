package org.patchbay.realtime.web;

import java.util.concurrent.Executor;
import org.apache.tomcat.websocket.server.WsRemoteEndpointImplServer;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// Has Tomcat tell how the sending of a frame went on the thread that sent it. It would begin a thread for each: where
/// an event goes to a thousand desks, a thousand threads that compete with the sending.
///
/// Ours may be told so: [TomcatConnection] hands the result to a queue of one desk, which neither waits nor goes
/// deeper.
@Component
class ResultsInPlace implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addProtocolHandlerCustomizers(handler -> {
            Executor threads = handler.getExecutor();
            if (threads != null) {
                handler.setExecutor(task -> {
                    if (tellsOfASending(task)) {
                        task.run();
                    } else {
                        threads.execute(task);
                    }
                });
            }
        });
    }

    /// The only task that Tomcat defines there.
    private static boolean tellsOfASending(Runnable task) {
        return task.getClass().getNestHost() == WsRemoteEndpointImplServer.class;
    }
}
