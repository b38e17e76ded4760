package org.patchbay.database.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.patchbay.database.ServerPool;
import org.patchbay.kernel.settings.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import tools.jackson.databind.json.JsonMapper;

/// Two ways to one schedule: jobs are scheduled in the transaction that wants them, and done outside any.
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {

    @Bean
    JobRunner jobRunner(
            ServerPool pool,
            ObjectProvider<Job> jobs,
            MeterRegistry meters,
            JsonMapper json,
            Clock clock,
            Settings settings) {
        return new JobRunner(
                pool.dataSource(),
                jobs::stream,
                new JobTasks(meters),
                new JobData(json),
                clock,
                settings.embeddedDatabase());
    }

    @Bean
    JobBatch jobBatch(JsonMapper json, JobRunner runner) {
        return new JobBatch(json, runner);
    }

    /// @param guarded joins the running transaction, and refuses where there is none
    @Bean
    Jobs jobs(DataSource guarded, JdbcClient jdbc, JobRunner runner, JsonMapper json) {
        SchedulerClient client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(guarded))
                .serializer(new JobData(json))
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .build();
        return new Jobs(client, jdbc, runner);
    }
}
