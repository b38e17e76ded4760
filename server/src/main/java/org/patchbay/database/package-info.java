/// Transactions that are bound to a workspace, the roles and row policies behind them, durable jobs,
/// and the outbox.
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {"kernel", "kernel::access", "kernel::settings"})
@NullMarked
package org.patchbay.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
