package org.patchbay.webhooks;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.patchbay.http.ProblemWriter;
import org.patchbay.kernel.Problem;
import org.patchbay.kernel.Problems;
import org.patchbay.twilio.WebhookBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Takes Twilio's deliveries, and nothing else, before anything that is made for browsers: there is no
/// session, no CSRF token and no origin here, and nobody has touched the body.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class WebhookFilter extends OncePerRequestFilter {

    /// Says in a refusal which one it is, for programs.
    static final String REFUSED = "Patchbay-Refused";

    private static final Logger LOG = LoggerFactory.getLogger(WebhookFilter.class);

    /// Twilio waits for 15 seconds, attempts included: there is to be time for another one.
    private static final Duration TO_ANSWER = Duration.ofSeconds(7);

    private sealed interface Outcome {
        record Answered(Reply reply) implements Outcome {}

        record Denied(Verdict.Refused refused) implements Outcome {}
    }

    private final Gate gate;
    private final DeliveryCounter counter;
    private final Switchboard switchboard;
    private final ProblemWriter problems;
    private final RefusalLog refusals = new RefusalLog(System::nanoTime);

    WebhookFilter(
            CachedAccounts accounts,
            WebhookBase base,
            Clock clock,
            DeliveryCounter counter,
            Switchboard switchboard,
            ProblemWriter problems) {
        this.gate = new Gate(accounts, base::of, clock);
        this.counter = counter;
        this.switchboard = switchboard;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<WebhookPath> path = IncomingRequests.path(request);
        if (path.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        long began = System.nanoTime();
        try {
            take(IncomingRequests.read(request), path.get(), request, response);
        } catch (Problem tooLarge) {
            problems.write(request, response, tooLarge);
        } finally {
            counter.answered(path.get(), Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private void take(Incoming incoming, WebhookPath path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            switch (InTime.within(TO_ANSWER, () -> consider(incoming, path))) {
                case Outcome.Answered(Reply reply) -> Replies.write(response, reply);
                case Outcome.Denied(Verdict.Refused refused) -> refuse(refused, request, response);
            }
        } catch (RuntimeException fault) {
            WebhookKind kind = Gate.kindOf(incoming, path);
            log(kind, fault);
            if (kind.speaks()) {
                Replies.write(response, Replies.stayOnTheLine(incoming));
            } else {
                problems.write(request, response, tryAgain());
            }
        }
    }

    private Outcome consider(Incoming incoming, WebhookPath path) {
        Verdict verdict = gate.check(incoming, path);
        counter.count(verdict);
        return switch (verdict) {
            case Verdict.Accepted(Delivery delivery) -> new Outcome.Answered(switchboard.answer(delivery));
            case Verdict.Refused refused -> new Outcome.Denied(refused);
        };
    }

    /// A database that is gone is one line for each delivery; anything else is a fault of ours.
    private static void log(WebhookKind kind, RuntimeException fault) {
        Throwable cause =
                fault instanceof CompletionException joined && joined.getCause() != null ? joined.getCause() : fault;
        if (cause instanceof CannotCreateTransactionException || cause instanceof DataAccessResourceFailureException) {
            LOG.warn("A delivery was not taken, for the database does not answer: {}", kind);
        } else if (cause instanceof Problem problem) {
            LOG.warn("A delivery was not taken: {}, {}", kind, problem.type().slug());
        } else {
            LOG.error("A delivery was not taken: {}", kind, fault);
        }
    }

    private static Problem tryAgain() {
        return Problems.UNAVAILABLE
                .because("It could not be stored at this moment. Send it again.")
                .retryAfter(Duration.ofSeconds(1));
    }

    private void refuse(Verdict.Refused refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String reason = refused.refusal().code();
        refusals.say(refused);
        response.setHeader(REFUSED, reason);
        problems.write(
                request,
                response,
                WebhookProblems.REFUSED.because(refused.refusal().sentence()));
    }
}
