package org.patchbay.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Ids;
import org.patchbay.kernel.Problems;
import org.patchbay.kernel.Secret;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Opens, finds and ends sign-ins. They live in PostgreSQL: every node knows them, and a restart ends none.
@Component
public class Sessions {

    /// A session nobody uses ends after this.
    static final Duration IDLE = Duration.ofDays(7);

    /// And this is its longest life, however much it is used.
    static final Duration LONGEST = Duration.ofDays(30);

    /// How stale "last seen" may become, so that not every request writes.
    static final Duration TOUCH_AFTER = Duration.ofMinutes(1);

    /// A new session, and the token that the browser keeps.
    public record Opened(UUID id, String token, Instant expiresAt) {
        @Override
        public String toString() {
            return "Opened[" + id + "]";
        }
    }

    private final SessionStore store;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sessions(SessionStore store, Transactions transactions, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /// Opens a session, in the running transaction.
    Opened open(UUID userId, String address, @Nullable String userAgent) {
        UUID id = Ids.next();
        String token = Secret.random();
        Instant now = clock.instant();
        String agent = userAgent == null ? "" : userAgent.substring(0, Math.min(userAgent.length(), 200));
        store.add(id, userId, Secret.hash(token), now, now.plus(IDLE), address, agent);
        return new Opened(id, token, now.plus(LONGEST));
    }

    /// The open session of a token, which counts as using it.
    public Optional<OpenSession> find(String token) {
        Instant now = clock.instant();
        Optional<OpenSession> found =
                Tenancy.globally(() -> transactions.read(() -> store.byToken(Secret.hash(token), now)));
        found.filter(session -> session.lastSeenAt().plus(TOUCH_AFTER).isBefore(now))
                .ifPresent(session -> touch(session, now));
        return found;
    }

    public List<OpenSession> ofUser(UUID userId) {
        return Tenancy.globally(() -> transactions.read(() -> store.ofUser(userId, clock.instant())));
    }

    /// Which of these sessions still hold, for whoever keeps something open on their behalf.
    public Set<UUID> stillOpen(Collection<UUID> ids) {
        return Tenancy.globally(
                () -> transactions.read(() -> Set.copyOf(store.open(List.copyOf(ids), clock.instant()))));
    }

    /// Ends one session of a person.
    ///
    /// @throws org.patchbay.kernel.Problem 404 if it is not theirs
    public void end(UUID userId, UUID sessionId) {
        if (Tenancy.globally(() -> transactions.write(() -> endThose(userId, sessionId, null))) == 0) {
            throw Problems.NOT_FOUND.because("There is no such session of yours.");
        }
    }

    /// Ends all sessions of a person.
    public void endAll(UUID userId) {
        Tenancy.globally(() -> transactions.write(() -> endThose(userId, null, null)));
    }

    /// Ends sessions of a person, in the running transaction.
    ///
    /// @param only null for all
    /// @param except null for none
    /// @return how many
    int endThose(UUID userId, @Nullable UUID only, @Nullable UUID except) {
        List<UUID> ended = store.end(userId, only, except);
        if (!ended.isEmpty()) {
            events.publishEvent(new SessionsEnded(Set.copyOf(ended)));
        }
        return ended.size();
    }

    /// Removes what has run out, in the running transaction.
    ///
    /// @return how many
    public int deleteExpired() {
        return store.deleteExpired(clock.instant());
    }

    private void touch(OpenSession session, Instant now) {
        Instant latest = session.createdAt().plus(LONGEST);
        Instant expiresAt = now.plus(IDLE).isBefore(latest) ? now.plus(IDLE) : latest;
        Tenancy.globally(() -> transactions.write(() -> {
            store.touch(session.id(), now, expiresAt);
            return expiresAt;
        }));
    }
}
