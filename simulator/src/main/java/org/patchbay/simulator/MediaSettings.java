package org.patchbay.simulator;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.media.MediaConfig;

/// What the command line and the environment say about call audio.
///
/// @param port null when nobody said
/// @param addresses empty takes this machine's own
record MediaSettings(boolean on, @Nullable Integer port, List<InetAddress> addresses) {

    private static final String PORT = "PATCHBAY_SIMULATOR_MEDIA_PORT";

    /// @throws IllegalArgumentException naming the setting that is wrong
    static MediaSettings of(Map<String, String> environment) {
        String port = environment.getOrDefault(PORT, "");
        return new MediaSettings(true, port.isEmpty() ? null : CommandLine.number(PORT, port, 65_535), List.of());
    }

    MediaSettings off() {
        return new MediaSettings(false, port, addresses);
    }

    MediaSettings port(int chosen) {
        return new MediaSettings(on, chosen, addresses);
    }

    /// @throws IllegalArgumentException when it is none
    MediaSettings address(String address) {
        var more = new ArrayList<>(addresses);
        try {
            more.add(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("--media-address: not an address: " + address, e);
        }
        return new MediaSettings(on, port, List.copyOf(more));
    }

    /// @param webPort whoever takes any free port for the web takes any for media too, unless they say so
    @Nullable
    MediaConfig config(int webPort) {
        if (!on) {
            return null;
        }
        int byDefault = webPort == 0 ? 0 : MediaConfig.DEFAULT_PORT;
        return MediaConfig.of(addresses, port == null ? byDefault : port);
    }
}
