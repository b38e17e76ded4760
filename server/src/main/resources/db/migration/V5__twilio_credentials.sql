-- One Twilio account per workspace. What is secret is encrypted by the server with the context
-- workspace|table|column: a value copied to another row, column or workspace does not decrypt.
create table workspace_twilio_config (
  workspace_id uuid primary key references workspaces (id) on delete cascade,
  account_sid text not null,
  auth_token bytea not null,
  secondary_auth_token bytea,
  api_key_sid text,
  api_key_secret bytea,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
alter table workspace_twilio_config enable row level security, force row level security;
create policy bound_workspace_only on workspace_twilio_config
  using (workspace_id = bound_workspace()) with check (workspace_id = bound_workspace());
grant select, insert, update, delete on workspace_twilio_config to patchbay_server;

-- Account SID → workspaces: two workspaces may share one Twilio account.
create index workspace_twilio_config_account on workspace_twilio_config (account_sid);
create policy lookup_reads on workspace_twilio_config for select to patchbay_lookup using (current_user = 'patchbay_lookup');
grant select (workspace_id, account_sid) on workspace_twilio_config to patchbay_lookup;
create function lookup_workspaces_of_account(account text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select workspace_id from workspace_twilio_config where account_sid = account order by workspace_id $$;
call hand_to_lookup('lookup_workspaces_of_account(text)');
