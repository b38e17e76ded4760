-- Facts for the desks. Written in the transaction that made them true, numbered after their commit: a
-- database sequence would give numbers out in another order than they become visible.
create table outbox (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  seq bigint,                                          -- null until numbered
  type text not null,
  at timestamptz not null,
  audience jsonb not null,                             -- who may see it; see Audience
  data jsonb not null,
  primary key (workspace_id, id)
) partition by range (id);
create index outbox_seq on outbox (workspace_id, seq);
create index outbox_unnumbered on outbox (workspace_id, id) where seq is null;
alter table outbox enable row level security, force row level security;
create policy bound_workspace_only on outbox
  using (workspace_id = bound_workspace()) with check (workspace_id = bound_workspace());
grant select, insert on outbox to patchbay_server;
grant update (seq) on outbox to patchbay_server;
insert into partitioned_tables (table_name, keep_months) values ('outbox', 2);

-- The last number given out. Its row lock is what makes the publisher the only one.
create table outbox_numbers (
  workspace_id uuid primary key references workspaces (id) on delete cascade,
  last_seq bigint not null default 0
);
alter table outbox_numbers enable row level security, force row level security;
create policy bound_workspace_only on outbox_numbers
  using (workspace_id = bound_workspace()) with check (workspace_id = bound_workspace());
grant select, insert, update on outbox_numbers to patchbay_server;

-- Open sockets of desks, refreshed by the node that holds them. What a dead node held goes stale.
create table desk_sockets (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  member_id uuid not null,
  node_id uuid not null,
  seen_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references workspace_members (workspace_id, id) on delete cascade
);
create index desk_sockets_member on desk_sockets (workspace_id, member_id);
create index desk_sockets_seen on desk_sockets (seen_at);
alter table desk_sockets enable row level security, force row level security;
create policy bound_workspace_only on desk_sockets
  using (workspace_id = bound_workspace()) with check (workspace_id = bound_workspace());
grant select, insert, delete on desk_sockets to patchbay_server;
grant update (seen_at) on desk_sockets to patchbay_server;

-- Which workspaces have sockets not seen since then.
create policy lookup_reads on desk_sockets for select to patchbay_lookup using (current_user = 'patchbay_lookup');
grant select (workspace_id, seen_at) on desk_sockets to patchbay_lookup;
create function lookup_workspaces_with_stale_sockets(since timestamptz) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select distinct workspace_id from desk_sockets where seen_at < since $$;

-- Which workspaces have facts without a number: what a node left that died between commit and numbering.
create policy lookup_reads on outbox for select to patchbay_lookup using (current_user = 'patchbay_lookup');
grant select (workspace_id, seq) on outbox to patchbay_lookup;
create function lookup_workspaces_with_unnumbered_outbox() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select distinct workspace_id from outbox where seq is null $$;

call hand_to_lookup('lookup_workspaces_with_stale_sockets(timestamptz)');
call hand_to_lookup('lookup_workspaces_with_unnumbered_outbox()');

-- db-scheduler's table, as its documentation gives it for PostgreSQL:
-- https://github.com/kagkarlsson/db-scheduler/blob/master/db-scheduler/src/test/resources/postgresql_tables.sql
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
grant select, insert, update, delete on scheduled_tasks to patchbay_server;

-- Retention is owner's work too; the rows of workspaces that are gone go with them.
select ensure_partitions();
