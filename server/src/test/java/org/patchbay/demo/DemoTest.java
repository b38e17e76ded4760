package org.patchbay.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Problem;
import org.patchbay.kernel.access.Role;
import org.patchbay.security.Accounts;
import org.patchbay.security.AuditLog;
import org.patchbay.security.SignUps;
import org.patchbay.testing.RunningServer;
import org.patchbay.workspaces.Member;
import org.patchbay.workspaces.Members;
import org.patchbay.workspaces.Membership;
import org.patchbay.workspaces.People;
import org.patchbay.workspaces.User;
import tools.jackson.databind.json.JsonMapper;

class DemoTest {

    @TempDir
    private Path data;

    private RunningServer server;
    private DemoWorkspace workspace;
    private Path run;

    /// Without the setting: the tests take its parts in hand themselves.
    @BeforeEach
    void start() {
        server = RunningServer.start(Map.of("PATCHBAY_DATA_DIR", data.toString()));
        workspace = server.bean(DemoWorkspace.class);
        run = data.resolve("run");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theWorkspaceIsMadeOnceThroughTheOrdinaryDoors() {
        workspace.make();
        workspace.make();

        assertThat(members())
                .extracting(Member::name, Member::role)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Hugo Bennett", Role.OWNER),
                        org.assertj.core.groups.Tuple.tuple("Mara Dunne", Role.AGENT),
                        org.assertj.core.groups.Tuple.tuple("Jonah Reyes", Role.AGENT));
        assertThat(actions())
                .containsExactlyInAnyOrder(
                        "workspace.created", "member.invited", "member.joined", "member.invited", "member.joined");
    }

    @Test
    void whatAKilledStartHalfMadeIsGoneOnWith() {
        server.bean(SignUps.class)
                .found(new SignUps.NewOwner(
                        DemoPerson.OWNER.name(), DemoPerson.OWNER.email(), "nobody knows it", "Quillmere", "GB", null));

        workspace.make();

        assertThat(members()).hasSize(3);
    }

    @Test
    void eachLinkSignsInOnceAndNewLinksEndTheOldOnes() throws IOException {
        workspace.make();
        DemoLinks links = server.bean(DemoLinks.class);
        links.write();
        List<String> first = tokens();
        links.write();
        List<String> second = tokens();

        assertThat(signIn(second.getFirst())).isEqualTo("Hugo Bennett");
        assertThat(signIn(second.getLast())).isEqualTo("Jonah Reyes");
        assertThatThrownBy(() -> signIn(second.getFirst())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> signIn(first.getFirst())).isInstanceOf(Problem.class);
    }

    @Test
    void whoAsksForLinksGetsNewOnes() throws IOException {
        workspace.make();
        server.bean(DemoLinks.class).write();
        List<String> before = tokens();
        LinkRequests requests = server.bean(LinkRequests.class);

        requests.answer();
        assertThat(tokens()).isEqualTo(before);

        Files.createFile(run.resolve("links.wanted"));
        requests.answer();
        assertThat(tokens()).hasSize(3).doesNotContainAnyElementsOf(before);
        assertThat(run.resolve("links.wanted")).doesNotExist();
    }

    private String signIn(String token) {
        return server.bean(Accounts.class)
                .signInByLink(token, new Accounts.Client("127.0.0.1", null))
                .user()
                .name();
    }

    private List<String> tokens() throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(run.resolve("links.json")))
                .get("links")
                .valueStream()
                .map(link -> URI.create(link.get("link").stringValue()).getFragment())
                .map(fragment -> fragment.substring("token=".length()))
                .toList();
    }

    private List<Member> members() {
        return Tenancy.asWorkspace(
                workspaceId(), () -> server.bean(Members.class).page(null, 50).items());
    }

    private List<String> actions() {
        return Tenancy.asWorkspace(
                workspaceId(),
                () -> server.bean(AuditLog.class).page(null, 50, null, null).items().stream()
                        .map(entry -> entry.action())
                        .toList());
    }

    private UUID workspaceId() {
        User owner = workspace.find(DemoPerson.OWNER).orElseThrow();
        List<Membership> memberships = Tenancy.globally(() -> server.bean(Transactions.class)
                .read(() -> server.bean(People.class).memberships(owner.id())));
        assertThat(memberships).hasSize(1);
        return memberships.getFirst().workspace().id();
    }
}
