package org.patchbay.twilio;

import com.twilio.rest.api.v2010.account.Key;
import com.twilio.rest.api.v2010.account.NewKey;
import java.util.List;
import java.util.stream.StreamSupport;
import org.patchbay.twilio.TwilioCredentials.ApiKey;

/// An account's [standard API keys](https://www.twilio.com/docs/iam/api-keys/key-resource-v2010).
public final class AccountKeys {

    private final TwilioLine line;

    AccountKeys(TwilioLine line) {
        this.line = line;
    }

    /// A key that exists; its secret is only ever told once.
    public record Listed(String sid, String name) {}

    /// @param name at most 64 characters
    public ApiKey create(String name) {
        return line.ask("keys.create", client -> {
            NewKey key = NewKey.creator().setFriendlyName(name).create(client);
            return new ApiKey(key.getSid(), key.getSecret());
        });
    }

    public List<Listed> list() {
        return line.ask(
                "keys.list",
                client -> StreamSupport.stream(
                                Key.reader().pageSize(1000).read(client).spliterator(), false)
                        .map(key -> new Listed(key.getSid(), key.getFriendlyName()))
                        .toList());
    }

    /// A key that is gone already is no failure.
    public void delete(String sid) {
        line.ask("keys.delete", client -> Gone.orRemoved(() -> Key.deleter(sid).delete(client)));
    }
}
