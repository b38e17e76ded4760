package org.patchbay.calls;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.database.Tenancy;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.access.AuditFact;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What holds for all calls of the bound workspace, unless a number or a call has it otherwise.
@Component
public class CallSettings {

    private static final Settings DEFAULTS = new Settings(true, "This call is recorded.", null, 0);

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    CallSettings(JdbcClient jdbc, Transactions transactions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.events = events;
    }

    /// @param record whether calls are recorded
    /// @param notice what is said before; may be blank where the law allows
    /// @param keepRecordingsDays after how many days a recording is deleted, at Twilio too; null for never
    /// @param wrapUpSeconds how long members write a call up before they are offered another
    public record Settings(
            boolean record, String notice, @Nullable Integer keepRecordingsDays, int wrapUpSeconds) {}

    public Settings get() {
        return transactions.read(() -> read(Tenancy.workspaceId()));
    }

    public Settings set(Settings settings) {
        return transactions.write(() -> {
            UUID workspaceId = Tenancy.workspaceId();
            Settings before = read(workspaceId);
            jdbc.sql("""
                    insert into call_settings
                      (workspace_id, record_calls, recording_notice, keep_recordings_days, wrap_up_seconds)
                    values (:workspace, :record, :notice, :keep, :wrapUp)
                    on conflict (workspace_id) do update set
                      record_calls = excluded.record_calls, recording_notice = excluded.recording_notice,
                      keep_recordings_days = excluded.keep_recordings_days,
                      wrap_up_seconds = excluded.wrap_up_seconds,
                      updated_at = now()""")
                    .param("workspace", workspaceId)
                    .param("record", settings.record())
                    .param("notice", settings.notice())
                    .param("keep", settings.keepRecordingsDays())
                    .param("wrapUp", settings.wrapUpSeconds())
                    .update();
            if (!before.equals(settings)) {
                events.publishEvent(AuditFact.of("calls.settings-changed"));
            }
            return settings;
        });
    }

    private Settings read(UUID workspaceId) {
        return jdbc.sql("""
                select record_calls, recording_notice, keep_recordings_days, wrap_up_seconds from call_settings
                where workspace_id = :workspace""")
                .param("workspace", workspaceId)
                .query((row, index) -> new Settings(
                        row.getBoolean("record_calls"),
                        row.getString("recording_notice"),
                        row.getObject("keep_recordings_days", Integer.class),
                        row.getInt("wrap_up_seconds")))
                .optional()
                .orElse(DEFAULTS);
    }
}
