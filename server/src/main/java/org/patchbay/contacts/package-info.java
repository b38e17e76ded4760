/// Contacts: whom the workspace speaks with, by their names and phones.
@ApplicationModule(
        displayName = "Contacts",
        allowedDependencies = {"kernel", "kernel::access", "database", "http", "workspaces"})
@NullMarked
package org.patchbay.contacts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
