package org.patchbay.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.Eventually;
import org.patchbay.testing.RunningServer;
import org.patchbay.testing.Visitor;
import org.patchbay.twilio.TwilioConfigs;

/// Two workspaces on one Twilio account, and addresses that name neither.
class WhoseDeliveryTest {

    private static final String PATH = "/api/twilio/webhook";

    private final RunningServer server = RunningServer.shared();
    private final Visitor one = Visitor.owner(server, "One");
    private final Visitor two = Visitor.owner(server, "Two");
    private final Twilio twilio = Twilio.account(server).connectedTo(one.workspaceId());

    @Test
    void theOnlyWorkspaceOfAnAccountIsMeant() {
        assertThat(text("SM1", "To", "+15005550199").statusCode()).isEqualTo(200);
        assertThat(texts(one)).isEqualTo(1);
    }

    @Test
    void aNumberTellsTwoApart() {
        twilio.connectedTo(two.workspaceId());
        twilio.number(one.workspaceId(), "+15005550101");
        twilio.number(two.workspaceId(), "+15005550102");

        assertThat(text("SM1", "To", "+15005550102").statusCode()).isEqualTo(200);
        assertThat(texts(one)).isZero();
        assertThat(texts(two)).isEqualTo(1);
    }

    @Test
    void theAppCountsMoreThanTheNumber() {
        twilio.connectedTo(two.workspaceId());
        twilio.number(one.workspaceId(), "+15005550103");
        String app = "AP" + two.workspaceId().toString().replace("-", "");
        Twilio.inside(two.workspaceId(), () -> server.bean(TwilioConfigs.class).keepApp(app));

        assertThat(text("SM1", "To", "+15005550103", "ApplicationSid", app).statusCode())
                .isEqualTo(200);
        assertThat(texts(two)).isEqualTo(1);
    }

    @Test
    void whatTellsNeitherIsRefused() {
        twilio.connectedTo(two.workspaceId());

        assertThat(text("SM1", "To", "+15005550104").headers().firstValue("Patchbay-Refused"))
                .contains("unknown-account");
        assertThat(texts(one) + texts(two)).isZero();
    }

    /// It has the account's token, so only the path keeps the two apart; Twilio signs that too.
    @Test
    void aPathDecidesBetweenTwoOnOneAccount() {
        twilio.connectedTo(two.workspaceId());
        twilio.number(one.workspaceId(), "+15005550105");

        twilio.post(at(two.workspaceId()), twilio.form("MessageSid", "SM1", "To", "+15005550105"));

        assertThat(texts(one)).isZero();
        assertThat(texts(two)).isEqualTo(1);
    }

    /// PostgreSQL takes no NUL: whoever is not Twilio must not make an error of ours with one.
    @Test
    void anAppThatIsNoneIsARefusalAndNoFault() {
        for (String name : List.of("ApplicationSid", "To", "From", "MessageSid")) {
            HttpResponse<String> answer = twilio.forged().post(PATH, twilio.form(name, "AP\0", "CallSid", "CA1"));
            assertThat(answer.statusCode()).as(name).isEqualTo(403);
        }
    }

    @Test
    void aForgedOneIsCountedForTheWorkspaceThatItWasMeantFor() {
        assertThat(twilio.forged().post(PATH, twilio.form("MessageSid", "SM1")).statusCode())
                .isEqualTo(403);

        Eventually.until(
                "it is shown",
                () -> one.get("/api/twilio/deliveries")
                        .json()
                        .path("rejected")
                        .valueStream()
                        .anyMatch(rejected -> rejected.path("reason").asString().equals("wrong-token")
                                && rejected.path("path").asString().equals(PATH)));
    }

    private static String at(UUID workspace) {
        return "/api/twilio/" + workspace + "/sms/inbound";
    }

    private HttpResponse<String> text(String sid, String... pairs) {
        Map<String, String> form = twilio.form(pairs);
        form.put("MessageSid", sid);
        return twilio.post(PATH, form);
    }

    private static int texts(Visitor visitor) {
        return visitor.get("/api/messages").json().path("items").size();
    }
}
