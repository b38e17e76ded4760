package org.patchbay.simulator.kit;

import com.twilio.http.TwilioRestClient;
import org.patchbay.simulator.TwilioSimulator;

/// Clients of the official SDK.
public final class Sdk {

    private Sdk() {}

    /// As the simulator's first account.
    public static TwilioRestClient of(TwilioSimulator simulator) {
        var account = simulator.account();
        return of(simulator, account.sid(), account.authToken(), account.sid());
    }

    public static TwilioRestClient of(TwilioSimulator simulator, String user, String password, String accountSid) {
        return new TwilioRestClient.Builder(user, password)
                .accountSid(accountSid)
                .httpClient(new SdkHttp(simulator.url()))
                .build();
    }
}
