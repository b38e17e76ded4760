-- What happens with calls, as the workspace and each number have it. Without a row: as the defaults say.
create table call_settings (
  workspace_id uuid primary key references workspaces (id) on delete cascade,
  record_calls boolean not null default true,
  recording_notice text not null default 'This call is recorded.',
  updated_at timestamptz not null default now()
);

alter table twilio_numbers
  add column on_no_answer text not null default 'message' check (on_no_answer in ('message', 'forward', 'voicemail')),
  add column no_answer_to text,                        -- E.164, of 'forward'
  add column whisper boolean not null default false;   -- whoever a call is forwarded to presses a key first

-- A conversation with a customer. What the machine decides stands in the columns up to ended_at; the rest
-- is written by people and by jobs.
create table calls (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  twilio_call_sid text,                                -- the customer's leg
  direction text not null check (direction in ('inbound', 'outbound')),
  via text not null check (via in ('number', 'browser', 'phone', 'api')),
  from_number text not null,                           -- as Twilio says it: not always a number
  to_number text not null,
  customer_number text generated always as (case direction when 'inbound' then from_number else to_number end) stored,
  caller_name text,
  number_id uuid,
  contact_id uuid,
  queue_id uuid,
  stage text not null,
  status text not null check (status in
    ('queued', 'ringing', 'in-progress', 'completed', 'busy', 'no-answer', 'failed', 'canceled')),
  outcome text check (outcome in ('answered', 'missed', 'abandoned', 'voicemail', 'failed')),
  end_reason text,
  error_code integer,                                  -- Twilio's, where one ended it
  member_id uuid,                                      -- who has it
  member_name text,                                    -- and what they were called: members go, calls stay
  claim_epoch integer not null default 0,
  lease_until timestamptz,
  offered_to uuid[] not null default '{}',
  declined_by uuid[] not null default '{}',
  ring_until timestamptz,
  conference_name text,
  conference_sid text,
  recorded boolean not null,
  ring_seconds integer not null,
  unanswered text not null check (unanswered in ('message', 'forward', 'voicemail')),
  forward_to text,
  whisper boolean not null default false,
  created_at timestamptz not null,
  offered_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  duration_seconds integer,                            -- from the answer to the end
  wait_seconds integer,                                -- until the answer, or until nobody waited any more
  recording_url text,                                  -- ours
  price numeric(12, 5),
  price_unit text,
  price_checks smallint not null default 0,            -- how often Twilio was asked what it costs
  disposition text,
  notes text not null default '',
  tags text[] not null default '{}',
  updated_at timestamptz not null,
  primary key (workspace_id, id)
) partition by range (id);
create index calls_live on calls (workspace_id, id) where ended_at is null;
create index calls_member on calls (workspace_id, member_id, id);
create index calls_customer on calls (workspace_id, customer_number, id);
create index calls_number on calls (workspace_id, number_id, id);
create index calls_sid on calls (twilio_call_sid);
create index calls_unpriced on calls (ended_at) where price is null and price_checks < 7 and ended_at is not null;
insert into partitioned_tables (table_name, drop_order) values ('calls', 2);

-- A Twilio call inside it.
create table call_legs (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  call_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('customer', 'agent', 'third-party')),
  member_id uuid,
  address text not null,                               -- number, or client:identity
  twilio_call_sid text,
  status text not null,                                -- Twilio's
  sequence integer not null default -1,
  epoch integer not null default 0,                    -- of the claim that it came by
  in_room boolean not null default false,
  dial text not null default 'none' check (dial in ('none', 'wanted', 'started', 'unclear', 'done', 'refused')),
  ending boolean not null default false,               -- whether we asked Twilio to end it
  created_at timestamptz not null,
  ringing_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  duration_seconds integer,
  sip_code integer,
  error_code integer,
  primary key (workspace_id, call_id, id)
) partition by range (call_id);
insert into partitioned_tables (table_name, drop_order) values ('call_legs', 1);

-- Everything that was ever said about a call, once.
create table call_events (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  call_id uuid not null,
  dedupe_key uuid not null,                            -- a digest of signed fields only
  id uuid not null,                                    -- in the order of arrival
  leg_id uuid,
  event_type text not null,
  event_data jsonb not null,                           -- the webhook in full
  source text not null check (source in ('webhook', 'member', 'timer', 'twilio', 'reconciliation')),
  occurred_at timestamptz not null,
  created_at timestamptz not null,
  reply text,                                          -- the TwiML that was answered
  decided jsonb not null default '[]',                 -- what followed, in words
  primary key (workspace_id, call_id, dedupe_key)
) partition by range (call_id);
insert into partitioned_tables (table_name, drop_order) values ('call_events', 1);

-- Which call a Twilio call belongs to. Claimed by whichever delivery comes first; unique across partitions,
-- for which the tables above cannot vouch.
create table call_sids (
  twilio_call_sid text primary key,
  workspace_id uuid not null references workspaces (id) on delete cascade,
  call_id uuid not null,
  created_at timestamptz not null default now()
);
create index call_sids_call on call_sids (workspace_id, call_id);

create table recordings (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  call_id uuid not null,
  leg_id uuid,
  twilio_recording_sid text not null,
  conference_sid text,
  status text not null check (status in ('in-progress', 'paused', 'stopped', 'processing', 'completed', 'absent', 'failed', 'deleted')),
  source text not null,
  channels integer,
  duration_seconds integer,
  started_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, twilio_recording_sid)
);
create index recordings_call on recordings (workspace_id, call_id);

-- Callers whose calls are not taken.
create table blocked_callers (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  phone_number text not null,                          -- E.164
  reason text not null default '',
  blocked_by uuid,
  created_at timestamptz not null default now(),
  primary key (workspace_id, phone_number),
  foreign key (workspace_id, blocked_by) references workspace_members (workspace_id, id) on delete set null (blocked_by)
);

-- A member's own phone, for calls without a headset.
create table member_phones (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  member_id uuid not null,
  phone_number text not null,                          -- E.164
  updated_at timestamptz not null default now(),
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references workspace_members (workspace_id, id) on delete cascade
);

-- Which call an Idempotency-Key made.
create table call_requests (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  actor_id uuid not null,                              -- a member, or an API key
  key text not null,
  request text not null,                               -- a digest of what was asked
  call_id uuid not null,
  created_at timestamptz not null,
  primary key (workspace_id, actor_id, key)
);

-- The workspaces of the batch that the ingest is writing. Set for one transaction; nothing without it.
create function ingest_workspaces() returns uuid[]
  language sql stable parallel safe
  as $$ select string_to_array(nullif(current_setting('app.workspace_ids', true), ''), ',')::uuid[] $$;

do $$
declare
  name text;
begin
  foreach name in array array['calls', 'call_legs', 'call_events', 'call_sids', 'recordings', 'blocked_callers',
    'call_settings', 'member_phones', 'call_requests'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy bound_workspace_only on %I to patchbay_server, patchbay_owner
      using (workspace_id = bound_workspace()) with check (workspace_id = bound_workspace())', name);
  end loop;
  -- One evaluation for a statement, not one for a row: hence the select around it.
  foreach name in array array['calls', 'call_legs', 'call_events', 'call_sids', 'recordings', 'outbox'] loop
    execute format('create policy batch_only on %I to patchbay_ingest
      using (workspace_id = any ((select ingest_workspaces())::uuid[]))
      with check (workspace_id = any ((select ingest_workspaces())::uuid[]))', name);
  end loop;
  foreach name in array array['blocked_callers', 'call_settings', 'twilio_numbers', 'agent_phone', 'workspace_members'] loop
    execute format('create policy batch_only on %I for select to patchbay_ingest
      using (workspace_id = any ((select ingest_workspaces())::uuid[]))', name);
  end loop;
end
$$;
create policy batch_only on workspaces for select to patchbay_ingest
  using (id = any ((select ingest_workspaces())::uuid[]));

grant select on calls, call_legs, call_events, call_sids to patchbay_server;
grant update (contact_id, price, price_unit, price_checks, disposition, notes, tags, updated_at) on calls to patchbay_server;
grant select, update on recordings to patchbay_server;
grant select, insert, delete on blocked_callers to patchbay_server;
grant select, insert, update on call_settings to patchbay_server;
grant select, insert, update, delete on member_phones to patchbay_server;
grant select, insert, delete on call_requests to patchbay_server;

-- Calls are written by the ingest alone: whatever happens to one, wherever it comes from, goes through it.
grant select, insert on calls, call_legs, call_events, call_sids, recordings to patchbay_ingest;
grant update (twilio_call_sid, number_id, stage, status, outcome, end_reason, error_code, member_id, member_name,
  claim_epoch, lease_until, offered_to, declined_by, ring_until, conference_sid, unanswered, forward_to,
  offered_at, answered_at, ended_at, duration_seconds, wait_seconds, recording_url, updated_at) on calls to patchbay_ingest;
grant update (twilio_call_sid, status, sequence, in_room, dial, ending, ringing_at, answered_at, ended_at,
  duration_seconds, sip_code, error_code) on call_legs to patchbay_ingest;
grant update (status, channels, duration_seconds, started_at, updated_at) on recordings to patchbay_ingest;
grant insert on outbox, scheduled_tasks to patchbay_ingest;

-- What a decision about a new call needs to know.
grant select (workspace_id, id, phone_number, friendly_name, status, recording, no_answer_seconds, forward_to,
  on_no_answer, no_answer_to, whisper) on twilio_numbers to patchbay_ingest;
grant select on agent_phone to patchbay_ingest;
grant select (workspace_id, phone_number) on blocked_callers to patchbay_ingest;
grant select (workspace_id, id, user_id, role, presence_choice, connected) on workspace_members to patchbay_ingest;
grant select on call_settings to patchbay_ingest;
grant select (id, name, country, time_zone) on workspaces to patchbay_ingest;

-- Workspaces with legs that are not over, for the reconciliation. A month is enough: nobody speaks longer.
create policy lookup_reads on calls for select to patchbay_lookup using (current_user = 'patchbay_lookup');
grant select (workspace_id, id, ended_at, price, price_checks) on calls to patchbay_lookup;
create policy lookup_reads on call_legs for select to patchbay_lookup using (current_user = 'patchbay_lookup');
grant select (workspace_id, call_id, ended_at) on call_legs to patchbay_lookup;
create index call_legs_open on call_legs (workspace_id, call_id) where ended_at is null;
create function lookup_workspaces_with_open_legs() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select distinct workspace_id from call_legs
    where ended_at is null and call_id >= lowest_id_at(now() - interval '31 days')
  $$;
call hand_to_lookup('lookup_workspaces_with_open_legs()');

-- When Twilio is asked what a call costs: a minute after its end, and ever more seldom after that.
create function price_check_due(ended timestamptz, checks integer) returns timestamptz
  language sql immutable parallel safe
  as $$ select ended + (array['1 minute', '5 minutes', '30 minutes', '2 hours', '12 hours', '1 day', '3 days'])[checks + 1]::interval $$;

create function lookup_workspaces_with_calls_to_price(moment timestamptz) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select distinct workspace_id from calls
    where price is null and price_checks < 7 and ended_at is not null
      and price_check_due(ended_at, price_checks) <= moment
  $$;
call hand_to_lookup('lookup_workspaces_with_calls_to_price(timestamptz)');

select ensure_partitions();
