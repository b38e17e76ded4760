-- A desk follows the events from before the first thing that it reads, so that none falls between the two.
create policy lookup_reads on outbox_numbers for select to patchbay_lookup using (current_user = 'patchbay_lookup');
grant select (workspace_id, last_seq) on outbox_numbers to patchbay_lookup;

drop function lookup_memberships(uuid);
create function lookup_memberships(person uuid)
  returns table (member_id uuid, role text, workspace_id uuid, name text, country text, time_zone text,
                 created_at timestamptz, last_event bigint)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select member.id, member.role, workspace.id, workspace.name, workspace.country, workspace.time_zone,
           workspace.created_at, coalesce(numbers.last_seq, 0)
    from workspace_members member
    join workspaces workspace on workspace.id = member.workspace_id
    left join outbox_numbers numbers on numbers.workspace_id = member.workspace_id
    where member.user_id = person
    order by lower(workspace.name), workspace.id
  $$;
call hand_to_lookup('lookup_memberships(uuid)');
