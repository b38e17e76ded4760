package org.patchbay.testing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.database.jobs.Job;
import org.patchbay.kernel.settings.DatabaseUrls;
import org.patchbay.kernel.settings.Settings;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The server's `database` module alone, put together as the server does it: with its pool, its guard,
/// its outbox and its jobs, but no web server.
public final class DatabasePart implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private DatabasePart() {}

    public static DatabasePart start(DatabaseUrls urls, Clock clock, List<? extends Job> jobs) {
        DatabasePart part = new DatabasePart();
        part.context.registerBean(
                Settings.class,
                () -> Settings.from(Map.of(
                        "PATCHBAY_DATABASE_URL", urls.server(),
                        "PATCHBAY_DATABASE_INGEST_URL", urls.ingest())));
        part.context.registerBean(Clock.class, () -> clock);
        part.context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        part.context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        jobs.forEach(job -> registerJob(part.context, job));
        part.context.scan("org.patchbay.database");
        part.context.refresh();
        return part;
    }

    private static <J extends Job> void registerJob(AnnotationConfigApplicationContext context, J job) {
        context.registerBean(job.name(), Job.class, () -> job);
    }

    public <T> T get(Class<T> bean) {
        return context.getBean(bean);
    }

    public Transactions transactions() {
        return get(Transactions.class);
    }

    /// How many rows a query counts that needs no workspace.
    public long count(String sql) {
        return Tenancy.globally(() -> transactions()
                .read(() -> get(JdbcClient.class).sql(sql).query(Long.class).single()));
    }

    @Override
    public void close() {
        context.close();
    }
}
