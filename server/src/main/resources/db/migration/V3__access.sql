-- Sessions are global, as people are.
create table sessions (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text not null,
  user_agent text not null
);
create index sessions_user on sessions (user_id);
create index sessions_expiry on sessions (expires_at);
grant select, insert, delete on sessions to patchbay_server;
grant update (last_seen_at, expires_at) on sessions to patchbay_server;

-- Links that work once: choosing a new password, signing in to the demonstration.
create table one_time_tokens (
  id uuid primary key,
  purpose text not null check (purpose in ('password-reset', 'sign-in')),
  token_hash bytea not null unique,
  user_id uuid not null references users (id) on delete cascade,
  expires_at timestamptz not null
);
create index one_time_tokens_user on one_time_tokens (user_id);
create index one_time_tokens_expiry on one_time_tokens (expires_at);
grant select, insert, delete on one_time_tokens to patchbay_server;

-- Failed sign-ins, per account and per address. The subject is a hash: this table outlives neither the
-- account nor anybody's wish to be forgotten by more than a day.
create table sign_in_failures (
  subject bytea primary key,
  failures integer not null,
  last_at timestamptz not null,
  blocked_until timestamptz not null
);
create index sign_in_failures_age on sign_in_failures (last_at);
grant select, insert, update, delete on sign_in_failures to patchbay_server;

create table api_keys (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null,
  role text not null check (role in ('owner', 'admin', 'supervisor', 'agent')),
  prefix text not null,
  secret_hash bytea not null unique,
  created_by uuid,
  created_by_name text,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, created_by) references workspace_members (workspace_id, id)
    on delete set null (created_by)
);
alter table api_keys enable row level security, force row level security;
create policy bound_workspace_only on api_keys
  using (workspace_id = bound_workspace()) with check (workspace_id = bound_workspace());
grant select, insert, delete on api_keys to patchbay_server;
grant update (last_used_at) on api_keys to patchbay_server;

create policy lookup_reads on api_keys for select to patchbay_lookup using (current_user = 'patchbay_lookup');
grant select (workspace_id, id, name, role, secret_hash) on api_keys to patchbay_lookup;

-- The workspace, name and role of an API key.
create function lookup_api_key(hash bytea)
  returns table (workspace_id uuid, id uuid, name text, role text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select workspace_id, id, name, role from api_keys where secret_hash = hash $$;
call hand_to_lookup('lookup_api_key(bytea)');

-- Who did what. The server may add and read; nobody but retention takes away.
create table audit_log (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  at timestamptz not null default now(),
  action text not null,
  actor_kind text not null check (actor_kind in ('member', 'api-key', 'system')),
  actor_id uuid,
  actor_name text not null,
  target_kind text,
  target_id text,
  target_name text,
  address text,
  details jsonb not null default '{}',
  primary key (workspace_id, id)
) partition by range (id);
create index audit_log_action on audit_log (workspace_id, action text_pattern_ops, id);
create index audit_log_actor on audit_log (workspace_id, actor_id, id);
alter table audit_log enable row level security, force row level security;
create policy bound_workspace_only on audit_log
  using (workspace_id = bound_workspace()) with check (workspace_id = bound_workspace());
grant select, insert on audit_log to patchbay_server;
insert into partitioned_tables (table_name, keep_months) values ('audit_log', null);
