-- The roles of a Patchbay database. Run once by a superuser (the embedded database does it by itself;
-- for an external one see docs/operating.md), before the first start. Running it again is harmless.
--
--   patchbay_owner    owns every table and migrates; row policies are forced on it too
--   patchbay_server   serves requests; owns nothing
--   patchbay_ingest   writes what Twilio's callbacks say, in batches across workspaces; owns nothing
--   patchbay_lookup   nobody's login; owns the few functions that may look across workspaces
--
-- The ingest role is granted to nobody: a server that could change into it could read every workspace.
do $$
declare
  role_name text;
begin
  foreach role_name in array array['patchbay_owner', 'patchbay_server', 'patchbay_ingest'] loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I login nosuperuser nocreatedb nocreaterole nobypassrls', role_name);
    end if;
  end loop;
  if not exists (select from pg_roles where rolname = 'patchbay_lookup') then
    create role patchbay_lookup nologin nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
end
$$;

-- The owner hands the look-up functions over to patchbay_lookup, for which it must be a member. It sees no
-- more by that: it does not inherit (PostgreSQL 15 can not say so), and the policies name the role itself.
do $$
begin
  if current_setting('server_version_num')::int >= 160000 then
    execute 'grant patchbay_lookup to patchbay_owner with inherit false, set true';
  else
    grant patchbay_lookup to patchbay_owner;
  end if;
end
$$;
