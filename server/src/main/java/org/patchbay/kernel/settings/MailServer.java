package org.patchbay.kernel.settings;

import java.util.Optional;

/// Where mail is handed in.
///
/// @param tls `smtps://` speaks TLS from the first byte; `smtp://` changes to it when the server offers
/// @param from the sender's address
public record MailServer(
        String host, int port, boolean tls, Optional<String> user, Optional<String> password, String from) {

    @Override
    public String toString() {
        return "MailServer[" + host + ":" + port + "]";
    }
}
