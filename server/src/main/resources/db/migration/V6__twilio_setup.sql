-- What the account is, what we made there, and how it was found last. Nothing here is secret but what
-- V5 has encrypted.
alter table workspace_twilio_config
  add column environment text not null default 'simulator' check (environment in ('twilio', 'simulator')),
  add column account_name text,
  add column trial boolean not null default false,
  add column twiml_app_sid text,
  add column base_url text,                            -- what the account was last told to reach us under
  add column base_url_before text,                     -- what it was told before that, and
  add column base_url_until timestamptz,               -- until when deliveries signed for it are accepted
  add column configured_at timestamptz,
  add column secondary_until timestamptz;              -- until when deliveries of the token before are accepted
alter table workspace_twilio_config alter column environment drop default;

-- A workspace's numbers. One that was released stays, for the calls and texts that name it.
create table twilio_numbers (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  sid text not null,
  phone_number text not null,                          -- E.164
  friendly_name text not null,
  named_here boolean not null default false,           -- then Twilio's name does not replace it
  can_voice boolean not null,
  can_sms boolean not null,
  can_mms boolean not null,
  status text not null default 'active' check (status in ('active', 'released')),
  webhook_url text,                                    -- where we sent its texts; null until we have
  webhook_type text not null default 'workspace' check (webhook_type = 'workspace'),
  held boolean not null default false,                 -- whether it is ours: one workspace's at a time
  connection text not null default 'waiting'
    check (connection in ('waiting', 'connected', 'drifted', 'asks', 'left', 'elsewhere', 'failed')),
  held_by text,                                        -- the trunk or app that it belongs to, of 'asks'
  differences jsonb not null default '[]',
  problem jsonb,
  found jsonb,                                         -- how it was wired before us; null while it is not ours
  set_to jsonb,                                        -- how we wired it last
  recording text not null default 'inherit' check (recording in ('inherit', 'on', 'off')),
  no_answer_seconds integer not null default 60 check (no_answer_seconds between 5 and 600),
  forward_to text,
  last_voice_at timestamptz,
  last_sms_at timestamptz,
  last_status_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, phone_number),
  unique (workspace_id, sid)
);
-- Across workspaces, whatever the policies show: two on one account can not both have a number.
create unique index twilio_numbers_held on twilio_numbers (sid) where held;
create index twilio_numbers_order on twilio_numbers (workspace_id, status, phone_number, id);
alter table twilio_numbers enable row level security, force row level security;
create policy bound_workspace_only on twilio_numbers
  using (workspace_id = bound_workspace()) with check (workspace_id = bound_workspace());
grant select, insert, update, delete on twilio_numbers to patchbay_server;

-- Which members use which number; a number of nobody's is everybody's.
create table agent_phone (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  member_id uuid not null,
  number_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, member_id, number_id),
  foreign key (workspace_id, member_id) references workspace_members (workspace_id, id) on delete cascade,
  foreign key (workspace_id, number_id) references twilio_numbers (workspace_id, id) on delete cascade
);
create index agent_phone_number on agent_phone (workspace_id, number_id);
alter table agent_phone enable row level security, force row level security;
create policy bound_workspace_only on agent_phone
  using (workspace_id = bound_workspace()) with check (workspace_id = bound_workspace());
grant select, insert, delete on agent_phone to patchbay_server;

-- The number that a member calls from, where they chose one.
create table caller_ids (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  member_id uuid not null,
  number_id uuid not null,
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references workspace_members (workspace_id, id) on delete cascade,
  foreign key (workspace_id, number_id) references twilio_numbers (workspace_id, id) on delete cascade
);
create index caller_ids_number on caller_ids (workspace_id, number_id);
alter table caller_ids enable row level security, force row level security;
create policy bound_workspace_only on caller_ids
  using (workspace_id = bound_workspace()) with check (workspace_id = bound_workspace());
grant select, insert, update, delete on caller_ids to patchbay_server;

-- Something done to a Twilio account, step by step. One at a time.
create table provisioning_runs (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('configure', 'repair', 'clear')),
  state text not null default 'running' check (state in ('running', 'done', 'failed', 'stopped')),
  started_by text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  base_url_before text,
  base_url text,
  number_ids uuid[],                                   -- null: all
  take_over boolean not null default false,
  stopping boolean not null default false,
  failures integer not null default 0,                 -- of the step that it is at, in a row
  steps jsonb not null,
  leftovers jsonb not null default '[]',
  primary key (workspace_id, id)
);
create unique index provisioning_runs_one on provisioning_runs (workspace_id) where state = 'running';
alter table provisioning_runs enable row level security, force row level security;
create policy bound_workspace_only on provisioning_runs
  using (workspace_id = bound_workspace()) with check (workspace_id = bound_workspace());
grant select, insert, update, delete on provisioning_runs to patchbay_server;

-- How the account was found. A row for each time that it was found otherwise than before.
create table provisioning_checks (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  first_at timestamptz not null,
  at timestamptz not null,
  by_name text,                                        -- null when it was time for it
  state text not null check (state in ('ok', 'drift', 'failed')),
  differences jsonb not null default '[]',
  problem jsonb,
  primary key (workspace_id, id)
);
alter table provisioning_checks enable row level security, force row level security;
create policy bound_workspace_only on provisioning_checks
  using (workspace_id = bound_workspace()) with check (workspace_id = bound_workspace());
grant select, insert, update, delete on provisioning_checks to patchbay_server;

-- What came from Twilio, or from somebody who said so: counts per hour, not deliveries.
create table webhook_deliveries (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  hour timestamptz not null,
  verdict text not null check (verdict in
    ('accepted', 'no-signature', 'wrong-token', 'wrong-url', 'unknown-account', 'unreadable')),
  kind text not null,                                  -- of accepted: what it was; else the path
  phone_number text not null default '',               -- ours, of accepted
  count bigint not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  delivered_to text,
  account_sid text,
  primary key (workspace_id, hour, verdict, kind, phone_number)
);
alter table webhook_deliveries enable row level security, force row level security;
create policy bound_workspace_only on webhook_deliveries
  using (workspace_id = bound_workspace()) with check (workspace_id = bound_workspace());
grant select, insert, update, delete on webhook_deliveries to patchbay_server;

-- Whose counts are old enough to be forgotten.
create index webhook_deliveries_hour on webhook_deliveries (hour);
create policy lookup_reads on webhook_deliveries for select to patchbay_lookup using (current_user = 'patchbay_lookup');
grant select (workspace_id, hour) on webhook_deliveries to patchbay_lookup;
create function lookup_workspaces_with_deliveries_before(moment timestamptz) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select distinct workspace_id from webhook_deliveries where hour < moment $$;
call hand_to_lookup('lookup_workspaces_with_deliveries_before(timestamptz)');

-- Texts. They outlive the number and the account that they came through.
create table messages (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  sid text not null,
  direction text not null check (direction in ('inbound', 'outbound')),
  from_number text not null,
  to_number text not null,
  number_id uuid,
  body text not null,
  body_bytes bytea,                                    -- the body in UTF-8, where text can not hold it (U+0000)
  media jsonb not null default '[]',                   -- [{"contentType", "url"}], the URLs are Twilio's
  status text not null,
  error_code integer,
  at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, sid),
  foreign key (workspace_id, number_id) references twilio_numbers (workspace_id, id)
    on delete set null (number_id)
);
create index messages_number on messages (workspace_id, number_id, id);
alter table messages enable row level security, force row level security;
create policy bound_workspace_only on messages
  using (workspace_id = bound_workspace()) with check (workspace_id = bound_workspace());
grant select, insert, update on messages to patchbay_server;

-- A delivery without a workspace in its path: whose is it? First by the TwiML app, then by our number, then
-- by the account, where it has one workspace only.
create policy lookup_reads on twilio_numbers for select to patchbay_lookup using (current_user = 'patchbay_lookup');
grant select (workspace_id, sid, phone_number, held) on twilio_numbers to patchbay_lookup;
grant select (twiml_app_sid, configured_at) on workspace_twilio_config to patchbay_lookup;
create function lookup_webhook_workspace(account text, app text, numbers text[]) returns uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    with candidates as (
      select workspace_id, twiml_app_sid from workspace_twilio_config where account_sid = account
    ), found (rank, workspace_id) as (
      select 1, workspace_id from candidates where twiml_app_sid = app
      union all
      select 2, held.workspace_id
      from candidates join twilio_numbers held using (workspace_id)
      where held.held and held.phone_number = any(numbers)
      union all
      select 3, (array_agg(workspace_id))[1] from candidates having count(*) = 1
    )
    select workspace_id from found order by rank, workspace_id limit 1
  $$;
call hand_to_lookup('lookup_webhook_workspace(text, text, text[])');

-- Which workspace has a number of an account, if any has.
create function lookup_number_holder(number_sid text) returns uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select workspace_id from twilio_numbers where sid = number_sid and held $$;
call hand_to_lookup('lookup_number_holder(text)');

-- Every workspace whose account is configured, for the checks that come by themselves.
create function lookup_configured_workspaces() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select workspace_id from workspace_twilio_config where configured_at is not null order by workspace_id $$;
call hand_to_lookup('lookup_configured_workspaces()');
