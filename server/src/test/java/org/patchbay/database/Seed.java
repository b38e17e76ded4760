package org.patchbay.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.patchbay.kernel.Ids;

/// One row for every table of a workspace, so that no isolation check passes because there was nothing to
/// see. A new table needs a line here: the checks say so.
final class Seed {

    private static final Map<String, String> ROWS = new LinkedHashMap<>();

    static {
        ROWS.put("users", "insert into users (id, email, name) values (:user, :user::text || '@example.com', 'Ada')");
        ROWS.put(
                "workspaces",
                "insert into workspaces (id, name, country, time_zone) values (:ws, 'Acme', 'US', 'UTC')");
        ROWS.put("workspace_members", """
                insert into workspace_members (workspace_id, id, user_id, role) values (:ws, :member, :user, 'admin')""");
        ROWS.put("invitations", """
                insert into invitations (workspace_id, id, email, role, token_hash, invited_by, invited_by_name, expires_at)
                values (:ws, :id, 'bob@example.com', 'agent', decode(md5(:ws::text), 'hex'), :member, 'Ada', now())""");
        ROWS.put("api_keys", """
                insert into api_keys (workspace_id, id, name, role, prefix, secret_hash, created_by, created_by_name)
                values (:ws, :id, 'Import', 'agent', 'pb_1234', decode(md5(:ws::text), 'hex'), :member, 'Ada')""");
        ROWS.put("audit_log", """
                insert into audit_log (workspace_id, id, action, actor_kind, actor_name)
                values (:ws, :id, 'member.invited', 'system', 'Patchbay')""");
        ROWS.put("outbox", """
                insert into outbox (workspace_id, id, type, at, audience, data)
                values (:ws, :id, 'member.presence', now(), '{}', '{}')""");
        ROWS.put("outbox_numbers", "insert into outbox_numbers (workspace_id, last_seq) values (:ws, 1)");
        ROWS.put("desk_sockets", """
                insert into desk_sockets (workspace_id, id, member_id, node_id, seen_at)
                values (:ws, :id, :member, :id, now())""");
        ROWS.put("workspace_twilio_config", """
                insert into workspace_twilio_config (workspace_id, environment, account_sid, auth_token)
                values (:ws, 'simulator', 'AC0', 'sealed')""");
        ROWS.put("twilio_numbers", """
                insert into twilio_numbers
                  (workspace_id, id, sid, phone_number, friendly_name, can_voice, can_sms, can_mms)
                values (:ws, :number, 'PN0', '+15005550006', 'Front desk', true, true, true)""");
        ROWS.put("agent_phone", """
                insert into agent_phone (workspace_id, member_id, number_id) values (:ws, :member, :number)""");
        ROWS.put("caller_ids", """
                insert into caller_ids (workspace_id, member_id, number_id) values (:ws, :member, :number)""");
        ROWS.put("provisioning_runs", """
                insert into provisioning_runs (workspace_id, id, kind, started_by, started_at, steps)
                values (:ws, :id, 'configure', 'Ada', now(), '[]')""");
        ROWS.put("provisioning_checks", """
                insert into provisioning_checks (workspace_id, id, first_at, at, state)
                values (:ws, :id, now(), now(), 'ok')""");
        ROWS.put("webhook_deliveries", """
                insert into webhook_deliveries (workspace_id, hour, verdict, kind, count, first_at, last_at)
                values (:ws, now(), 'accepted', 'voice', 1, now(), now())""");
        ROWS.put("messages", """
                insert into messages
                  (workspace_id, id, sid, direction, from_number, to_number, number_id, body, status, at, updated_at)
                values (:ws, :id, 'SM0', 'inbound', '+15005550001', '+15005550006', :number, 'Hi', 'received', now(),
                        now())""");
        ROWS.put("contacts", "insert into contacts (workspace_id, id, name) values (:ws, :contact, 'Cleo')");
        ROWS.put("contact_phones", """
                insert into contact_phones (workspace_id, phone_number, contact_id, position)
                values (:ws, '+15005550001', :contact, 0)""");
        ROWS.put("calls", """
                insert into calls (workspace_id, id, direction, via, from_number, to_number, contact_id, stage, status,
                  recorded, ring_seconds, unanswered, created_at, updated_at)
                values (:ws, :call, 'inbound', 'number', '+15005550001', '+15005550006', :contact, 'offered', 'ringing',
                  true, 60, 'message', now(), now())""");
        ROWS.put("call_legs", """
                insert into call_legs (workspace_id, call_id, id, kind, address, status, created_at)
                values (:ws, :call, :id, 'customer', '+15005550001', 'ringing', now())""");
        ROWS.put("call_events", """
                insert into call_events
                  (workspace_id, call_id, dedupe_key, id, event_type, event_data, source, occurred_at, created_at)
                values (:ws, :call, :id, :id, 'voice', '{}', 'webhook', now(), now())""");
        ROWS.put("call_sids", """
                insert into call_sids (twilio_call_sid, workspace_id, call_id) values ('CA' || :ws, :ws, :call)""");
        ROWS.put("recordings", """
                insert into recordings
                  (workspace_id, id, call_id, twilio_recording_sid, status, source, created_at, updated_at)
                values (:ws, :id, :call, 'RE0', 'completed', 'Conference', now(), now())""");
        ROWS.put("blocked_callers", """
                insert into blocked_callers (workspace_id, phone_number, blocked_by) values (:ws, '+15005550009', :member)""");
        ROWS.put("call_settings", "insert into call_settings (workspace_id) values (:ws)");
        ROWS.put("member_phones", """
                insert into member_phones (workspace_id, member_id, phone_number) values (:ws, :member, '+15005550008')""");
        ROWS.put("call_requests", """
                insert into call_requests (workspace_id, actor_id, key, request, call_id, created_at)
                values (:ws, :member, 'k', 'd', :call, now())""");
        ROWS.put("call_views", """
                insert into call_views (workspace_id, id, member_id, name, filter)
                values (:ws, :id, :member, 'Missed', '{}')""");
    }

    private Seed() {}

    /// @return the new workspace
    static UUID workspace(Connection superuser) throws SQLException {
        UUID workspace = Ids.next();
        UUID member = Ids.next();
        UUID user = Ids.next();
        UUID number = Ids.next();
        UUID call = Ids.next();
        UUID contact = Ids.next();
        try (Statement statement = superuser.createStatement()) {
            for (String row : ROWS.values()) {
                statement.execute(row.replace(":ws", quoted(workspace))
                        .replace(":member", quoted(member))
                        .replace(":number", quoted(number))
                        .replace(":call", quoted(call))
                        .replace(":contact", quoted(contact))
                        .replace(":user", quoted(user))
                        .replace(":id", quoted(Ids.next())));
            }
        }
        return workspace;
    }

    private static String quoted(UUID id) {
        return "uuid '" + id + "'";
    }
}
