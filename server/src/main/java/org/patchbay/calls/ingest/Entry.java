package org.patchbay.calls.ingest;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.patchbay.kernel.Ids;

/// Something told that waits to be written.
///
/// @param id of its row, in the order of arrival
record Entry(UUID id, Told told, CompletableFuture<Heard> heard) {

    static Entry of(Told told) {
        return new Entry(Ids.next(), told, new CompletableFuture<>());
    }
}
