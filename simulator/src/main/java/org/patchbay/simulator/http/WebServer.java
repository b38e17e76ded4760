package org.patchbay.simulator.http;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

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
        server.setHandler(new JettyHandler(endpoint, streams));
        start(address);
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
