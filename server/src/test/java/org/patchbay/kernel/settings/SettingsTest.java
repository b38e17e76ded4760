package org.patchbay.kernel.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.patchbay.kernel.settings.Settings.KeysetSource;
import org.patchbay.kernel.settings.Settings.LogFormat;
import org.patchbay.kernel.settings.Settings.SignUp;

class SettingsTest {

    private static final String SECRET = "hunter2-hunter2";

    /// Every variable that can be wrong, wrong in a way that holds a secret.
    private static final Map<String, String> ALL_WRONG = Map.ofEntries(
            Map.entry("PATCHBAY_DESK_PORT", SECRET),
            Map.entry("PATCHBAY_MANAGEMENT_PORT", "70000"),
            Map.entry("PATCHBAY_PUBLIC_URL", "ftp://" + SECRET),
            Map.entry("PATCHBAY_DESK_ORIGINS", "https://fine.example, " + SECRET),
            Map.entry("PATCHBAY_DATABASE_URL", "mysql://u:" + SECRET + "@db/desk"),
            Map.entry("PATCHBAY_DATABASE_OWNER_URL", SECRET),
            Map.entry("PATCHBAY_DATABASE_INGEST_URL", SECRET),
            Map.entry("PATCHBAY_DATABASE_POOL_SIZE", "1"),
            Map.entry("PATCHBAY_SMTP_URL", "smtp://u:" + SECRET + "@ho st"),
            Map.entry("PATCHBAY_SIGN_UP", SECRET),
            Map.entry("PATCHBAY_BEHIND_PROXY", SECRET),
            Map.entry("PATCHBAY_SIMULATOR_URL", SECRET),
            Map.entry("PATCHBAY_LOG_FORMAT", SECRET),
            Map.entry("PATCHBAY_DATABSE_URL", SECRET));

    @Test
    void withNothingSetTheEmbeddedTrialStarts() {
        Settings settings = Settings.from(Map.of("HOME", "/home/somebody"));

        assertThat(settings.dataDir()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.onLoopback()).isTrue();
        assertThat(settings.deskPort()).isEqualTo(8080);
        assertThat(settings.managementPort()).isEqualTo(8081);
        assertThat(settings.embeddedDatabase()).isTrue();
        assertThat(settings.keyset())
                .isEqualTo(new KeysetSource.InFile(settings.dataDir().resolve("keyset.json")));
        assertThat(settings.signUp()).isEqualTo(SignUp.OPEN);
        assertThat(settings.simulatorUrl()).contains(URI.create("http://127.0.0.1:8090"));
        assertThat(settings.deskOrigins()).containsExactlyInAnyOrder("http://localhost:8080", "http://127.0.0.1:8080");
        assertThat(settings.logFormat()).isEqualTo(LogFormat.TEXT);
        assertThat(settings.mail()).isEmpty();
        assertThat(settings.linkBase(4711)).isEqualTo(URI.create("http://localhost:4711"));
    }

    @Test
    void withADatabaseOfOnesOwnNothingIsOpenToEverybody() {
        Settings settings = Settings.from(Map.of(
                "PATCHBAY_DATABASE_URL", "postgres://u:p@db/desk",
                "PATCHBAY_DATABASE_INGEST_URL", "postgres://i:p@db/desk",
                "PATCHBAY_PUBLIC_URL", "https://desk.example.com/"));

        assertThat(settings.signUp()).isEqualTo(SignUp.FIRST);
        assertThat(settings.simulatorUrl()).isEmpty();
        assertThat(settings.deskOrigins()).contains("https://desk.example.com");
        assertThat(settings.linkBase(1)).isEqualTo(URI.create("https://desk.example.com"));
    }

    @Test
    void allMistakesAreToldAtOnceAndByName() {
        SettingsRefused refused = refusal(ALL_WRONG);

        assertThat(ALL_WRONG.keySet())
                .allSatisfy(name -> assertThat(refused.mistakes()).anyMatch(mistake -> mistake.startsWith(name + " ")));
        assertThat(refused.mistakes()).allMatch(mistake -> mistake.endsWith("."));
    }

    @Test
    void noMistakeRepeatsTheValue() {
        assertThat(refusal(ALL_WRONG).getMessage()).doesNotContain(SECRET).doesNotContain("70000");
    }

    @Test
    void aNameThatPatchbayDoesNotKnowIsAMistake() {
        assertThat(refusal(Map.of("PATCHBAY_DATABSE_URL", "x")).mistakes())
                .containsExactly("PATCHBAY_DATABSE_URL is not a setting of Patchbay.");
    }

    @Test
    void theSimulatorsSettingsMayStandBesideOurs() {
        Settings.from(Map.of("PATCHBAY_SIMULATOR_PORT", "8090", "PATCHBAY_SIMULATOR_MEDIA_PORT", "8091"));
    }

    @Test
    void settingsThatNeedEachOtherSaySo() {
        assertThat(refusal(Map.of("PATCHBAY_DATABASE_OWNER_URL", "postgres://o@db/desk"))
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith("PATCHBAY_DATABASE_URL must be set");
        assertThat(refusal(Map.of("PATCHBAY_DATABASE_URL", "postgres://u@db/desk"))
                        .mistakes())
                .containsExactly("PATCHBAY_DATABASE_INGEST_URL must be set when PATCHBAY_DATABASE_URL is.");
        assertThat(refusal(Map.of("PATCHBAY_SMTP_URL", "smtp://mail")).mistakes())
                .singleElement()
                .asString()
                .startsWith("PATCHBAY_MAIL_FROM must be set");
        assertThat(refusal(Map.of("PATCHBAY_DESK_PORT", "9000", "PATCHBAY_MANAGEMENT_PORT", "9000"))
                        .mistakes())
                .containsExactly("PATCHBAY_MANAGEMENT_PORT must differ from PATCHBAY_DESK_PORT.");
    }

    @Test
    void anEmptyVariableIsAsGoodAsNone() {
        Map<String, String> empty = new HashMap<>();
        ALL_WRONG.keySet().stream()
                .filter(name -> !name.equals("PATCHBAY_DATABSE_URL"))
                .forEach(name -> empty.put(name, " "));

        assertThat(Settings.from(empty)).isEqualTo(Settings.from(Map.of()));
    }

    @Test
    void settingsNeverShowTheirSecrets() {
        Settings settings = Settings.from(Map.of(
                "PATCHBAY_DATABASE_URL", "postgres://u:" + SECRET + "@db/desk",
                "PATCHBAY_DATABASE_OWNER_URL", "postgres://o:" + SECRET + "@db/desk",
                "PATCHBAY_DATABASE_INGEST_URL", "postgres://i:" + SECRET + "@db/desk",
                "PATCHBAY_SMTP_URL", "smtps://u:" + SECRET + "@mail",
                "PATCHBAY_MAIL_FROM", "desk@example.com",
                "PATCHBAY_ENCRYPTION_KEYSET", "{\"key\":\"" + SECRET + "\"}"));

        assertThat(settings.toString()).doesNotContain(SECRET);
        assertThat(settings.keyset()).isInstanceOf(KeysetSource.Inline.class);
        assertThat(settings.mail().orElseThrow())
                .isEqualTo(new MailServer(
                        "mail",
                        465,
                        true,
                        java.util.Optional.of("u"),
                        java.util.Optional.of(SECRET),
                        "desk@example.com"));
    }

    @Test
    void originsAreKeptWithoutATrailingSlash() {
        assertThat(Settings.from(Map.of("PATCHBAY_DESK_ORIGINS", "https://a.example/, http://b.example:81"))
                        .deskOrigins())
                .containsAll(List.of("https://a.example", "http://b.example:81"));
    }

    private static SettingsRefused refusal(Map<String, String> environment) {
        return catchThrowableOfType(SettingsRefused.class, () -> Settings.from(environment));
    }
}
