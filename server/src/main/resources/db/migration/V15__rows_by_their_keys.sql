-- The ingest looks its rows up by their whole keys. Where the row policy can be an index condition too, PostgreSQL
-- sorts the batch's workspaces again for each row that is looked up, and may choose an index of the workspace instead
-- of the key. "is true" keeps the policy what it is, a check of the rows found.
do $$
declare
  name text;
begin
  foreach name in array array['calls', 'call_legs', 'call_events', 'call_sids', 'recordings', 'twilio_numbers',
    'blocked_callers', 'contacts', 'contact_phones'] loop
    execute format('alter policy batch_only on %I
      using ((workspace_id = any ((select ingest_workspaces())::uuid[])) is true)', name);
  end loop;
end
$$;
