package org.patchbay.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.patchbay.kernel.settings.Settings;
import org.patchbay.testing.TestCluster;

class MultiHostTest {

    @Test
    void theSecondHostIsUsedWhenTheFirstIsDead() throws IOException {
        String alive = TestCluster.scratch().server();
        String credentials = alive.substring(alive.indexOf("user=") + 5).replace("&password=", ":");
        String place = alive.substring(alive.indexOf("127.0.0.1"), alive.indexOf('?'));
        String url = "postgres://" + credentials + "@127.0.0.1:" + deadPort() + "," + place;

        Settings settings = Settings.from(Map.of("PATCHBAY_DATABASE_URL", url, "PATCHBAY_DATABASE_INGEST_URL", url));

        try (TestDatabase database = TestDatabase.at(settings.database().orElseThrow())) {
            UUID workspace = database.workspace();
            assertThat(Tenancy.<String, RuntimeException>asWorkspace(
                            workspace,
                            () -> database.transactions()
                                    .read(() -> database.jdbc()
                                            .sql("select name from workspaces")
                                            .query(String.class)
                                            .single())))
                    .isEqualTo("Acme");
        }
    }

    private static int deadPort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
