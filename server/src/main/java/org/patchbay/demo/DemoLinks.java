package org.patchbay.demo;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.patchbay.kernel.settings.Settings;
import org.patchbay.launch.PrivateFile;
import org.patchbay.security.Accounts;
import org.patchbay.workspaces.Links;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes links that sign in as the demonstration's people, once each and for ten minutes, to
/// `run/links.json` in the data directory. Who may read that file may read the database's passwords too.
@Component
class DemoLinks {

    /// @param role as in the API
    record Link(String name, String role, String link) {}

    record Written(Instant at, List<Link> links) {}

    private final DemoWorkspace workspace;
    private final Accounts accounts;
    private final Links links;
    private final JsonMapper json;
    private final Clock clock;
    private final PrivateFile file;

    DemoLinks(
            DemoWorkspace workspace, Accounts accounts, Links links, JsonMapper json, Clock clock, Settings settings) {
        this.workspace = workspace;
        this.accounts = accounts;
        this.links = links;
        this.json = json;
        this.clock = clock;
        this.file = new PrivateFile(settings.dataDir().resolve("run").resolve("links.json"));
    }

    /// Makes new links; those made before stop working.
    void write() throws IOException {
        List<Link> fresh = Stream.concat(Stream.of(DemoPerson.OWNER), DemoPerson.AGENTS.stream())
                .flatMap(this::link)
                .toList();
        file.write(json.writeValueAsString(new Written(clock.instant(), fresh)) + "\n");
    }

    private Stream<Link> link(DemoPerson person) {
        return workspace.find(person).stream()
                .map(user ->
                        new Link(user.name(), person.role().code(), links.signIn(accounts.signInToken(user.id()))));
    }
}
