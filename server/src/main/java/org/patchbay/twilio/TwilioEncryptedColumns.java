package org.patchbay.twilio;

import java.util.List;
import org.patchbay.secrets.EncryptedColumn;
import org.patchbay.secrets.EncryptedColumns;
import org.springframework.stereotype.Component;

/// What of Twilio's is kept encrypted.
@Component
class TwilioEncryptedColumns implements EncryptedColumns {

    private static final String TABLE = "workspace_twilio_config";

    static final EncryptedColumn AUTH_TOKEN = new EncryptedColumn(TABLE, "auth_token");
    static final EncryptedColumn SECONDARY_AUTH_TOKEN = new EncryptedColumn(TABLE, "secondary_auth_token");
    static final EncryptedColumn API_KEY_SECRET = new EncryptedColumn(TABLE, "api_key_secret");

    @Override
    public List<EncryptedColumn> declared() {
        return List.of(AUTH_TOKEN, SECONDARY_AUTH_TOKEN, API_KEY_SECRET);
    }
}
