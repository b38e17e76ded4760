package org.patchbay.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.RunningServer;
import org.patchbay.testing.TestCluster;
import org.patchbay.testing.Visitor;

class ShutdownTest {

    @Test
    void whatWasCountedInTheLastSecondIsWrittenWhenTheServerStops() {
        RunningServer server = RunningServer.start(Map.of());
        UUID workspace = Visitor.owner(server, "Quill").workspaceId();
        Twilio twilio = Twilio.account(server).connectedTo(workspace);
        for (int i = 0; i < 5; i++) {
            twilio.forged().post("/api/twilio/" + workspace + "/voice", twilio.form());
        }
        server.close();

        assertThat(TestCluster.dump(server.urls(), "webhook_deliveries"))
                .contains("wrong-token")
                .contains(",5,");
    }
}
