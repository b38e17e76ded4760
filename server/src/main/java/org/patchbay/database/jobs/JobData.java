package org.patchbay.database.jobs;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the data of jobs as JSON: it can be read by a person, and by the next version of its record.
record JobData(JsonMapper json) implements Serializer {

    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        return data == null ? null : json.writeValueAsBytes(data);
    }

    @Override
    @SuppressWarnings("NullAway") // a recurring job has no data, and db-scheduler asks for it all the same
    public <T> T deserialize(Class<T> type, byte @Nullable [] bytes) {
        return bytes == null ? null : json.readValue(bytes, type);
    }
}
