package org.patchbay.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.patchbay.database.ServerPool;
import org.patchbay.testing.RunningServer;
import org.patchbay.testing.TestCluster;
import org.patchbay.testing.Visitor;

class BrokenDatabaseTest {

    @Test
    void withoutADatabaseCallersStayOnTheLineAndEverythingElseIsSentAgain() {
        try (RunningServer server = RunningServer.start(Map.of())) {
            UUID workspace = Visitor.owner(server, "Quill").workspaceId();
            Twilio twilio = Twilio.account(server).connectedTo(workspace);
            String root = "/api/twilio/" + workspace + "/";
            server.bean(ServerPool.class).close();

            for (String path :
                    new String[] {root + "voice?call=7", "/api/voice/inbound", root + "voice/answer", root + "webhook"
                    }) {
                HttpResponse<String> answer = twilio.post(path, twilio.form("CallSid", "CA1"));
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(answer.body())
                        .contains("<Say>We are sorry")
                        .contains("<Redirect>" + path + "#rc=3&amp;rp=5xx,ct,rt&amp;tt=15000</Redirect>");
            }
            for (String path :
                    new String[] {"sms/inbound", "sms/status", "voice/status", "voice/conference", "probe"}) {
                HttpResponse<String> answer = twilio.post(root + path, twilio.form("MessageSid", "SM1"));
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).contains("1");
                assertThat(answer.body()).doesNotContain("Hikari").doesNotContain("Exception");
            }
        }
    }

    /// What is locked is waited for, as a database is that has fallen silent.
    @Test
    void withADatabaseThatIsSilentTwilioIsAnsweredBeforeItGivesUp() throws Exception {
        try (RunningServer server = RunningServer.start(Map.of());
                Connection other = DriverManager.getConnection(
                        TestCluster.cluster().superuserUrl(TestCluster.databaseOf(server.urls())));
                Statement lock = other.createStatement()) {
            UUID workspace = Visitor.owner(server, "Quill").workspaceId();
            Twilio twilio = Twilio.account(server).connectedTo(workspace);
            String root = "/api/twilio/" + workspace + "/";
            other.setAutoCommit(false);
            lock.execute("lock table workspaces, workspace_twilio_config in access exclusive mode");

            for (int i = 0; i < 2; i++) {
                HttpResponse<String> asked = twilio.post(root + "voice", twilio.form("CallSid", "CA1"));
                assertThat(asked.statusCode()).isEqualTo(200);
                assertThat(asked.body()).contains("<Say>We are sorry").contains("<Redirect>");
            }
            other.rollback();

            assertThat(twilio.post(root + "voice", twilio.form("CallSid", "CA1"))
                            .body())
                    .doesNotContain("<Redirect>");
        }
    }
}
