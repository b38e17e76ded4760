package org.patchbay.simulator.http;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/// Jetty with one handler; every request on a virtual thread.
public final class WebServer implements AutoCloseable {

    private final Server server;
    private final ServerConnector connector;

    /// @param address port 0 means a free one
    /// @throws PortTaken when the port is in use
    public WebServer(InetSocketAddress address, Endpoint endpoint) {
        this(address, endpoint, Map.of());
    }

    /// @param streams by their path; they are asked before the endpoint
    /// @throws PortTaken when the port is in use
    public WebServer(InetSocketAddress address, Endpoint endpoint, Map<String, StreamEndpoint> streams) {
        this(address, endpoint, streams, Map.of());
    }

    /// @param streams by their path; they are asked before the endpoint
    /// @param sockets makes the near end of a WebSocket, by its path
    /// @throws PortTaken when the port is in use
    public WebServer(
            InetSocketAddress address,
            Endpoint endpoint,
            Map<String, StreamEndpoint> streams,
            Map<String, Supplier<Session.Listener>> sockets) {
        var threads = new QueuedThreadPool(32, 4);
        threads.setName("simulator-http");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        server = new Server(threads);
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
        connector.setHost(address.getHostString());
        connector.setPort(address.getPort());
        connector.setAcceptQueueSize(1024);
        server.addConnector(connector);
        server.setHandler(withSockets(new JettyHandler(endpoint, streams), sockets));
        start(address);
    }

    private Handler withSockets(JettyHandler handler, Map<String, Supplier<Session.Listener>> sockets) {
        if (sockets.isEmpty()) {
            return handler;
        }
        var upgrades = WebSocketUpgradeHandler.from(
                server,
                container -> sockets.forEach((path, listener) ->
                        container.addMapping(path, (request, response, callback) -> listener.get())));
        upgrades.setHandler(handler);
        return upgrades;
    }

    private void start(InetSocketAddress address) {
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw new PortTaken(address, e);
        }
    }

    public URI url() {
        return URI.create("http://" + connector.getHost() + ":" + connector.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP server did not stop", e);
        }
    }
}
