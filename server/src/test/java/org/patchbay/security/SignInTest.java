package org.patchbay.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.RunningServer;
import org.patchbay.testing.Visitor;
import org.patchbay.testing.Visitor.Answer;

class SignInTest {

    private final RunningServer server = RunningServer.shared();

    @Test
    void somebodyWhoSignedUpIsOwnerOfTheirWorkspaceAndCanSignInAgain() {
        Visitor hugo = Visitor.owner(server, "Hugo Bennett");

        Answer again = new Visitor(server).post("/api/session", credentials(hugo.email(), Visitor.PASSWORD));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().at("/user/name").asString()).isEqualTo("Hugo Bennett");
        assertThat(again.json().at("/memberships/0/role").asString()).isEqualTo("owner");
        assertThat(again.json().at("/memberships/0/permissions").toString()).contains("members.manage");
    }

    @Test
    void theSessionCookieCanNotBeReadByScriptsNorSentFromOtherSites() {
        Visitor visitor = new Visitor(server);
        Answer answer = visitor.post(
                "/api/sign-up",
                Map.of("name", "A", "email", Visitor.address("a"), "password", Visitor.PASSWORD, "workspaceName", "W"));

        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("patchbay_session=")
                        .contains("HttpOnly")
                        .contains("SameSite=Strict")
                        .contains("Path=/")
                        .doesNotContain("Secure")); // loopback http
    }

    @Test
    void anUnknownAddressAndAWrongPasswordReadTheSame() {
        Visitor hugo = Visitor.owner(server, "Hugo");

        Answer wrong = new Visitor(server).post("/api/session", credentials(hugo.email(), "not the password"));
        Answer unknown =
                new Visitor(server).post("/api/session", credentials(Visitor.address("nobody"), "whatever it is"));

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.problem()).isEqualTo("sign-in-refused").isEqualTo(unknown.problem());
        assertThat(wrong.json().path("detail")).isEqualTo(unknown.json().path("detail"));
    }

    @Test
    void whoeverGuessesIsSlowedDownAndTheRightPasswordDoesNotHelpMeanwhile() {
        try (RunningServer own = RunningServer.start(Map.of())) {
            Visitor hugo = Visitor.owner(own, "Hugo");
            Visitor guesser = new Visitor(own);
            for (int i = 0; i < Throttle.FREE; i++) {
                assertThat(guesser.post("/api/session", credentials(hugo.email(), "guess number " + i))
                                .problem())
                        .isEqualTo("sign-in-refused");
            }

            Answer blocked = guesser.post("/api/session", credentials(hugo.email(), Visitor.PASSWORD));
            assertThat(blocked.status()).isEqualTo(429);
            assertThat(blocked.problem()).isEqualTo("too-many-attempts");
            assertThat(blocked.header("Retry-After")).isPresent();

            own.clock().advance(Throttle.LONGEST_DELAY);
            assertThat(guesser.post("/api/session", credentials(hugo.email(), Visitor.PASSWORD))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void signingOutEndsTheSessionForGood() {
        Visitor hugo = Visitor.owner(server, "Hugo");
        String cookie = hugo.cookie(SessionCookie.NAME).orElseThrow();

        assertThat(hugo.delete("/api/session").status()).isEqualTo(204);

        Visitor thief = new Visitor(server);
        thief.setCookie(SessionCookie.NAME, cookie);
        assertThat(thief.get("/api/session").problem()).isEqualTo("sign-in-required");
    }

    @Test
    void signingOutEverywhereEndsEverySession() {
        Visitor hugo = Visitor.owner(server, "Hugo");
        Visitor elsewhere = new Visitor(server);
        elsewhere.post("/api/session", credentials(hugo.email(), Visitor.PASSWORD));
        assertThat(elsewhere.get("/api/sessions").json().path("items")).hasSize(2);

        assertThat(hugo.delete("/api/sessions").status()).isEqualTo(204);

        assertThat(hugo.get("/api/session").status()).isEqualTo(401);
        assertThat(elsewhere.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void nobodyEndsSomebodyElsesSession() {
        Visitor hugo = Visitor.owner(server, "Hugo");
        Visitor mara = Visitor.owner(server, "Mara");
        String session = hugo.get("/api/session").json().path("id").asString();

        assertThat(mara.delete("/api/sessions/" + session).status()).isEqualTo(404);
        assertThat(hugo.get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void aSessionThatNobodyUsesEnds() {
        try (RunningServer own = RunningServer.start(Map.of())) {
            Visitor hugo = Visitor.owner(own, "Hugo");

            own.clock().advance(Sessions.IDLE.minusMinutes(5));
            assertThat(hugo.get("/api/session").status()).isEqualTo(200);
            own.clock().advance(Sessions.IDLE.minusMinutes(5)); // it was used meanwhile
            assertThat(hugo.get("/api/session").status()).isEqualTo(200);
            own.clock().advance(Sessions.IDLE.plus(Duration.ofSeconds(1)));
            assertThat(hugo.get("/api/session").status()).isEqualTo(401);
        }
    }

    @Test
    void noSessionOutlivesItsLongestTime() {
        try (RunningServer own = RunningServer.start(Map.of())) {
            Visitor hugo = Visitor.owner(own, "Hugo");
            for (Duration used = Duration.ZERO; used.compareTo(Sessions.LONGEST) < 0; used = used.plusDays(6)) {
                own.clock().advance(Duration.ofDays(6));
                hugo.raw("GET", "/api/session", null, Map.of());
            }
            assertThat(hugo.get("/api/session").status()).isEqualTo(401);
        }
    }

    @Test
    void aForgedCookieMeansNobody() {
        Visitor forger = new Visitor(server);
        forger.setCookie(SessionCookie.NAME, "x".repeat(43));
        assertThat(forger.get("/api/session").problem()).isEqualTo("sign-in-required");
        assertThat(forger.get("/api/members").problem()).isEqualTo("sign-in-required");
    }

    @Test
    void aChangeWithoutTheCsrfTokenIsRefusedAndChangesNothing() {
        Visitor hugo = Visitor.owner(server, "Hugo");

        Answer refused = hugo.raw(
                "PATCH",
                "/api/workspace",
                "{\"name\":\"Mallory's\"}",
                Map.of("Content-Type", "application/json", "X-XSRF-TOKEN", "a guess"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("csrf-token-wrong");
        assertThat(hugo.get("/api/workspace").json().path("name").asString()).isEqualTo("Hugo's team");
    }

    @Test
    void aSignInLinkWorksOnceAndForTenMinutes() {
        try (RunningServer own = RunningServer.start(Map.of())) {
            Visitor hugo = Visitor.owner(own, "Hugo");
            var userId = java.util.UUID.fromString(
                    hugo.get("/api/session").json().at("/user/id").asString());
            Accounts accounts = own.bean(Accounts.class);

            String token = accounts.signInToken(userId);
            assertThat(new Visitor(own)
                            .post("/api/session/link", Map.of("token", token))
                            .status())
                    .isEqualTo(200);
            assertThat(new Visitor(own)
                            .post("/api/session/link", Map.of("token", token))
                            .problem())
                    .isEqualTo("link-expired");

            String late = accounts.signInToken(userId);
            own.clock().advance(Duration.ofMinutes(10));
            assertThat(new Visitor(own)
                            .post("/api/session/link", Map.of("token", late))
                            .problem())
                    .isEqualTo("link-expired");
        }
    }

    @Test
    void anAddressHasOneAccount() {
        Visitor hugo = Visitor.owner(server, "Hugo");
        Answer second = new Visitor(server)
                .post(
                        "/api/sign-up",
                        Map.of(
                                "name",
                                "Impostor",
                                "email",
                                hugo.email().toUpperCase(java.util.Locale.ROOT),
                                "password",
                                "another password",
                                "workspaceName",
                                "W"));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("email-taken");
    }

    @Test
    void signUpIsClosedOnceTheFirstWorkspaceExistsUnlessItIsOpen() {
        try (RunningServer own = RunningServer.start(Map.of("PATCHBAY_SIGN_UP", "first"))) {
            assertThat(new Visitor(own)
                            .get("/api/instance")
                            .json()
                            .path("signUpOpen")
                            .asBoolean())
                    .isTrue();
            Visitor first = Visitor.owner(own, "First");
            assertThat(first.get("/api/instance").json().path("signUpOpen").asBoolean())
                    .isFalse();
            assertThat(first.post("/api/workspaces", Map.of("name", "Second")).problem())
                    .isEqualTo("sign-up-closed");
        }
    }

    private static Map<String, String> credentials(String email, String password) {
        return Map.of("email", email, "password", password);
    }
}
