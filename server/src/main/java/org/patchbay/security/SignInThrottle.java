package org.patchbay.security;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Slows down whoever guesses passwords: per account, wherever they guess from, and per address, whichever
/// account they guess at. Kept in PostgreSQL, so that it holds across nodes and restarts.
@Component
class SignInThrottle {

    /// An office shares one address.
    private static final int FREE_PER_ADDRESS = 30;

    private record Subject(byte[] hash, int free) {}

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Lets an attempt through and counts it as a failure until [#succeeded] says otherwise.
    ///
    /// @throws org.patchbay.kernel.Problem 429 `too-many-attempts` with the time to wait
    void attempt(String account, String address) {
        Instant now = clock.instant();
        Instant blockedUntil = Tenancy.globally(() -> transactions.write(() -> {
            List<Subject> subjects = subjects(account, address);
            List<Throttle> states = subjects.stream().map(this::lock).toList();
            Instant latest = states.stream()
                    .map(Throttle::blockedUntil)
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH);
            if (now.isBefore(latest)) {
                return latest;
            }
            for (int i = 0; i < subjects.size(); i++) {
                save(
                        subjects.get(i),
                        states.get(i).attempted(now, subjects.get(i).free()));
            }
            return Instant.EPOCH;
        }));
        if (now.isBefore(blockedUntil)) {
            Duration wait = Duration.between(now, blockedUntil);
            throw SecurityProblems.TOO_MANY_ATTEMPTS
                    .because("Too many attempts. Try again in " + words(wait) + ".")
                    .retryAfter(wait);
        }
    }

    /// Forgets the account's failures. The address keeps its own: one right password must not buy guesses
    /// at others.
    void succeeded(String account, String address) {
        Tenancy.globally(() -> transactions.write(() -> {
            Subject known = subjects(account, address).getFirst();
            Subject shared = subjects(account, address).getLast();
            jdbc.sql("delete from sign_in_failures where subject = :subject")
                    .param("subject", known.hash())
                    .update();
            return jdbc.sql("""
                    update sign_in_failures
                    set failures = greatest(failures - 1, 0), blocked_until = 'epoch'
                    where subject = :subject""").param("subject", shared.hash()).update();
        }));
    }

    /// In the running transaction.
    int deleteForgotten() {
        return jdbc.sql("delete from sign_in_failures where last_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(Throttle.FORGOTTEN_AFTER)))
                .update();
    }

    private static List<Subject> subjects(String account, String address) {
        return List.of(
                new Subject(Secret.hash("account " + account), Throttle.FREE),
                new Subject(Secret.hash("address " + address), FREE_PER_ADDRESS));
    }

    /// Always in the order account, address; the rows of one attempt can not deadlock with another's.
    private Throttle lock(Subject subject) {
        jdbc.sql("""
                insert into sign_in_failures (subject, failures, last_at, blocked_until)
                values (:subject, 0, 'epoch', 'epoch') on conflict (subject) do nothing""").param("subject", subject.hash()).update();
        return jdbc.sql(
                        "select failures, last_at, blocked_until from sign_in_failures where subject = :subject for update")
                .param("subject", subject.hash())
                .query((row, number) -> new Throttle(
                        row.getInt("failures"),
                        row.getTimestamp("last_at").toInstant(),
                        row.getTimestamp("blocked_until").toInstant()))
                .single();
    }

    private void save(Subject subject, Throttle throttle) {
        jdbc.sql("""
                update sign_in_failures set failures = :failures, last_at = :lastAt, blocked_until = :until
                where subject = :subject""")
                .param("failures", throttle.failures())
                .param("lastAt", Timestamp.from(throttle.lastAt()))
                .param("until", Timestamp.from(throttle.blockedUntil()))
                .param("subject", subject.hash())
                .update();
    }

    private static String words(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return seconds < 90 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
    }
}
