-- Recordings are paused and gone on with, and do not stay for ever.
alter table calls add column recording_paused boolean not null default false;
alter table call_settings add column keep_recordings_days integer check (keep_recordings_days between 1 and 3650);

grant update (recording_paused) on calls to patchbay_ingest;

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
