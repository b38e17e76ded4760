package org.patchbay.calls;

import java.util.UUID;
import org.patchbay.calls.ingest.Ingest;
import org.patchbay.database.jobs.OneTimeJob;
import org.patchbay.database.jobs.Retry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Lets the calls that ring know that somebody has written theirs up.
@Configuration(proxyBeanMethods = false)
class WrapUpJobs {

    record Over(UUID workspaceId) {}

    @Bean
    OneTimeJob<Over> wrapUpOverJob(ObjectProvider<Ingest> ingest) {
        return new OneTimeJob<>(
                "calls.wrap-up-over",
                Over.class,
                Retry.PATIENT,
                over -> ingest.getObject().agentsChanged(over.workspaceId()));
    }
}
