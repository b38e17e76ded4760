package org.patchbay.database.jobs;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.patchbay.database.Trip;
import tools.jackson.databind.json.JsonMapper;

/// Schedules many jobs at once, in a transaction of the ingest. One alone goes through [Jobs].
public final class JobBatch {

    private final JsonMapper json;
    private final JobRunner runner;

    JobBatch(JsonMapper json, JobRunner runner) {
        this.json = json;
        this.runner = runner;
    }

    /// @param job the name of a [OneTimeJob]
    /// @param id names this execution among those of the job, once and for all
    /// @param data what the job takes
    /// @param at when it is due; what is past is due at once
    public record Row(String job, String id, Object data, Instant at) {}

    private record Written(String job, String id, String data, Instant at) {}

    /// @param ingest on its way in a transaction of [org.patchbay.database.IngestPool#write]
    public void write(Trip ingest, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Written> written = rows.stream()
                .map(row -> new Written(row.job(), row.id(), json.writeValueAsString(row.data()), row.at()))
                .toList();
        ingest.tell("""
                insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
                select job, id, convert_to(data, 'UTF8'), at, false, 1
                from jsonb_to_recordset(?::jsonb) as planned (job text, id text, data text, at timestamptz)""", json.writeValueAsString(written));
    }

    /// To be called after the commit: what is due is done now rather than at the next poll.
    public void written(List<Row> rows) {
        rows.stream().map(Row::at).min(Comparator.naturalOrder()).ifPresent(runner::lookIfDue);
    }
}
