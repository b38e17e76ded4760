package org.patchbay.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.twilio.TwilioConfig;
import org.patchbay.twilio.TwilioConfigs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps each account for a few seconds, for a call makes a dozen deliveries. Only accounts that exist are
/// kept: whoever invents workspaces fills nothing.
@Component
class CachedAccounts implements Accounts {

    /// How long a token that was taken away on another node is still good here.
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Map<UUID, Read> kept = new ConcurrentHashMap<>();
    private final Map<UUID, CompletableFuture<Read>> reading = new ConcurrentHashMap<>();
    private final TwilioConfigs configs;
    private final Transactions transactions;
    private final JdbcClient jdbc;

    CachedAccounts(TwilioConfigs configs, Transactions transactions, JdbcClient jdbc) {
        this.configs = configs;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /// @param asked when reading it began
    private record Read(Optional<TwilioConfig> config, long asked) {
        boolean before(long moment) {
            return asked - moment < 0;
        }
    }

    @Override
    public Optional<TwilioConfig> of(UUID workspaceId) {
        return since(workspaceId, System.nanoTime() - FRESH.toNanos());
    }

    @Override
    public Optional<TwilioConfig> since(UUID workspaceId, long arrived) {
        Read known = kept.get(workspaceId);
        while (known == null || known.before(arrived)) {
            known = readOrWait(workspaceId);
        }
        return known.config();
    }

    /// One reads while the others wait for what it reads, so that a storm of forged deliveries costs one
    /// connection.
    private Read readOrWait(UUID workspaceId) {
        CompletableFuture<Read> mine = new CompletableFuture<>();
        CompletableFuture<Read> others = reading.putIfAbsent(workspaceId, mine);
        if (others != null) {
            return others.join();
        }
        try {
            Read read = read(workspaceId);
            mine.complete(read);
            return read;
        } catch (RuntimeException failed) {
            mine.completeExceptionally(failed);
            throw failed;
        } finally {
            reading.remove(workspaceId, mine);
        }
    }

    private Read read(UUID workspaceId) {
        long asked = System.nanoTime();
        Read read = new Read(Tenancy.asWorkspace(workspaceId, configs::find), asked);
        if (read.config().isPresent()) {
            kept.put(workspaceId, read);
        } else {
            kept.remove(workspaceId);
        }
        return read;
    }

    @Override
    public Optional<UUID> whose(String accountSid, @Nullable String applicationSid, List<String> numbers) {
        return Tenancy.globally(() -> transactions.read(
                () -> jdbc.sql("select lookup_webhook_workspace(:account, :app, cast(:numbers as text[]))")
                        .param("account", accountSid)
                        .param("app", applicationSid)
                        .param("numbers", numbers.toArray(String[]::new))
                        .query(UUID.class)
                        .optional()));
    }
}
