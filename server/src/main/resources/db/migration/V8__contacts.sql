-- Whom the workspace speaks with.
create table contacts (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  name text not null default '',
  company text not null default '',
  email text not null default '',
  notes text not null default '',
  tags text[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
create index contacts_by_name on contacts (workspace_id, lower(coalesce(nullif(name, ''), company)), id);
create index contacts_by_email on contacts (workspace_id, lower(email)) where email <> '';

-- A phone is one contact's: whoever calls from it is known by it.
create table contact_phones (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  phone_number text not null,                          -- E.164
  contact_id uuid not null,
  label text not null default '',
  position smallint not null,                          -- the first one is called first
  primary key (workspace_id, phone_number),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);
create index contact_phones_contact on contact_phones (workspace_id, contact_id, position);

alter table calls
  add foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete set null (contact_id);
create index calls_contact on calls (workspace_id, contact_id, id) where contact_id is not null;

do $$
declare
  name text;
begin
  foreach name in array array['contacts', 'contact_phones'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy bound_workspace_only on %I to patchbay_server, patchbay_owner
      using (workspace_id = bound_workspace()) with check (workspace_id = bound_workspace())', name);
    execute format('create policy batch_only on %I for select to patchbay_ingest
      using (workspace_id = any ((select ingest_workspaces())::uuid[]))', name);
  end loop;
end
$$;

grant select, insert, update, delete on contacts, contact_phones to patchbay_server;
-- The caller's name, on the desks that ring.
grant select (workspace_id, id, name, company) on contacts to patchbay_ingest;
grant select (workspace_id, phone_number, contact_id) on contact_phones to patchbay_ingest;
