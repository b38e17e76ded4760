package org.patchbay.database;

import org.flywaydb.core.Flyway;
import org.patchbay.kernel.settings.DatabaseUrls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the schema to this version, as the owner role.
public final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    /// @param urls without an owner nothing is migrated: somebody else has, or the first query will say so
    public static void run(DatabaseUrls urls) {
        if (urls.owner().isEmpty()) {
            LOG.info("PATCHBAY_DATABASE_OWNER_URL is not set; the schema is taken as it is");
            return;
        }
        Flyway.configure()
                .dataSource(urls.owner().get(), null, null)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
