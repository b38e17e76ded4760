-- Recordings are paused and gone on with, and do not stay for ever.
alter table calls add column recording_paused boolean not null default false;
alter table call_settings add column keep_recordings_days integer check (keep_recordings_days between 1 and 3650);

grant update (recording_paused) on calls to patchbay_ingest;

-- Whether a leg has been in the conference: who hangs up before has not been ended by it.
alter table call_legs add column was_in_room boolean not null default false;
grant update (was_in_room) on call_legs to patchbay_ingest;

-- Workspaces with recordings that have been kept for long enough.
create index recordings_kept on recordings (workspace_id, created_at) where status <> 'deleted';
create policy lookup_reads on call_settings for select to patchbay_lookup using (current_user = 'patchbay_lookup');
grant select (workspace_id, keep_recordings_days) on call_settings to patchbay_lookup;
create policy lookup_reads on recordings for select to patchbay_lookup using (current_user = 'patchbay_lookup');
grant select (workspace_id, call_id, status, created_at) on recordings to patchbay_lookup;
create function lookup_workspaces_with_recordings_to_delete(moment timestamptz) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select settings.workspace_id from call_settings settings
    where keep_recordings_days is not null and exists (
      select from recordings kept
      where kept.workspace_id = settings.workspace_id and status <> 'deleted'
        and kept.created_at < moment - make_interval(days => keep_recordings_days))
  $$;
call hand_to_lookup('lookup_workspaces_with_recordings_to_delete(timestamptz)');

-- Calls of which nobody said what became of their recording: within seconds Twilio would have. A few hours are
-- enough, for a call that ended while no server was there ends here when one is there again.
create index calls_unheard on calls (ended_at)
  where recorded and answered_at is not null and recording_url is null and ended_at is not null;
create function recording_is_missed(ended timestamptz, moment timestamptz) returns boolean
  language sql immutable parallel safe
  as $$ select ended between moment - interval '3 hours' and moment - interval '20 seconds' $$;
grant select (recorded, recording_paused, answered_at, recording_url) on calls to patchbay_lookup;
create function lookup_workspaces_with_recordings_to_find(moment timestamptz) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select workspace_id from calls
    where ended_at is null and recording_paused and id >= lowest_id_at(moment - interval '31 days')
    union
    select workspace_id from calls
    where recorded and answered_at is not null and recording_url is null
      and recording_is_missed(ended_at, moment)
      and not exists (select from recordings known
                      where known.workspace_id = calls.workspace_id and known.call_id = calls.id
                        and known.status in ('completed', 'absent', 'failed', 'deleted'))
  $$;
call hand_to_lookup('lookup_workspaces_with_recordings_to_find(timestamptz)');

-- A member's own filters of the history.
create table call_views (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  member_id uuid not null,
  name text not null,
  filter jsonb not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, member_id, name),
  foreign key (workspace_id, member_id) references workspace_members (workspace_id, id) on delete cascade
);
alter table call_views enable row level security, force row level security;
create policy bound_workspace_only on call_views to patchbay_server, patchbay_owner
  using (workspace_id = bound_workspace()) with check (workspace_id = bound_workspace());
grant select, insert, update, delete on call_views to patchbay_server;
