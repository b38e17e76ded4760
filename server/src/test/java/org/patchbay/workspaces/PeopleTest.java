package org.patchbay.workspaces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.RunningServer;
import org.patchbay.testing.Visitor;
import org.patchbay.testing.Visitor.Answer;

class PeopleTest {

    private final RunningServer server = RunningServer.shared();
    private final Visitor owner = Visitor.owner(server, "Olga Owner");

    @Test
    void anInvitationShowsWhatItIsBeforeItIsAccepted() {
        Answer invited = invite("agent", Visitor.address("mara"));
        Answer preview = new Visitor(server).post("/api/invitations/look-up", Map.of("token", token(invited)));

        assertThat(preview.json().path("workspaceName").asString()).isEqualTo("Olga Owner's team");
        assertThat(preview.json().path("invitedBy").asString()).isEqualTo("Olga Owner");
        assertThat(preview.json().path("role").asString()).isEqualTo("agent");
        assertThat(preview.json().path("accountExists").asBoolean()).isFalse();
    }

    @Test
    void anInvitationWorksOnceEvenForTwoAtTheSameMoment() throws Exception {
        String token = token(invite("agent", Visitor.address("mara")));
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Integer>> attempts = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                Visitor visitor = new Visitor(server);
                visitor.get("/api/instance");
                attempts.add(threads.submit(() -> {
                    go.await();
                    return accept(visitor, token).status();
                }));
            }
            go.countDown();
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> attempt : attempts) {
                answers.add(attempt.get());
            }
            assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
            assertThat(answers).allMatch(status -> status == 200 || status == 401 || status == 409);
        }
        assertThat(owner.get("/api/members").json().path("items")).hasSize(2);
    }

    @Test
    void aWithdrawnOrRenewedLinkStopsWorking() {
        Answer invited = invite("agent", Visitor.address("mara"));
        String id = invited.json().at("/invitation/id").asString();
        Answer renewed = owner.post("/api/invitations/" + id + "/renew", null);
        assertThat(accept(new Visitor(server), token(invited)).problem()).isEqualTo("link-expired");

        assertThat(owner.delete("/api/invitations/" + id).status()).isEqualTo(204);
        assertThat(accept(new Visitor(server), token(renewed)).problem()).isEqualTo("link-expired");
    }

    @Test
    void anInvitationIsGoodForAWeek() {
        try (RunningServer own = RunningServer.start(Map.of())) {
            Visitor host = Visitor.owner(own, "Host");
            Answer invited = host.post("/api/invitations", Map.of("email", "late@example.com", "role", "agent"));
            own.clock().advance(Duration.ofDays(7));
            assertThat(accept(new Visitor(own), token(invited)).problem()).isEqualTo("link-expired");

            Visitor again = new Visitor(own);
            again.post("/api/session", Map.of("email", host.email(), "password", Visitor.PASSWORD));
            assertThat(again.post("/api/invitations", Map.of("email", "late@example.com", "role", "agent"))
                            .status())
                    .as("an expired invitation does not stand in the way of a new one")
                    .isEqualTo(201);
        }
    }

    @Test
    void anAddressIsInvitedOnceAndMembersNotAtAll() {
        String address = Visitor.address("mara");
        invite("agent", address);
        assertThat(invite("agent", address.toUpperCase(java.util.Locale.ROOT)).problem())
                .isEqualTo("already-invited");
        assertThat(invite("agent", owner.email()).problem()).isEqualTo("already-member");
    }

    @Test
    void nobodyReachesAboveThemselves() {
        Visitor admin = owner.colleague("Admin", "admin");
        assertThat(admin.post("/api/invitations", Map.of("email", Visitor.address("x"), "role", "owner"))
                        .problem())
                .isEqualTo("forbidden");
        assertThat(admin.patch("/api/members/" + owner.memberId(), Map.of("role", "agent"))
                        .problem())
                .isEqualTo("forbidden");
        assertThat(admin.patch("/api/members/" + admin.memberId(), Map.of("role", "owner"))
                        .problem())
                .isEqualTo("forbidden");
        assertThat(admin.delete("/api/members/" + owner.memberId()).problem()).isEqualTo("forbidden");
        assertThat(admin.post("/api/members/" + owner.memberId() + "/password-reset", null)
                        .problem())
                .isEqualTo("forbidden");
    }

    @Test
    void agentsAndSupervisorsSeePeopleButManageNobody() {
        for (String role : List.of("agent", "supervisor")) {
            Visitor member = owner.colleague("A " + role, role);
            assertThat(member.get("/api/members").status()).isEqualTo(200);
            assertThat(member.get("/api/invitations").problem()).isEqualTo("forbidden");
            assertThat(member.get("/api/api-keys").problem()).isEqualTo("forbidden");
            assertThat(member.get("/api/audit-log").problem()).isEqualTo("forbidden");
            assertThat(member.patch("/api/workspace", Map.of("name", "Mine")).problem())
                    .isEqualTo("forbidden");
            assertThat(member.delete("/api/members/" + owner.memberId()).problem())
                    .isEqualTo("forbidden");
        }
    }

    @Test
    void aWorkspaceKeepsAnOwnerEvenWhenTwoStepDownAtOnce() throws Exception {
        Visitor second = owner.colleague("Second", "owner");
        String mine = "/api/members/" + owner.memberId();
        String theirs = "/api/members/" + second.memberId();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> one = threads.submit(() -> owner.patch(mine, Map.of("role", "agent")));
            Future<Answer> two = threads.submit(() -> second.patch(theirs, Map.of("role", "agent")));
            assertThat(List.of(one.get().status(), two.get().status())).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void somebodyRemovedIsOutAtOnceButKeepsTheirAccount() {
        Visitor agent = owner.colleague("Agent", "agent");
        assertThat(owner.delete("/api/members/" + agent.memberId()).status()).isEqualTo(204);

        assertThat(agent.get("/api/members").status()).isEqualTo(404);
        assertThat(agent.get("/api/session").json().path("memberships")).isEmpty();
        assertThat(owner.get("/api/members").json().path("items")).hasSize(1);
    }

    @Test
    void membersAreListedByNamePageByPage() {
        for (String name : List.of("berta", "Anton", "Émile", "carla", "Anton")) {
            owner.colleague(name, "agent");
        }
        List<String> names = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = owner.get("/api/members?limit=2" + cursor);
            page.json()
                    .path("items")
                    .forEach(member -> names.add(member.path("name").asString()));
            cursor = page.json().path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.json().path("nextCursor").asString();
        } while (!cursor.isEmpty());
        assertThat(names).containsExactly("Anton", "Anton", "berta", "carla", "Olga Owner", "Émile");
    }

    @Test
    void aNewNameAndLanguageAreKept() {
        Answer changed = owner.patch("/api/profile", Map.of("name", "Olga Neumann", "language", "de"));
        assertThat(changed.json().path("name").asString()).isEqualTo("Olga Neumann");
        assertThat(owner.get("/api/session").json().at("/user/language").asString())
                .isEqualTo("de");
        assertThat(owner.patch("/api/profile", Map.of("language", "tlh")).problem())
                .isEqualTo("invalid");
    }

    private Answer invite(String role, String email) {
        return owner.post("/api/invitations", Map.of("email", email, "role", role));
    }

    private static String token(Answer invited) {
        return Visitor.tokenOf(invited.json().at("/delivery/link").asString());
    }

    private static Answer accept(Visitor visitor, String token) {
        return visitor.post(
                "/api/invitations/accept", Map.of("token", token, "name", "Mara", "password", Visitor.PASSWORD));
    }
}
