package org.patchbay.twilio;

import static org.patchbay.twilio.TwilioEncryptedColumns.API_KEY_SECRET;
import static org.patchbay.twilio.TwilioEncryptedColumns.AUTH_TOKEN;
import static org.patchbay.twilio.TwilioEncryptedColumns.SECONDARY_AUTH_TOKEN;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.secrets.EncryptedColumn;
import org.patchbay.secrets.SecretUnreadable;
import org.patchbay.secrets.Secrets;
import org.patchbay.twilio.TwilioCredentials.ApiKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The bound workspace's Twilio account, its secrets encrypted. Every change is one statement, so that
/// whatever happens between two of them leaves something that can be gone on from.
@Component
public class TwilioConfigs {

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Secrets secrets;
    private final ConfigRows rows;

    TwilioConfigs(JdbcClient jdbc, Transactions transactions, Secrets secrets) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.secrets = secrets;
        this.rows = new ConfigRows(secrets);
    }

    /// @return empty when no account is connected
    /// @throws org.patchbay.kernel.Problem 422 `twilio-credentials-unreadable` if the keyset is not the one they
    ///     were saved with
    public Optional<TwilioConfig> find() {
        try {
            return read("", rows::config).map(Supplier::get);
        } catch (SecretUnreadable unreadable) {
            throw TwilioProblems.CREDENTIALS_UNREADABLE.because(
                    "The keyset file is not the one that Auth Token and"
                            + " API key were saved with. Put it back, or paste Account SID and Auth Token of this account again.");
        }
    }

    /// Without what is encrypted.
    ///
    /// @return empty when no account is connected
    public Optional<ConnectedAccount> account() {
        return read("", ConfigRows::account);
    }

    /// In the running transaction: until its end nobody clears the account, or changes it.
    ///
    /// @return empty when no account is connected
    public Optional<ConnectedAccount> hold() {
        return read(" for update", ConfigRows::account);
    }

    /// In the running transaction: until its end nobody clears that account.
    ///
    /// @throws org.patchbay.kernel.Problem 409 `twilio-not-configured` if it is not connected any more
    public void require(String accountSid) {
        boolean there = read(" for share", ConfigRows::account)
                .filter(account -> account.accountSid().equals(accountSid))
                .isPresent();
        if (!there) {
            throw TwilioProblems.notConfigured();
        }
    }

    private <T> Optional<T> read(String lock, ConfigRows.Reader<T> reader) {
        return transactions.read(
                () -> jdbc.sql("select * from workspace_twilio_config where workspace_id = :workspace" + lock)
                        .param("workspace", Tenancy.workspaceId())
                        .query((row, number) -> reader.read(row))
                        .optional());
    }

    /// Connects an account, or tells the token of the one that is connected. What we made there stays known.
    ///
    /// @return false if another one is connected
    public boolean connect(
            TwilioEnvironment environment, String accountSid, String authToken, TwilioAccount.Info info) {
        return change(
                """
                insert into workspace_twilio_config
                  (workspace_id, environment, account_sid, auth_token, account_name, trial)
                values (:workspace, :environment, :account, :token, :name, :trial)
                on conflict (workspace_id) do update set
                  environment = excluded.environment, account_sid = excluded.account_sid,
                  auth_token = excluded.auth_token, account_name = excluded.account_name, trial = excluded.trial,
                  updated_at = now()
                where workspace_twilio_config.account_sid = excluded.account_sid
                  and workspace_twilio_config.environment = excluded.environment""",
                statement -> statement
                        .param("environment", environment.code())
                        .param("account", accountSid)
                        .param("token", encrypted(AUTH_TOKEN, authToken))
                        .param("name", info.name())
                        .param("trial", info.trial()));
    }

    /// What Twilio says of the account that is connected.
    ///
    /// @return whether there is one
    public boolean describe(TwilioAccount.Info info) {
        return change("""
                update workspace_twilio_config set account_name = :name, trial = :trial, updated_at = now()
                where workspace_id = :workspace""", statement -> statement.param("name", info.name()).param("trial", info.trial()));
    }

    /// Forgets what no key decrypts any more; the account's token is told anew in the same transaction.
    public void forgetUnreadable() {
        change("""
                update workspace_twilio_config
                set api_key_sid = null, api_key_secret = null, secondary_auth_token = null, secondary_until = null
                where workspace_id = :workspace""", statement -> statement);
    }

    public void keepKey(ApiKey key) {
        change(
                """
                update workspace_twilio_config
                set api_key_sid = :sid, api_key_secret = :secret, updated_at = now()
                where workspace_id = :workspace""",
                statement ->
                        statement.param("sid", key.sid()).param("secret", encrypted(API_KEY_SECRET, key.secret())));
    }

    public void keepApp(String sid) {
        change("""
                update workspace_twilio_config set twiml_app_sid = :sid, updated_at = now()
                where workspace_id = :workspace""", statement -> statement.param("sid", sid));
    }

    /// The account was told another address. Calls that are under way were told the one before, and end by
    /// themselves before that time.
    public void tellBase(URI baseUrl, Instant earlierUntil) {
        change(
                """
                update workspace_twilio_config
                set base_url_before = case when base_url <> :base then base_url else base_url_before end,
                    base_url_until = case when base_url <> :base then :until else base_url_until end,
                    base_url = :base, updated_at = now()
                where workspace_id = :workspace""",
                statement -> statement.param("base", baseUrl.toString()).param("until", Timestamp.from(earlierUntil)));
    }

    public void configured(Instant at) {
        change("""
                update workspace_twilio_config set configured_at = :at, updated_at = now()
                where workspace_id = :workspace""", statement -> statement.param("at", Timestamp.from(at)));
    }

    /// A token that Twilio has made, and that is going to be the primary one.
    public void keepSecondary(String token) {
        change("""
                update workspace_twilio_config
                set secondary_auth_token = :token, secondary_until = null, updated_at = now()
                where workspace_id = :workspace""", statement -> statement.param("token", encrypted(SECONDARY_AUTH_TOKEN, token)));
    }

    /// Another token is the primary one. The one before is secondary for a while: deliveries that are on
    /// their way were signed with it.
    public void replaceToken(TwilioConfig before, String token, Instant secondaryUntil) {
        change(
                """
                update workspace_twilio_config
                set auth_token = :token, secondary_auth_token = :before, secondary_until = :until, updated_at = now()
                where workspace_id = :workspace""",
                statement -> statement
                        .param("token", encrypted(AUTH_TOKEN, token))
                        .param(
                                "before",
                                encrypted(
                                        SECONDARY_AUTH_TOKEN,
                                        before.credentials().authToken()))
                        .param("until", Timestamp.from(secondaryUntil)));
    }

    /// @return whether there was one
    public boolean delete() {
        return change("delete from workspace_twilio_config where workspace_id = :workspace", statement -> statement);
    }

    private boolean change(String sql, UnaryOperator<JdbcClient.StatementSpec> parameters) {
        return transactions.write(() -> parameters
                        .apply(jdbc.sql(sql).param("workspace", Tenancy.workspaceId()))
                        .update()
                > 0);
    }

    private byte[] encrypted(EncryptedColumn column, String secret) {
        return secrets.encrypt(column.in(Tenancy.workspaceId()), secret);
    }
}
