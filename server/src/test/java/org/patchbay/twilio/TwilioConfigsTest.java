package org.patchbay.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.database.Tenancy;
import org.patchbay.database.TestDatabase;
import org.patchbay.kernel.Problem;
import org.patchbay.secrets.TestSecrets;
import org.patchbay.twilio.TwilioCredentials.ApiKey;

class TwilioConfigsTest {

    private static final TwilioCredentials FULL = new TwilioCredentials(
            "AC00000000000000000000000000000001",
            "primary-hunter2",
            Optional.of("secondary-hunter2"),
            Optional.of(new ApiKey("SK00000000000000000000000000000001", "key-hunter2")));
    private static final TwilioCredentials PLAIN = new TwilioCredentials(
            "AC00000000000000000000000000000002", "other-hunter2", Optional.empty(), Optional.empty());

    private static final TwilioAccount.Info INFO =
            new TwilioAccount.Info(PLAIN.accountSid(), "Quillmere", TwilioAccount.Status.ACTIVE, false);

    @TempDir
    private Path directory;

    private static final TestDatabase DATABASE = TestDatabase.scratch();

    private final TestDatabase database = DATABASE;
    private TestSecrets secrets;
    private TwilioConfigs store;
    private UUID ours;
    private UUID theirs;

    @BeforeEach
    void twoWorkspaces() throws SQLException {
        asSuperuser("truncate workspaces cascade");
        secrets = TestSecrets.in(database, directory.resolve("keyset.json"));
        store = new TwilioConfigs(database.jdbc(), database.transactions(), secrets.secrets());
        ours = database.workspace();
        theirs = database.workspace();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void whatIsSavedIsFoundAgainInItsWorkspaceOnly() {
        save(ours, FULL);

        assertThat(find(ours)).contains(FULL);
        assertThat(find(theirs)).isEmpty();
    }

    @Test
    void connectingAgainTellsAnotherTokenAndKeepsWhatWeMade() {
        save(ours, FULL);
        save(ours, new TwilioCredentials(FULL.accountSid(), PLAIN.authToken(), Optional.empty(), Optional.empty()));

        assertThat(find(ours).orElseThrow().authToken()).isEqualTo(PLAIN.authToken());
        assertThat(find(ours).orElseThrow().apiKey()).isEqualTo(FULL.apiKey());
    }

    @Test
    void anotherAccountIsNotConnectedOverTheOneThatIs() {
        save(ours, FULL);
        save(ours, PLAIN);

        assertThat(find(ours)).contains(FULL);
    }

    @Test
    void aReplacedTokenSignsForAWhileLonger() {
        save(ours, PLAIN);
        TwilioConfig before = config(ours).orElseThrow();
        Instant now = Instant.parse("2026-11-21T10:00:00Z");
        Tenancy.asWorkspace(ours, () -> {
            store.replaceToken(before, "newer-hunter2", now.plusSeconds(60));
            return true;
        });

        TwilioConfig after = config(ours).orElseThrow();
        assertThat(after.signingTokens(now)).containsExactly("newer-hunter2", PLAIN.authToken());
        assertThat(after.signingTokens(now.plusSeconds(60))).containsExactly("newer-hunter2");
    }

    /// Twilio may promote it before we know that it has.
    @Test
    void aTokenThatIsAboutToBePromotedSignsToo() {
        save(ours, FULL);

        assertThat(config(ours).orElseThrow().signingTokens(Instant.now()))
                .containsExactly(FULL.authToken(), FULL.secondaryAuthToken().orElseThrow());
    }

    @Test
    void deletedCredentialsAreGone() {
        save(ours, FULL);
        save(theirs, PLAIN);

        assertThat(Tenancy.<Boolean, RuntimeException>asWorkspace(ours, store::delete))
                .isTrue();
        assertThat(Tenancy.<Boolean, RuntimeException>asWorkspace(ours, store::delete))
                .isFalse();
        assertThat(find(ours)).isEmpty();
        assertThat(find(theirs)).contains(PLAIN);
    }

    @Test
    void theCiphertextOfOneWorkspaceDoesNotDecryptInAnother() throws SQLException {
        save(ours, FULL);
        save(theirs, PLAIN);
        asSuperuser("""
                update workspace_twilio_config mine set auth_token = yours.auth_token
                from workspace_twilio_config yours
                where mine.workspace_id = '%s' and yours.workspace_id = '%s'""".formatted(theirs, ours));

        assertThatThrownBy(() -> find(theirs)).satisfies(TwilioConfigsTest::isUnreadable);
    }

    @Test
    void theCiphertextOfOneColumnDoesNotDecryptInAnother() throws SQLException {
        save(ours, FULL);
        asSuperuser("update workspace_twilio_config set auth_token = secondary_auth_token");

        assertThatThrownBy(() -> find(ours)).satisfies(TwilioConfigsTest::isUnreadable);
    }

    private static void isUnreadable(Throwable failed) {
        assertThat(failed)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(TwilioProblems.CREDENTIALS_UNREADABLE));
    }

    @Test
    void aRotationReencryptsThem() throws SQLException {
        save(ours, FULL);
        save(theirs, PLAIN);
        List<String> before = stored();
        List<String> said = new ArrayList<>();

        assertThat(secrets.rotate(new TwilioEncryptedColumns(), said)).isZero();

        assertThat(said).first().asString().contains("Re-encrypted 4 secrets");
        assertThat(stored()).hasSize(4).doesNotContainAnyElementsOf(before);
        assertThat(find(ours)).contains(FULL);
        assertThat(find(theirs)).contains(PLAIN);
    }

    /// A column of ours that holds bytes but is not declared would become unreadable with the next rotation.
    @Test
    void everyColumnOfBytesIsDeclared() {
        List<String> bytes = Tenancy.globally(() -> database.transactions()
                .read(() -> database.jdbc().sql("""
                        select attname::text from pg_attribute
                        where attrelid = 'workspace_twilio_config'::regclass and atttypid = 'bytea'::regtype
                          and not attisdropped""").query(String.class).list()));

        assertThat(new TwilioEncryptedColumns().declared())
                .extracting(org.patchbay.secrets.EncryptedColumn::column)
                .containsExactlyInAnyOrderElementsOf(bytes);
    }

    @Test
    void nothingSecretIsInAStringAMessageOrTheDatabase() throws SQLException {
        save(ours, FULL);
        asSuperuser("update workspace_twilio_config set api_key_secret = auth_token");
        StringWriter trace = new StringWriter();
        Assertions.catchThrowable(() -> find(ours)).printStackTrace(new PrintWriter(trace));

        assertThat(trace.toString()).contains("twilio-credentials-unreadable").doesNotContain("hunter2");
        assertThat(FULL.toString() + FULL.apiKey() + Optional.of(FULL)).doesNotContain("hunter2");
        assertThat(String.join(" ", stored())).doesNotContain("hunter2");
    }

    private void save(UUID workspace, TwilioCredentials credentials) {
        Tenancy.asWorkspace(workspace, () -> {
            store.connect(TwilioEnvironment.SIMULATOR, credentials.accountSid(), credentials.authToken(), INFO);
            credentials.apiKey().ifPresent(store::keepKey);
            credentials.secondaryAuthToken().ifPresent(store::keepSecondary);
            return true;
        });
    }

    private Optional<TwilioCredentials> find(UUID workspace) {
        return config(workspace).map(TwilioConfig::credentials);
    }

    private Optional<TwilioConfig> config(UUID workspace) {
        return Tenancy.asWorkspace(workspace, store::find);
    }

    private List<String> stored() throws SQLException {
        List<String> values = new ArrayList<>();
        try (var superuser = database.asSuperuser();
                var statement = superuser.createStatement();
                var rows = statement.executeQuery("""
                        select encode(value, 'escape') from workspace_twilio_config,
                          unnest(array[auth_token, secondary_auth_token, api_key_secret]) value
                        where value is not null""")) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private void asSuperuser(String sql) throws SQLException {
        try (var superuser = database.asSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
