package org.patchbay.calls.ingest;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.patchbay.kernel.Ids;
import tools.jackson.databind.json.JsonMapper;

/// Something told that waits to be written.
///
/// @param id of its row, in the order of arrival
/// @param data what was said in full, as JSON: made by whoever tells it, and not by the one who writes for all
record Entry(UUID id, Told told, String data, CompletableFuture<Heard> heard) {

    static Entry of(Told told, JsonMapper json) {
        return new Entry(Ids.next(), told, json.writeValueAsString(told.data()), new CompletableFuture<>());
    }
}
