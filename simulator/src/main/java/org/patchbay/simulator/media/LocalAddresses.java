package org.patchbay.simulator.media;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;

/// The addresses under which a browser on this machine or network can reach us.
final class LocalAddresses {
    private LocalAddresses() {}

    /// All private IPv4 addresses (RFC 1918) of interfaces that are up; empty when there are none.
    static List<InetAddress> siteLocal() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(LocalAddresses::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address.isSiteLocalAddress() && address.getAddress().length == 4)
                    .distinct()
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    /// The same without loopback addresses, then the loopback address: browsers try it last.
    static List<InetAddress> withLoopbackLast(List<InetAddress> addresses) {
        Stream<InetAddress> others = addresses.stream()
                .filter(address -> !address.isLoopbackAddress())
                .distinct();
        return Stream.concat(others, Stream.of(InetAddress.getLoopbackAddress()))
                .toList();
    }

    private static boolean isUp(NetworkInterface candidate) {
        try {
            return candidate.isUp() && !candidate.isLoopback();
        } catch (SocketException e) {
            return false;
        }
    }
}
