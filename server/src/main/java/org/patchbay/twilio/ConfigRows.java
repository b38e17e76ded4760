package org.patchbay.twilio;

import static org.patchbay.twilio.TwilioEncryptedColumns.API_KEY_SECRET;
import static org.patchbay.twilio.TwilioEncryptedColumns.AUTH_TOKEN;
import static org.patchbay.twilio.TwilioEncryptedColumns.SECONDARY_AUTH_TOKEN;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.patchbay.secrets.EncryptedColumn;
import org.patchbay.secrets.Secrets;
import org.patchbay.twilio.TwilioCredentials.ApiKey;

/// Reads the rows in which Twilio accounts are kept.
final class ConfigRows {

    private final Secrets secrets;

    ConfigRows(Secrets secrets) {
        this.secrets = secrets;
    }

    /// Of one row.
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Decrypted when it is asked for, outside the transaction: what can not be decrypted is no reason to undo it.
    Supplier<TwilioConfig> config(ResultSet row) throws SQLException {
        Supplier<TwilioCredentials> credentials = credentials(row);
        ConnectedAccount account = account(row);
        Optional<TwilioConfig.EarlierBase> earlier = earlierBase(row);
        Optional<Instant> secondaryUntil = instant(row.getTimestamp("secondary_until"));
        return () -> new TwilioConfig(
                account.environment(),
                credentials.get(),
                account.accountName(),
                account.trial(),
                account.appSid(),
                account.baseUrl(),
                earlier,
                account.configuredAt(),
                secondaryUntil);
    }

    static ConnectedAccount account(ResultSet row) throws SQLException {
        return new ConnectedAccount(
                TwilioEnvironment.of(row.getString("environment")),
                row.getString("account_sid"),
                row.getString("account_name"),
                row.getBoolean("trial"),
                Optional.ofNullable(row.getString("twiml_app_sid")),
                Optional.ofNullable(row.getString("api_key_sid")),
                row.getBytes("secondary_auth_token") != null,
                Optional.ofNullable(row.getString("base_url")).map(URI::create),
                instant(row.getTimestamp("configured_at")));
    }

    private static Optional<TwilioConfig.EarlierBase> earlierBase(ResultSet row) throws SQLException {
        String url = row.getString("base_url_before");
        return url == null
                ? Optional.empty()
                : Optional.of(new TwilioConfig.EarlierBase(
                        URI.create(url), row.getTimestamp("base_url_until").toInstant()));
    }

    private Supplier<TwilioCredentials> credentials(ResultSet row) throws SQLException {
        String accountSid = row.getString("account_sid");
        String keySid = row.getString("api_key_sid");
        Supplier<Optional<String>> token = decrypted(row, AUTH_TOKEN);
        Supplier<Optional<String>> secondary = decrypted(row, SECONDARY_AUTH_TOKEN);
        Supplier<Optional<String>> keySecret = decrypted(row, API_KEY_SECRET);
        return () -> new TwilioCredentials(
                accountSid,
                token.get().orElseThrow(),
                secondary.get(),
                keySecret.get().map(secret -> new ApiKey(keySid, secret)));
    }

    private Supplier<Optional<String>> decrypted(ResultSet row, EncryptedColumn column) throws SQLException {
        Optional<byte[]> value = Optional.ofNullable(row.getBytes(column.column()));
        return () -> value.map(secret -> secrets.decrypt(column.in(Tenancy.workspaceId()), secret));
    }

    private static Optional<Instant> instant(@Nullable Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }
}
