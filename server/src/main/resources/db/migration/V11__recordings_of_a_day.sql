-- How far is looked back for recordings of which nobody said what became of them: some hours as a rule, a day
-- when a server comes back that was away.
create function recording_is_missed(ended timestamptz, moment timestamptz, back interval) returns boolean
  language sql immutable parallel safe
  as $$ select ended between moment - back and moment - interval '20 seconds' $$;
create function lookup_workspaces_with_recordings_to_find(moment timestamptz, back interval) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select workspace_id from calls
    where ended_at is null and recording_paused and id >= lowest_id_at(moment - interval '31 days')
    union
    select workspace_id from calls
    where recorded and answered_at is not null and recording_url is null
      and recording_is_missed(ended_at, moment, back)
      and not exists (select from recordings known
                      where known.workspace_id = calls.workspace_id and known.call_id = calls.id
                        and known.status in ('completed', 'absent', 'failed', 'deleted'))
  $$;
call hand_to_lookup('lookup_workspaces_with_recordings_to_find(timestamptz, interval)');
drop function lookup_workspaces_with_recordings_to_find(timestamptz);
drop function recording_is_missed(timestamptz, timestamptz);
