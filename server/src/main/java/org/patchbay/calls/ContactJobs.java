package org.patchbay.calls;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.patchbay.database.jobs.OneTimeJob;
import org.patchbay.database.jobs.Retry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is done about calls by the schedule when contacts come.
@Configuration(proxyBeanMethods = false)
class ContactJobs {

    /// @param contactId null for all contacts
    record Look(UUID workspaceId, @Nullable UUID contactId) {}

    @Bean
    OneTimeJob<Look> contactsLook(CallsOfContacts calls) {
        return of(calls);
    }

    static OneTimeJob<Look> of(CallsOfContacts calls) {
        return new OneTimeJob<>(
                "calls.contacts",
                Look.class,
                Retry.PATIENT,
                look -> Tenancy.asWorkspace(look.workspaceId(), () -> {
                    calls.takeAll(look.contactId());
                    return true;
                }));
    }
}
