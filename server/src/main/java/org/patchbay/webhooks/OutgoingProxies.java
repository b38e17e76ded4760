package org.patchbay.webhooks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// By which proxy a request leaves the machine: what the variables `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`
/// say, in either case of letters, else what the JVM was started with. Loopback is always asked directly.
///
/// A proxy that wants a password is not supported: the JDK does not give one to a tunnel.
final class OutgoingProxies extends ProxySelector {

    private static final Logger LOG = LoggerFactory.getLogger(OutgoingProxies.class);

    private final Map<String, Proxy> byScheme;
    private final List<String> direct;
    private final Optional<ProxySelector> ofTheJvm;

    private OutgoingProxies(Map<String, Proxy> byScheme, List<String> direct, Optional<ProxySelector> ofTheJvm) {
        this.byScheme = byScheme;
        this.direct = direct;
        this.ofTheJvm = ofTheJvm;
    }

    static OutgoingProxies from(Map<String, String> environment) {
        Map<String, Proxy> byScheme = new HashMap<>();
        for (String scheme : List.of("http", "https")) {
            variable(environment, scheme + "_proxy")
                    .flatMap(OutgoingProxies::proxy)
                    .ifPresent(proxy -> byScheme.put(scheme, proxy));
        }
        List<String> direct = variable(environment, "no_proxy").stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
        return new OutgoingProxies(byScheme, direct, Optional.ofNullable(ProxySelector.getDefault()));
    }

    @Override
    public List<Proxy> select(URI address) {
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        if (isLoopback(host)) {
            return List.of(Proxy.NO_PROXY);
        }
        Proxy named = byScheme.get(address.getScheme());
        if (named == null) {
            return ofTheJvm.map(selector -> selector.select(address)).orElse(List.of(Proxy.NO_PROXY));
        }
        return List.of(direct.stream().anyMatch(entry -> covers(entry, host)) ? Proxy.NO_PROXY : named);
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
        LOG.debug("The proxy {} does not answer", proxy);
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    /// `example.com` and `.example.com` mean the domain and everything below it.
    private static boolean covers(String entry, String host) {
        String domain = entry.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", "");
        return entry.equals("*") || host.equals(domain) || host.endsWith("." + domain);
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .map(environment::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }

    private static Optional<Proxy> proxy(String value) {
        try {
            URI uri = URI.create(value.contains("://") ? value : "http://" + value);
            int port = uri.getPort() < 0 ? 80 : uri.getPort();
            return Optional.ofNullable(uri.getHost())
                    .map(host -> new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port)));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
