-- People are global: one person may be a member of several workspaces.
create table users (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  name text not null,
  language text not null default 'en',
  password_hash text,                                  -- null until a password has been chosen
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
grant select, insert, update on users to patchbay_server;

create table workspaces (
  id uuid primary key,
  name text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  time_zone text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table workspace_members (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  user_id uuid not null references users (id) on delete cascade,
  role text not null check (role in ('owner', 'admin', 'supervisor', 'agent')),
  presence_choice text not null default 'away' check (presence_choice in ('available', 'busy', 'away')),
  connected boolean not null default false,            -- whether a desk of theirs has an open socket
  presence_since timestamptz not null default now(),
  joined_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, user_id)
);
create index workspace_members_user on workspace_members (user_id);

alter table workspace_members enable row level security, force row level security;
create policy bound_workspace_only on workspace_members
  using (workspace_id = bound_workspace()) with check (workspace_id = bound_workspace());
grant select, insert, delete on workspace_members to patchbay_server;
grant update (role, presence_choice, connected, presence_since) on workspace_members to patchbay_server;

-- A workspace is visible where it is bound, and to a person only while they are a member.
alter table workspaces enable row level security, force row level security;
create policy members_only on workspaces
  using (
    id = bound_workspace()
    and (bound_user() is null or exists (
      select from workspace_members member
      where member.workspace_id = workspaces.id and member.user_id = bound_user())))
  with check (id = bound_workspace());
grant select, insert, delete on workspaces to patchbay_server;
grant update (name, country, time_zone, updated_at) on workspaces to patchbay_server;

create table invitations (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  email text not null check (email = lower(email)),
  role text not null check (role in ('owner', 'admin', 'supervisor', 'agent')),
  token_hash bytea not null unique,
  invited_by uuid,
  invited_by_name text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, email),
  foreign key (workspace_id, invited_by) references workspace_members (workspace_id, id)
    on delete set null (invited_by)
);
alter table invitations enable row level security, force row level security;
create policy bound_workspace_only on invitations
  using (workspace_id = bound_workspace()) with check (workspace_id = bound_workspace());
grant select, insert, delete on invitations to patchbay_server;
grant update (token_hash, expires_at) on invitations to patchbay_server;

-- Looking across workspaces: functions of a role that nobody can log in as, with its own narrow policies.
-- They hold for the role itself and not for its members: on PostgreSQL 15 the owner inherits from it.
create policy lookup_reads on workspace_members for select to patchbay_lookup using (current_user = 'patchbay_lookup');
create policy lookup_reads on workspaces for select to patchbay_lookup using (current_user = 'patchbay_lookup');
create policy lookup_reads on invitations for select to patchbay_lookup using (current_user = 'patchbay_lookup');
grant select (workspace_id, id, user_id, role) on workspace_members to patchbay_lookup;
grant select (id, name, country, time_zone, created_at) on workspaces to patchbay_lookup;
grant select (workspace_id, id, email, role, token_hash, invited_by_name, expires_at) on invitations to patchbay_lookup;

-- The role of a person in a workspace; null when they are no member or it does not exist.
create function lookup_membership(workspace uuid, person uuid) returns text
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select role from workspace_members where workspace_id = workspace and user_id = person $$;

-- Where a person is a member.
create function lookup_memberships(person uuid)
  returns table (member_id uuid, role text, workspace_id uuid, name text, country text, time_zone text, created_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select member.id, member.role, workspace.id, workspace.name, workspace.country, workspace.time_zone, workspace.created_at
    from workspace_members member join workspaces workspace on workspace.id = member.workspace_id
    where member.user_id = person
    order by lower(workspace.name), workspace.id
  $$;

-- The open invitation behind a link.
create function lookup_invitation(hash bytea)
  returns table (workspace_id uuid, id uuid, email text, role text, invited_by_name text, workspace_name text, expires_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select invitation.workspace_id, invitation.id, invitation.email, invitation.role,
           invitation.invited_by_name, workspace.name, invitation.expires_at
    from invitations invitation join workspaces workspace on workspace.id = invitation.workspace_id
    where invitation.token_hash = hash
  $$;

-- Every workspace, for jobs that go through them one by one.
create function lookup_workspace_ids() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select id from workspaces order by id $$;

call hand_to_lookup('lookup_membership(uuid, uuid)');
call hand_to_lookup('lookup_memberships(uuid)');
call hand_to_lookup('lookup_invitation(bytea)');
call hand_to_lookup('lookup_workspace_ids()');
