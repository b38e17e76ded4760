package org.patchbay.systemtests.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.twilio.jwt.accesstoken.AccessToken;
import com.twilio.jwt.accesstoken.VoiceGrant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.patchbay.systemtests.calls.Practice;
import org.patchbay.twilio.TwilioCredentials.ApiKey;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Gives a page tokens that live for seconds where the server's live for an hour; otherwise they are the same, and
/// the simulator ends them as Twilio does.
final class ShortTokens {

    private static final Duration LIFE = Duration.ofSeconds(10);

    /// The simulator looks each second for tokens that are over.
    private static final Duration TO_BE_NOTICED = Duration.ofSeconds(2);

    private final ApiKey key;
    private final String account;
    private final String application;
    private final List<Instant> ends = new ArrayList<>();

    private ShortTokens(Practice practice) {
        account = practice.login().sid();
        key = practice.login()
                .at(practice.installation().simulator().url())
                .keys()
                .create("Short tokens");
        application = practice.application();
    }

    /// From now on, in this page.
    static ShortTokens of(Practice practice, Page page) {
        ShortTokens tokens = new ShortTokens(practice);
        page.route("**/api/voice/token", tokens::answer);
        return tokens;
    }

    /// Whether the first is of no use any more, and the page has another.
    boolean areRenewed() {
        return ends.size() > 1 && ends.getFirst().plus(TO_BE_NOTICED).isBefore(Instant.now());
    }

    private void answer(Route route) {
        ObjectNode body =
                (ObjectNode) JsonMapper.shared().readTree(route.fetch().text());
        Instant now = Instant.now();
        AccessToken token = new AccessToken.Builder(
                        account, key.sid(), key.secret().getBytes(UTF_8))
                .identity(body.path("identity").asString())
                .ttl((int) LIFE.toSeconds())
                .grant(new VoiceGrant().setIncomingAllow(true).setOutgoingApplicationSid(application))
                .build();
        ends.add(now.plus(LIFE));
        body.put("token", token.toJwt()).put("expiresAt", now.plus(LIFE).toString());
        route.fulfill(new Route.FulfillOptions()
                .setStatus(200)
                .setContentType("application/json")
                .setBody(body.toString()));
    }
}
