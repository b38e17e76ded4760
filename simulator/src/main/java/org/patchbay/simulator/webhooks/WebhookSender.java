package org.patchbay.simulator.webhooks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.accounts.Account;
import org.patchbay.simulator.accounts.AccountStore;
import org.patchbay.simulator.inspector.Entry;
import org.patchbay.simulator.inspector.ExchangeLog;
import org.patchbay.simulator.time.InFlight;
import org.patchbay.simulator.time.SimulatorClock;

/// Sends webhooks without holding a thread, and shows each attempt in the inspector.
public final class WebhookSender implements AutoCloseable {

    private static final int LARGEST_DOCUMENT = 1 << 20;
    private static final int LARGEST_MEDIA = 16 << 20;
    private static final int SHOWN = 8_192;

    private final AccountStore accounts;
    private final SimulatorClock clock;
    private final InFlight inFlight;
    private final ExchangeLog log;
    private final HttpClients clients = new HttpClients();
    private final CookieJar cookies = new CookieJar();

    public WebhookSender(AccountStore accounts, SimulatorClock clock, InFlight inFlight, ExchangeLog log) {
        this.accounts = accounts;
        this.clock = clock;
        this.inFlight = inFlight;
        this.log = log;
    }

    /// Sends the webhook; `then` learns what came of it, on any thread, exactly once.
    public void send(Webhook webhook, Consumer<WebhookResult> then) {
        send(webhook, UUID.randomUUID(), then);
    }

    /// Sends the webhook as one delivery of several.
    ///
    /// @param idempotencyToken the same for all deliveries of one webhook
    void send(Webhook webhook, UUID idempotencyToken, Consumer<WebhookResult> then) {
        inFlight.enter();
        var unused = new Delivery(this, webhook, idempotencyToken).start().whenComplete((result, failure) -> {
            try {
                then.accept(result);
            } finally {
                // Only now: what `then` posted to a mailbox is counted already.
                inFlight.leave();
            }
        });
    }

    /// Forgets what belongs to a call that is over.
    public void forget(String subject) {
        cookies.forget(subject);
    }

    @Override
    public void close() {
        clients.close();
    }

    SimulatorClock clock() {
        return clock;
    }

    HttpClient client(Duration connectTimeout) {
        return clients.connectingWithin(connectTimeout);
    }

    String tokenOf(String accountSid) {
        return accounts.find(accountSid).map(Account::authToken).orElse("");
    }

    HttpResponse.BodyHandler<byte[]> bodyLimit(WebhookKind kind) {
        int most = kind == WebhookKind.MEDIA ? LARGEST_MEDIA : LARGEST_DOCUMENT;
        return HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), most);
    }

    String cookies(Webhook webhook, String url) {
        return cookies.header(webhook.subject(), URI.create(url).getHost());
    }

    void acceptCookies(Webhook webhook, String url, HttpResponse<?> answer) {
        var headers = answer.headers().allValues("Set-Cookie");
        if (!headers.isEmpty()) {
            cookies.accept(webhook.subject(), URI.create(url).getHost(), headers);
        }
    }

    void remember(Webhook webhook, Attempt attempt, Instant sent, int status, byte[] body, @Nullable String problem) {
        boolean shown = webhook.kind() != WebhookKind.MEDIA;
        String text = shown ? new String(body, 0, Math.min(body.length, SHOWN), StandardCharsets.UTF_8) : "";
        var took = Duration.between(sent, clock.now());
        log.add(
                webhook.subject(),
                new Entry.Webhook(
                        sent,
                        webhook.kind().name(),
                        attempt.method(),
                        attempt.url(),
                        webhook.params(),
                        attempt.signature(),
                        status,
                        took,
                        text,
                        problem));
    }
}
