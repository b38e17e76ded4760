package org.patchbay.systemtests.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.systemtests.run.Launcher.Called;

class RefusalsTest {

    private final Launcher launcher = new Launcher();

    @AfterEach
    void clear() {
        launcher.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCHBAY_DESK_PORT", "PATCHBAY_MANAGEMENT_PORT"})
    void aTakenPortIsToldWithTheSettingThatChangesIt(String setting) throws IOException {
        int port = Integer.parseInt(launcher.setting(setting));
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            Called run = launcher.call();

            assertThat(run.ended()).isEqualTo(1);
            assertThat(run.said()).contains("Port " + taken.getLocalPort() + " is taken", setting + "=");
            assertThat(launcher.data()).doesNotExist();
        }
    }

    @Test
    void everyMistakeInTheSettingsIsToldAtOnce() {
        Called run = launcher.call(Map.of(
                "PATCHBAY_DESK_PORT", "soon",
                "PATCHBAY_SIGN_UP", "sometimes",
                "PATCHBAY_DATABSE_URL", "postgres://somebody:secret@db/desk"));

        assertThat(run.ended()).isEqualTo(1);
        assertThat(run.said())
                .contains("PATCHBAY_DESK_PORT must be", "PATCHBAY_SIGN_UP must be", "PATCHBAY_DATABSE_URL is not")
                .doesNotContain("secret");
    }

    @Test
    void aDirectoryThatIsNoJdkIsNotTakenForOne() {
        Called run = launcher.call(Map.of("PATCHBAY_JAVA_HOME", launcher.data().toString()));

        assertThat(run.ended()).isEqualTo(1);
        assertThat(run.said()).contains("is not a JDK 25");
    }

    @Test
    void whatIsNotThereIsToldWithWhatIs() {
        Called run = launcher.call("--chekc");

        assertThat(run.ended()).isEqualTo(1);
        assertThat(run.said()).contains("no ./run --chekc", "--help");
    }

    @Test
    void linksOfNothingAreRefused() {
        Called links = launcher.call("links");

        assertThat(links.ended()).isEqualTo(1);
        assertThat(links.said()).contains("does not run");
    }

    @Test
    void aResetDeletesWhatPatchbayMadeAndNothingElse() throws IOException {
        Files.createDirectories(launcher.data().resolve("postgres/data"));
        Files.writeString(launcher.data().resolve("keyset.json"), "{}");
        Files.writeString(launcher.data().resolve("holiday.jpg"), "not ours");

        Called unsure = launcher.call("--reset");
        assertThat(unsure.ended()).isEqualTo(1);
        assertThat(launcher.data().resolve("keyset.json")).exists();

        Called sure = launcher.call("--reset", "--yes");
        assertThat(sure.ended()).isZero();
        assertThat(launcher.data()).isDirectoryNotContaining("glob:**/{keyset.json,postgres}");
        assertThat(launcher.data().resolve("holiday.jpg")).exists();
    }
}
