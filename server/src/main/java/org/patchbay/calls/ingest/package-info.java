/// How what happens to calls is written down: many events in one transaction, each answered after its commit.
@NullMarked
package org.patchbay.calls.ingest;

import org.jspecify.annotations.NullMarked;
