package org.patchbay.simulator.webhooks;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.time.SimulatorClock;

/// The delivery of one webhook: attempts, retries, redirects, until there is a result or its time is
/// up. All attempts carry the same idempotency token.
final class Delivery {

    private static final int MOST_REDIRECTS = 10;
    private static final String TIME_IS_UP = "time for all attempts is up";

    private final WebhookSender sender;
    private final Webhook webhook;
    private final ConnectionOverrides overrides;
    private final UUID idempotencyToken;
    private final CompletableFuture<WebhookResult> result = new CompletableFuture<>();
    private final SimulatorClock.Timer deadline;
    private volatile SimulatorClock.@Nullable Timer reading;
    private final AtomicReference<@Nullable Open> open = new AtomicReference<>();
    private int retriesLeft;
    private int redirects;

    Delivery(WebhookSender sender, Webhook webhook, UUID idempotencyToken) {
        this.sender = sender;
        this.webhook = webhook;
        this.idempotencyToken = idempotencyToken;
        this.overrides = ConnectionOverrides.of(webhook.url());
        this.retriesLeft = overrides.retries();
        this.deadline = sender.clock().after(overrides.total(), this::giveUp);
    }

    CompletableFuture<WebhookResult> start() {
        attempt(webhook.url(), webhook.method(), webhook.params());
        return result;
    }

    private void attempt(String url, String method, Params params) {
        Attempt attempt;
        CompletableFuture<HttpResponse<byte[]>> response;
        Instant sent = sender.clock().now();
        try {
            attempt = Attempt.of(webhook, url, method, params, sender.tokenOf(webhook.accountSid()));
            var http = attempt.request(idempotencyToken.toString(), sender.cookies(webhook, url));
            response = sender.client(overrides.connect()).sendAsync(http, sender.bodyLimit(webhook.kind()));
        } catch (IllegalArgumentException e) {
            finish(new WebhookResult.Failed(11100, url, "invalid URL"));
            return;
        }
        var current = new Open(attempt, sent, response);
        open.set(current);
        reading = sender.clock().after(overrides.read(), () -> timeOut(current));
        var unused = response.whenComplete((answer, failure) -> {
            if (!open.compareAndSet(current, null)) {
                return;
            }
            if (answer != null) {
                answered(attempt, sent, answer, params);
            } else {
                broken(attempt, sent, failure);
            }
        });
        if (result.isDone()) {
            cut(current, TIME_IS_UP);
        }
    }

    private void answered(Attempt attempt, Instant sent, HttpResponse<byte[]> answer, Params params) {
        cancelReading();
        byte[] body = Gzip.plain(answer);
        int status = answer.statusCode();
        sender.remember(webhook, attempt, sent, status, body, null);
        sender.acceptCookies(webhook, attempt.url(), answer);
        String location = answer.headers().firstValue("Location").orElse("");
        if (status >= 300 && status < 400 && !location.isEmpty()) {
            redirect(attempt, status, location, params);
        } else if (status < 300) {
            String type = answer.headers().firstValue("Content-Type").orElse("");
            finish(new WebhookResult.Answered(status, type, body, attempt.url()));
        } else {
            fail(attempt, status < 500 ? "4xx" : "5xx", 11200, "HTTP status " + status);
        }
    }

    private void redirect(Attempt attempt, int status, String location, Params params) {
        if (++redirects > MOST_REDIRECTS) {
            finish(new WebhookResult.Failed(11215, attempt.url(), "more than 10 redirects"));
            return;
        }
        boolean keep = status == 307 || status == 308;
        String target =
                URI.create(attempt.url()).resolve(location.replace(" ", "%20")).toString();
        attempt(target, keep ? attempt.method() : "GET", keep ? params : Params.NONE);
    }

    private void broken(Attempt attempt, Instant sent, Throwable thrown) {
        cancelReading();
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        boolean connecting = cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLException
                || cause instanceof UnresolvedAddressException;
        int code = cause.getCause() instanceof UnresolvedAddressException ? 11210 : connecting ? 11205 : 11206;
        sender.remember(webhook, attempt, sent, 0, new byte[0], "error " + code);
        fail(attempt, connecting ? "ct" : "rt", code, connecting ? "no connection" : "connection broken");
    }

    private void timeOut(Open current) {
        if (cut(current, "read time-out")) {
            fail(current.attempt(), "rt", 11200, "no answer in time");
        }
    }

    /// False if it has ended by itself. Whoever takes it out of `open` tells its end, for a request that is
    /// cancelled may tell of a broken connection before it tells that it was cancelled.
    private boolean cut(Open current, String why) {
        if (!open.compareAndSet(current, null)) {
            return false;
        }
        current.response().cancel(true);
        sender.remember(webhook, current.attempt(), current.sent(), 0, new byte[0], "error 11200: " + why);
        return true;
    }

    private void fail(Attempt attempt, String failure, int code, String reason) {
        if (!result.isDone() && retriesLeft > 0 && overrides.retries(failure)) {
            retriesLeft--;
            attempt(webhook.url(), webhook.method(), webhook.params());
            return;
        }
        finish(new WebhookResult.Failed(code, attempt.url(), reason));
    }

    private void giveUp() {
        finish(new WebhookResult.Failed(11200, webhook.url(), "no answer in time"));
        var current = open.get();
        if (current != null) {
            cut(current, TIME_IS_UP);
        }
    }

    private void finish(WebhookResult end) {
        deadline.cancel();
        cancelReading();
        result.complete(end);
    }

    private void cancelReading() {
        var timer = reading;
        if (timer != null) {
            timer.cancel();
        }
    }

    /// An attempt that has not ended.
    private record Open(Attempt attempt, Instant sent, CompletableFuture<?> response) {}
}
