package org.patchbay.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.RunningServer;
import org.patchbay.testing.Visitor;
import org.patchbay.testing.Visitor.Answer;

class PasswordsTest {

    private static final String OTHER = "another long password";

    private final RunningServer server = RunningServer.shared();

    @Test
    void whoKnowsTheirPasswordChangesItAndOtherSessionsEnd() {
        Visitor hugo = Visitor.owner(server, "Hugo");
        Visitor elsewhere = signIn(server, hugo.email(), Visitor.PASSWORD);

        Answer wrong = hugo.put("/api/profile/password", change("not the password"));
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.problem()).isEqualTo("wrong-password");
        assertThat(hugo.put("/api/profile/password", change(Visitor.PASSWORD)).status())
                .isEqualTo(204);

        assertThat(hugo.get("/api/session").status()).isEqualTo(200);
        assertThat(elsewhere.get("/api/session").status()).isEqualTo(401);
        assertThat(signIn(server, hugo.email(), OTHER).get("/api/session").status())
                .isEqualTo(200);
    }

    @Test
    void withoutMailAnAdminHandsTheLinkOver() {
        Visitor owner = Visitor.owner(server, "Owner");
        Visitor agent = owner.colleague("Agent", "agent");

        Answer made = owner.post("/api/members/" + agent.memberId() + "/password-reset", null);
        assertThat(made.json().path("mailed").asBoolean()).isFalse();
        String token = Visitor.tokenOf(made.json().path("link").asString());

        assertThat(complete(server, token).status()).isEqualTo(204);
        assertThat(agent.get("/api/session").status()).isEqualTo(401);
        assertThat(signIn(server, agent.email(), OTHER).get("/api/session").status())
                .isEqualTo(200);
        assertThat(complete(server, token).problem()).isEqualTo("link-expired");
    }

    @Test
    void anAdminCanNotTakeOverSomebodyWhoIsAMemberElsewhereToo() {
        Visitor owner = Visitor.owner(server, "Owner");
        Visitor other = Visitor.owner(server, "Other");
        String link = owner.post("/api/invitations", Map.of("email", other.email(), "role", "agent"))
                .json()
                .at("/delivery/link")
                .asString();
        assertThat(new Visitor(server)
                        .post(
                                "/api/invitations/accept",
                                Map.of("token", Visitor.tokenOf(link), "password", Visitor.PASSWORD))
                        .status())
                .isEqualTo(200);
        String memberId = owner.get("/api/members")
                .json()
                .path("items")
                .valueStream()
                .filter(member -> member.path("email").asString().equals(other.email()))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();

        assertThat(owner.post("/api/members/" + memberId + "/password-reset", null)
                        .problem())
                .isEqualTo("member-elsewhere");
    }

    @Test
    void withMailTheLinkIsMailedAndNobodyLearnsWhichAddressesAreKnown() {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try (RunningServer own = RunningServer.start(Map.of(
                "PATCHBAY_SMTP_URL",
                "smtp://127.0.0.1:" + mail.getSmtp().getPort(),
                "PATCHBAY_MAIL_FROM",
                "desk@example.com"))) {
            Visitor hugo = Visitor.owner(own, "Hugo");
            Answer known = hugo.post("/api/password-resets", Map.of("email", hugo.email()));
            Answer unknown = hugo.post("/api/password-resets", Map.of("email", Visitor.address("nobody")));
            assertThat(known.status()).isEqualTo(202).isEqualTo(unknown.status());
            assertThat(known.text()).isEqualTo(unknown.text());

            assertThat(mail.waitForIncomingEmail(Duration.ofSeconds(20).toMillis(), 1))
                    .isTrue();
            String text = com.icegreen.greenmail.util.GreenMailUtil.getBody(mail.getReceivedMessages()[0])
                    .replace("=\r\n", "")
                    .replace("=3D", "=");
            String token = text.substring(text.indexOf("#token=") + 7).strip().split("\\s", 2)[0];
            assertThat(complete(own, token).status()).isEqualTo(204);

            Answer invited = signIn(own, hugo.email(), OTHER)
                    .post("/api/invitations", Map.of("email", Visitor.address("mara"), "role", "agent"));
            assertThat(invited.json().at("/delivery/mailed").asBoolean()).isTrue();
            assertThat(invited.json().at("/delivery/link").isNull()).isTrue();
            assertThat(mail.waitForIncomingEmail(Duration.ofSeconds(20).toMillis(), 2))
                    .isTrue();
        } finally {
            mail.stop();
        }
    }

    @Test
    void aResetLinkWorksForTwoHours() {
        try (RunningServer own = RunningServer.start(Map.of())) {
            Visitor owner = Visitor.owner(own, "Owner");
            Visitor agent = owner.colleague("Agent", "agent");
            Answer made = owner.post("/api/members/" + agent.memberId() + "/password-reset", null);
            own.clock().advance(Duration.ofHours(2));
            assertThat(complete(own, Visitor.tokenOf(made.json().path("link").asString()))
                            .problem())
                    .isEqualTo("link-expired");
        }
    }

    @Test
    void aShortPasswordIsRefusedAtItsField() {
        Answer answer = new Visitor(server)
                .post(
                        "/api/sign-up",
                        Map.of("name", "A", "email", Visitor.address("a"), "password", "short", "workspaceName", "W"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("password");
        assertThat(answer.text()).doesNotContain("\"short\"");
    }

    private static Visitor signIn(RunningServer server, String email, String password) {
        Visitor visitor = new Visitor(server);
        visitor.post("/api/session", Map.of("email", email, "password", password));
        return visitor;
    }

    private static Answer complete(RunningServer server, String token) {
        return new Visitor(server).post("/api/password-resets/complete", Map.of("token", token, "password", OTHER));
    }

    private static Map<String, String> change(String current) {
        return Map.of("currentPassword", current, "newPassword", OTHER);
    }
}
