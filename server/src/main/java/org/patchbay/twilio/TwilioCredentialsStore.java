package org.patchbay.twilio;

import static org.patchbay.twilio.TwilioEncryptedColumns.API_KEY_SECRET;
import static org.patchbay.twilio.TwilioEncryptedColumns.AUTH_TOKEN;
import static org.patchbay.twilio.TwilioEncryptedColumns.SECONDARY_AUTH_TOKEN;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.secrets.EncryptedColumn;
import org.patchbay.secrets.Secrets;
import org.patchbay.twilio.TwilioCredentials.ApiKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The bound workspace's Twilio credentials, their secrets encrypted.
@Component
public class TwilioCredentialsStore {

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Secrets secrets;

    TwilioCredentialsStore(JdbcClient jdbc, Transactions transactions, Secrets secrets) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.secrets = secrets;
    }

    /// Keeps these, in place of any that were there.
    public void save(TwilioCredentials credentials) {
        transactions.write(() -> {
            jdbc.sql("""
                    insert into workspace_twilio_config
                      (workspace_id, account_sid, auth_token, secondary_auth_token, api_key_sid, api_key_secret)
                    values (:workspace, :account, :token, :secondary, :keySid, :keySecret)
                    on conflict (workspace_id) do update set
                      account_sid = excluded.account_sid,
                      auth_token = excluded.auth_token,
                      secondary_auth_token = excluded.secondary_auth_token,
                      api_key_sid = excluded.api_key_sid,
                      api_key_secret = excluded.api_key_secret,
                      updated_at = now()""")
                    .param("workspace", Tenancy.workspaceId())
                    .param("account", credentials.accountSid())
                    .param("token", encrypted(AUTH_TOKEN, credentials.authToken()))
                    .param("secondary", encrypted(SECONDARY_AUTH_TOKEN, credentials.secondaryAuthToken()))
                    .param("keySid", credentials.apiKey().map(ApiKey::sid).orElse(null))
                    .param(
                            "keySecret",
                            encrypted(API_KEY_SECRET, credentials.apiKey().map(ApiKey::secret)))
                    .update();
        });
    }

    /// @return empty when no account is connected
    /// @throws org.patchbay.secrets.SecretUnreadable if the keyset is not the one they were saved with
    public Optional<TwilioCredentials> find() {
        return transactions.read(() -> jdbc.sql("""
                        select account_sid, auth_token, secondary_auth_token, api_key_sid, api_key_secret
                        from workspace_twilio_config where workspace_id = :workspace""")
                .param("workspace", Tenancy.workspaceId())
                .query((row, number) -> credentials(row))
                .optional());
    }

    /// @return whether there were any
    public boolean delete() {
        return transactions.write(() -> jdbc.sql("delete from workspace_twilio_config where workspace_id = :workspace")
                        .param("workspace", Tenancy.workspaceId())
                        .update()
                > 0);
    }

    private TwilioCredentials credentials(ResultSet row) throws SQLException {
        Optional<String> keySecret = decrypted(row, API_KEY_SECRET);
        String keySid = row.getString("api_key_sid");
        return new TwilioCredentials(
                row.getString("account_sid"),
                decrypted(row, AUTH_TOKEN).orElseThrow(),
                decrypted(row, SECONDARY_AUTH_TOKEN),
                keySecret.map(secret -> new ApiKey(keySid, secret)));
    }

    private byte[] encrypted(EncryptedColumn column, String secret) {
        return secrets.encrypt(column.in(Tenancy.workspaceId()), secret);
    }

    private byte @Nullable [] encrypted(EncryptedColumn column, Optional<String> secret) {
        return secret.map(text -> encrypted(column, text)).orElse(null);
    }

    private Optional<String> decrypted(ResultSet row, EncryptedColumn column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column.column()))
                .map(value -> secrets.decrypt(column.in(Tenancy.workspaceId()), value));
    }
}
