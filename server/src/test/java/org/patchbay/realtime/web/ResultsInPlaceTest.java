package org.patchbay.realtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.apache.tomcat.websocket.server.WsSci;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

class ResultsInPlaceTest {

    private static final BlockingQueue<Boolean> TOLD_BY_THE_SENDER = new LinkedBlockingQueue<>();

    @ServerEndpoint("/")
    public static final class Greeting {

        @OnOpen
        public void open(Session session) {
            Thread sender = Thread.currentThread();
            new TomcatConnection(session)
                    .send("hello", out -> TOLD_BY_THE_SENDER.add(out && Thread.currentThread() == sender));
        }
    }

    @Test
    void whoeverSendsIsToldTheResultOnTheirThread() throws Exception {
        WebServer server = server();
        server.start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.newWebSocketBuilder()
                    .buildAsync(URI.create("ws://localhost:" + server.getPort() + "/"), new WebSocket.Listener() {})
                    .join()
                    .abort();
            assertThat(TOLD_BY_THE_SENDER.poll(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            server.stop();
        }
    }

    private static WebServer server() {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        factory.addProtocolHandlerCustomizers(handler -> handler.setExecutor(new VirtualThreadExecutor("handler-")));
        factory.addContextCustomizers(
                context -> context.addServletContainerInitializer(new WsSci(), Set.of(Greeting.class)));
        // Filters, of which sockets are one, come before servlets only.
        factory.getSettings().setRegisterDefaultServlet(true);
        new ResultsInPlace().customize(factory);
        return factory.getWebServer();
    }
}
