-- After a call its member writes it up, and is offered no other meanwhile.
alter table call_settings
  add column wrap_up_seconds integer not null default 0 check (wrap_up_seconds between 0 and 600);

alter table calls
  add column wrap_up_seconds integer not null default 0,   -- as the workspace had it when the call began
  add column wrap_up_until timestamptz;                    -- null: there was none; past: it is done
create index calls_wrap_up on calls (workspace_id, wrap_up_until) where wrap_up_until is not null;

grant update (wrap_up_until) on calls to patchbay_server, patchbay_ingest;
