package org.patchbay.simulator.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.simulator.accounts.Account;
import org.patchbay.simulator.accounts.AccountStore;
import org.patchbay.simulator.http.Params;
import org.patchbay.simulator.inspector.Entry;
import org.patchbay.simulator.inspector.ExchangeLog;
import org.patchbay.simulator.kit.Customer;
import org.patchbay.simulator.live.Changes;
import org.patchbay.simulator.time.InFlight;
import org.patchbay.simulator.time.TurnedClock;

class DeliveryTest {

    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final String SUBJECT = "CA1";
    private static final Account ACCOUNT = Account.create("AC1", "token", "Quillmere", "AC1", START);

    private final InFlight inFlight = new InFlight();
    private final TurnedClock clock = new TurnedClock(START, inFlight, Duration.ofMillis(1));
    private final ExchangeLog log = new ExchangeLog(10, new Changes());
    private final AccountStore accounts = new AccountStore();
    private final WebhookSender sender = new WebhookSender(accounts, clock, inFlight, log);
    private final Customer customer = new Customer(ACCOUNT.authToken());
    private final CountDownLatch end = new CountDownLatch(1);

    @BeforeEach
    void open() {
        accounts.put(ACCOUNT);
    }

    @AfterEach
    void close() {
        end.countDown();
        sender.close();
        customer.close();
    }

    @Test
    void whenTheTimeForAllAttemptsIsUpTheOneUnderWayIsShownAsCutAndNotAsBroken() throws InterruptedException {
        var asked = new CountDownLatch(2);
        Queue<Customer.Reply> replies = new ConcurrentLinkedQueue<>(List.of(Customer.Reply.status(503)));
        customer.answers("/status", request -> {
            asked.countDown();
            Customer.Reply reply = replies.poll();
            return reply == null ? held() : reply;
        });
        var result = new CompletableFuture<WebhookResult>();

        sender.send(
                new Webhook(ACCOUNT.sid(), SUBJECT, WebhookKind.CALL_STATUS, url("#rc=5&rp=all"), "POST", Params.NONE),
                result::complete);
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        clock.advance(Duration.ofSeconds(15));

        assertThat(result.join()).isEqualTo(new WebhookResult.Failed(11200, url("#rc=5&rp=all"), "no answer in time"));
        assertThat(attempts()).containsExactly("503 null", "0 error 11200: time for all attempts is up");
    }

    private String url(String overrides) {
        return customer.url("/status") + overrides;
    }

    private Customer.Reply held() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Customer.Reply.status(204);
    }

    private Stream<String> attempts() {
        return log.of(SUBJECT).stream()
                .map(Entry.Webhook.class::cast)
                .map(webhook -> webhook.status() + " " + webhook.problem());
    }
}
