/// Work that is done later, or again and again, and survives a restart: db-scheduler on our own database.
@NamedInterface("jobs")
@NullMarked
package org.patchbay.database.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
