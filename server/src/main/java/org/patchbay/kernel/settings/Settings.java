package org.patchbay.kernel.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Everything that an operator may set, as read from the environment. The operator's guide
/// (`docs/operating.md`) has a line for each variable; a test holds the two together.
///
/// @param dataDir where the embedded database, the keyset and the credentials live
/// @param bindAddress the address that desk and management listen on
/// @param deskPort 0 for any free port
/// @param managementPort health and metrics; 0 for any free port
/// @param publicUrl how the outside reaches us, without a path; never guessed from request headers
/// @param deskOrigins whose pages may call the API and open the socket
/// @param database empty for the embedded one
/// @param keyset where the encryption keyset is
/// @param mail empty when no mail can be sent; links are then shown to whoever asked for them
/// @param signUp who may make a workspace
/// @param behindProxy whether `X-Forwarded-For` of a private-range proxy names the client
/// @param simulatorUrl the simulator beside us; empty where none is used
/// @param logFormat lines for people, or JSON for machines
/// @param deskDir where the built desk is served from; empty for the one inside the jar
/// @param demo whether to make a workspace to try, and links that let whoever reads them in
/// @param driftCheckEvery how long after a look at each Twilio account the next one is taken
public record Settings(
        Path dataDir,
        String bindAddress,
        int deskPort,
        int managementPort,
        Optional<URI> publicUrl,
        Set<String> deskOrigins,
        Optional<DatabaseUrls> database,
        int poolSize,
        KeysetSource keyset,
        Optional<MailServer> mail,
        SignUp signUp,
        boolean behindProxy,
        Optional<URI> simulatorUrl,
        LogFormat logFormat,
        Optional<Path> deskDir,
        boolean demo,
        Duration driftCheckEvery) {

    /// Who may make workspaces (and thereby accounts) without having been invited.
    public enum SignUp {
        /// Anybody who can reach the page: the embedded trial on loopback.
        OPEN,
        /// Whoever comes first, once: then it is closed.
        FIRST,
        CLOSED
    }

    public enum LogFormat {
        TEXT,
        JSON
    }

    /// Where the Tink keyset is kept.
    public sealed interface KeysetSource {

        /// A file made on the first start with mode 0600.
        record InFile(Path path) implements KeysetSource {}

        /// The keyset itself as JSON, for nodes without a disk of their own. We can not rotate what we
        /// can not write.
        record Inline(String json) implements KeysetSource {
            @Override
            public String toString() {
                return "Inline[…]";
            }
        }
    }

    /// Reads the settings, or says everything that is wrong with them.
    ///
    /// @param environment usually `System.getenv()`; only names that begin with `PATCHBAY_` are looked at
    /// @throws SettingsRefused naming every variable that is wrong
    public static Settings from(Map<String, String> environment) {
        return new SettingsReader(environment).read();
    }

    /// Whether only this machine can reach the desk.
    public boolean onLoopback() {
        return bindAddress.equals("127.0.0.1") || bindAddress.equals("::1") || bindAddress.equals("localhost");
    }

    public boolean embeddedDatabase() {
        return database.isEmpty();
    }

    /// The address that links in mails and invitations begin with: the public one, else the desk's own.
    public URI linkBase(int actualDeskPort) {
        return publicUrl.orElseGet(() -> URI.create("http://localhost:" + actualDeskPort));
    }
}
