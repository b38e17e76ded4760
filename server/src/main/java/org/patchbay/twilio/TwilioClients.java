package org.patchbay.twilio;

import com.twilio.http.TwilioRestClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Makes a workspace's client when it is needed, from credentials that somebody has just typed or that are
/// kept encrypted. Nothing global: the server starts without any, and no workspace can use another's.
@Component
public class TwilioClients {

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(15);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TO_CONNECT).build();
    private final CallGuard guard;
    private final MeterRegistry meters;
    private final Pause pause;

    @Autowired
    public TwilioClients(Clock clock, MeterRegistry meters) {
        this(clock, meters, Pause.REAL);
    }

    TwilioClients(Clock clock, MeterRegistry meters, Pause pause) {
        this.guard = new CallGuard(clock);
        this.meters = meters;
        this.pause = pause;
    }

    /// With the account's own token, which may do everything.
    public TwilioAccount account(UUID workspaceId, TwilioSite site, TwilioCredentials credentials) {
        String sid = credentials.accountSid();
        return new TwilioAccount(
                sid,
                line(workspaceId, client(site, sid, credentials.authToken())),
                new RecordingSound(http, site, sid, credentials.authToken(), TO_ANSWER));
    }

    /// Once the workspace has other credentials, what failed with the old ones does not count.
    public void credentialsChanged(UUID workspaceId) {
        guard.forget(workspaceId);
    }

    private TwilioRestClient.Builder client(TwilioSite site, String user, String password) {
        return new TwilioRestClient.Builder(user, password)
                .httpClient(new RestTransport(http, site, TO_ANSWER, Patience.LONG, pause))
                .userAgentExtensions(List.of("patchbay/0.1"));
    }

    private TwilioLine line(UUID workspaceId, TwilioRestClient.Builder client) {
        return new TwilioLine(workspaceId, client.build(), guard, meters);
    }
}
