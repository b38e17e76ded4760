-- The workspace that the transaction is bound to; null when none is. After a transaction that had one,
-- the setting is '' and not null, hence nullif.
create function bound_workspace() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.workspace_id', true), '')::uuid $$;

-- The person acting; null for jobs, webhooks and programs.
create function bound_user() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.user_id', true), '')::uuid $$;

grant usage on schema public to patchbay_server, patchbay_ingest, patchbay_lookup;

-- Hands a function that looks across workspaces to the role that may: only the server may call it, and
-- it sees what the policies of patchbay_lookup admit. Owned by the table owner it would see nothing.
create procedure hand_to_lookup(look_up regprocedure)
  language plpgsql
  as $$
begin
  execute format('revoke execute on function %s from public', look_up);
  execute format('grant execute on function %s to patchbay_server', look_up);
  grant create on schema public to patchbay_lookup;
  execute format('alter function %s owner to patchbay_lookup', look_up);
  revoke create on schema public from patchbay_lookup;
end
$$;
revoke execute on procedure hand_to_lookup(regprocedure) from public;

-- Which tables are cut into months, by which id, and how long their months are kept. A table whose rows
-- belong to a row of another table (a call's events) is named with a lower drop_order than its parent.
create table partitioned_tables (
  table_name text primary key,
  keep_months integer check (keep_months > 0),        -- null: for ever
  drop_order integer not null default 0
);

-- The smallest UUIDv7 of a moment: 48 bits of milliseconds (finer is cut off), version, variant, and zeros.
create function lowest_id_at(moment timestamptz) returns uuid
  language sql immutable parallel safe
  as $$ select (lpad(to_hex(floor(extract(epoch from moment) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid $$;

-- Makes the partitions of this month and the next two for every listed table, and answers how many were
-- new. A partition queried directly would bypass its parent's policy: none is ever granted to anybody.
create function ensure_partitions(moment timestamptz default now()) returns integer
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
  as $$
declare
  listed record;
  month_start timestamp;                               -- in UTC, whatever the session's time zone is
  partition_name text;
  made integer := 0;
begin
  perform pg_advisory_xact_lock(hashtext('ensure_partitions'));  -- nodes may ask at the same moment
  for listed in select table_name from partitioned_tables order by table_name loop
    for step in 0..2 loop
      month_start := date_trunc('month', moment at time zone 'UTC') + make_interval(months => step);
      partition_name := listed.table_name || to_char(month_start, '_YYYY_MM');
      if to_regclass('public.' || quote_ident(partition_name)) is null then
        execute format(
          'create table public.%I partition of public.%I for values from (%L) to (%L)',
          partition_name, listed.table_name,
          lowest_id_at(month_start at time zone 'UTC'),
          lowest_id_at((month_start + interval '1 month') at time zone 'UTC'));
        execute format('alter table public.%I enable row level security, force row level security', partition_name);
        made := made + 1;
      end if;
    end loop;
  end loop;
  return made;
end
$$;

-- Drops the months whose every row is older than its table's keep_months, children before parents, oldest
-- first, and answers their names. So a row is kept for that long, and up to one month more.
create function drop_expired(moment timestamptz default now()) returns setof text
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp
  as $$
declare
  expired record;
begin
  for expired in
    select child.relname as partition_name
    from partitioned_tables listed
    join pg_class parent on parent.relname = listed.table_name and parent.relnamespace = 'public'::regnamespace
    join pg_inherits on inhparent = parent.oid
    join pg_class child on child.oid = inhrelid
    where listed.keep_months is not null
      and child.relname ~ '_\d{4}_\d{2}$'
      and to_date(right(child.relname, 7), 'YYYY_MM') + interval '1 month'
          <= (moment at time zone 'UTC') - make_interval(months => listed.keep_months)
    order by listed.drop_order, child.relname
  loop
    execute format('drop table public.%I', expired.partition_name);
    return next expired.partition_name;
  end loop;
end
$$;

revoke execute on function ensure_partitions(timestamptz), drop_expired(timestamptz) from public;
grant execute on function ensure_partitions(timestamptz), drop_expired(timestamptz) to patchbay_server;
