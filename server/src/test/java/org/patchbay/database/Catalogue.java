package org.patchbay.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Reads PostgreSQL's catalogue for what a migration forgot. Each query answers one sentence per fault.
final class Catalogue {

    /// Tables without a workspace. A new one is a decision: it is named here or it carries workspace_id.
    private static final List<String> GLOBAL_TABLES = List.of(
            "users",
            "sessions",
            "one_time_tokens",
            "sign_in_failures",
            "scheduled_tasks",
            "partitioned_tables",
            "flyway_schema_history");

    private static final String TABLES = """
            with tables as (
              select c.oid, c.relname::text as name, c.relowner, c.relacl, c.relispartition, c.relkind,
                     c.relrowsecurity, c.relforcerowsecurity, a.attnum, a.attnotnull
              from pg_class c
              left join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
                and a.attname = case c.relname when 'workspaces' then 'id' else 'workspace_id' end
              where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
            ),
            tenant as (select * from tables where attnum is not null)
            """;

    private static final List<String> QUERIES = List.of(
            """
            select name || ': row level security is not enabled' from tenant where not relrowsecurity
            """,
            """
            select name || ': row level security is not forced' from tenant where not relforcerowsecurity
            """,
            """
            select name || ': workspace_id may be null' from tenant where not attnotnull
            """,
            """
            select name || ': has no policy that holds for everything' from tenant
            where not relispartition and not exists (
              select from pg_policy
              where polrelid = tenant.oid and polcmd = '*' and polpermissive
                and (polroles = '{0}' or polroles @> array['patchbay_server'::regrole::oid, 'patchbay_owner'::regrole])
                and pg_get_expr(polqual, polrelid) like '%= bound_workspace()%'
                and pg_get_expr(polwithcheck, polrelid) like '%= bound_workspace()%')
            """,
            """
            select name || ': the policy ' || polname || ' admits more than the bound workspace'
            from tenant join pg_policy on polrelid = tenant.oid
            where polpermissive
              and polroles not in (array['patchbay_lookup'::regrole::oid], array['patchbay_ingest'::regrole::oid]) and (
              coalesce(pg_get_expr(polqual, polrelid), 'bound_workspace()') not like '%bound_workspace()%'
              or coalesce(pg_get_expr(polwithcheck, polrelid), 'bound_workspace()') not like '%bound_workspace()%')
            """,
            """
            select name || ': the policy ' || polname || ' lets patchbay_lookup do more than read'
            from tables join pg_policy on polrelid = tables.oid
            where 'patchbay_lookup'::regrole = any(polroles) and (polcmd <> 'r' or cardinality(polroles) > 1)
            """,
            """
            select name || ': the policy ' || polname || ' holds for members of patchbay_lookup too'
            from tables join pg_policy on polrelid = tables.oid
            where 'patchbay_lookup'::regrole = any(polroles)
              and pg_get_expr(polqual, polrelid) not like '%CURRENT_USER = ''patchbay_lookup''::name%'
            """,
            """
            select name || ': the policy ' || polname || ' lets patchbay_ingest see more than the batch''s workspaces'
            from tables join pg_policy on polrelid = tables.oid
            where 'patchbay_ingest'::regrole = any(polroles) and (
              cardinality(polroles) > 1
              or coalesce(pg_get_expr(polqual, polrelid), '') not like '%= ANY (%ingest_workspaces()%'
              or coalesce(pg_get_expr(polwithcheck, polrelid), 'ingest_workspaces()') not like '%ingest_workspaces()%')
            """,
            """
            select name || ': has no index that begins with workspace_id' from tenant
            where not exists (
              select from pg_index where indrelid = tenant.oid and indkey[0] = attnum and indpred is null)
            """,
            """
            select name || ': its rows do not go with their workspace' from tenant
            where name <> 'workspaces' and not exists (
              select from pg_constraint
              where conrelid = tenant.oid and contype = 'f' and confdeltype = 'c' and conkey[1] = attnum)
            """,
            """
            select source.name || ': the foreign key ' || conname || ' does not carry the workspace'
            from pg_constraint
            join tables source on source.oid = conrelid
            join tenant target on target.oid = confrelid
            where contype = 'f' and not coalesce(
              confkey[array_position(conkey, source.attnum)] = target.attnum, false)
            """,
            """
            select name || ': the foreign key ' || conname || ' would null workspace_id'
            from pg_constraint join tenant on oid_of = conrelid
            where confdeltype in ('n', 'd') and (confdelsetcols is null or attnum = any(confdelsetcols))
            """.replace("oid_of", "tenant.oid"),
            """
            select name || ': belongs to no workspace and is not in the list of global tables' from tables
            where attnum is null and not relispartition and name <> all (string_to_array('%s', ','))
            """.formatted(String.join(",", GLOBAL_TABLES)),
            """
            select c.relname || ': is granted to everybody'
            from pg_class c, aclexplode(c.relacl) where c.relnamespace = 'public'::regnamespace and grantee = 0
            """,
            """
            select name || ': a partition is granted to ' || grantee::regrole
            from tables, lateral (
              select grantee from aclexplode(relacl)
              union select grantee from pg_attribute, aclexplode(attacl) where attrelid = tables.oid) granted
            where relispartition and grantee <> relowner and grantee <> 0
            """,
            """
            select name || ': ' || grantee::regrole || ' may ' || lower(privilege_type) || ', past every policy'
            from tables, aclexplode(relacl)
            where grantee <> relowner and privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
            """,
            """
            select name || ': patchbay_lookup may ' || lower(privilege_type)
            from tables, lateral (
              select grantee, privilege_type from aclexplode(relacl)
              union select grantee, privilege_type from pg_attribute, aclexplode(attacl)
                where attrelid = tables.oid) granted
            where grantee = 'patchbay_lookup'::regrole and privilege_type <> 'SELECT'
            """,
            """
            select c.relname || ': a view that shows its owner''s rows' from pg_class c
            where c.relnamespace = 'public'::regnamespace
              and (c.relkind = 'm' or c.relkind = 'v'
                and not coalesce('security_invoker=true' = any(c.reloptions), false))
            """,
            """
            select proname || ': a definer''s function without the fixed search_path' from pg_proc
            where pronamespace = 'public'::regnamespace and prosecdef
              and not coalesce('search_path=pg_catalog, public, pg_temp' = any(proconfig), false)
            """,
            """
            select proname || ': a definer''s function that everybody may execute' from pg_proc
            where pronamespace = 'public'::regnamespace and prosecdef
              and (proacl is null or exists (select from aclexplode(proacl) where grantee = 0))
            """,
            """
            select proname || ': a look-up that patchbay_lookup does not own' from pg_proc
            where pronamespace = 'public'::regnamespace and proname like 'lookup\\_%'
              and (proowner <> 'patchbay_lookup'::regrole or not prosecdef)
            """,
            """
            select proname || ': patchbay_lookup owns it, but its name does not say so' from pg_proc
            where proowner = 'patchbay_lookup'::regrole and proname not like 'lookup\\_%'
            """,
            """
            select grantee || ': a role that serves requests owns ' || pg_describe_object(classid, objid, objsubid)
            from pg_shdepend, lateral (select refobjid::regrole::text as grantee) named
            where deptype = 'o' and grantee in ('patchbay_server', 'patchbay_ingest')
            """,
            """
            select member::regrole || ': is a member of ' || roleid::regrole from pg_auth_members
            where member in ('patchbay_server'::regrole, 'patchbay_ingest'::regrole, 'patchbay_lookup'::regrole)
            """,
            """
            select 'patchbay_lookup: may make things in the schema public'
            where has_schema_privilege('patchbay_lookup', 'public', 'create')
            """);

    private Catalogue() {}

    /// Everything that is wrong, as sentences that begin with the table's or function's name.
    static List<String> faults(Connection superuser) throws SQLException {
        List<String> faults = new ArrayList<>();
        for (String query : QUERIES) {
            faults.addAll(Isolation.strings(superuser, TABLES + query));
        }
        return faults;
    }
}
