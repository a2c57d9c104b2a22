-- The ground: agencies, members, operations, who may do what in which, and the rules every table carries.
--
-- cordon_owner owns and migrates. cordon_app works: it is neither owner nor superuser and can not bypass row-level
-- security. Each of its transactions names its member (set_config('cordon.member', ..., true)); without one it sees
-- nothing. Security is forced on the owner too: what the functions below may read as owner is said in policies.

alter default privileges revoke execute on functions from public;

create schema cordon;
revoke all on schema cordon from public;
grant usage on schema cordon to cordon_app;

create table cordon.agency (
  id uuid primary key default gen_random_uuid(),
  name text not null unique check (length(btrim(name)) between 1 and 200),
  country text not null check (country ~ '^[A-Z]{2}$'),
  created_at timestamptz not null default now()
);

create table cordon.member (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid references cordon.agency,
  -- Letters of one alphabet only, so that no two names look alike.
  sign_in_name text not null unique check (sign_in_name ~ '^[a-z0-9][a-z0-9._@-]{1,98}$'),
  display_name text not null check (length(btrim(display_name)) between 1 and 200),
  password_hash text not null,
  administrator boolean not null default false,
  joined_at timestamptz not null default now(),
  left_at timestamptz,
  check (administrator or agency_id is not null)
);

create table cordon.operation (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(btrim(name)) between 1 and 200),
  authority text not null check (length(btrim(authority)) between 1 and 500),
  legal_basis text not null check (length(btrim(legal_basis)) between 1 and 1000),
  purpose text not null check (purpose in ('online-child-sexual-exploitation')),
  opened_on date not null default current_date,
  review_on date not null,
  ends_on date not null,
  lead_agency_id uuid not null references cordon.agency,
  handling_code text not null default 'H2' check (handling_code in ('H0', 'H1', 'H2', 'H3')),
  created_by uuid references cordon.member,
  created_at timestamptz not null default now(),
  check (review_on > opened_on),
  check (ends_on >= review_on)
);

create table cordon.membership (
  id uuid primary key default gen_random_uuid(),
  operation_id uuid not null references cordon.operation,
  member_id uuid not null references cordon.member,
  role text not null check (role in ('analyst', 'coordinator', 'national_officer', 'examiner', 'victim_identification',
    'prosecutor', 'data_protection_officer', 'auditor', 'administrator')),
  starts_at timestamptz not null default now(),
  ends_at timestamptz not null,
  granted_by uuid not null references cordon.member,
  granted_at timestamptz not null default now(),
  check (ends_at >= starts_at)
);
create index membership_member on cordon.membership (member_id, operation_id);
create index membership_operation on cordon.membership (operation_id);
create index member_agency on cordon.member (agency_id);

-- Who is asking ------------------------------------------------------------------------------------------------------

create function cordon.current_member() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('cordon.member', true), '')::uuid;

create function cordon.current_agency() returns uuid
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select m.agency_id from cordon.member m where m.id = cordon.current_member() and m.left_at is null;
  end;

create function cordon.is_administrator() returns boolean
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select exists (select from cordon.member m
                   where m.id = cordon.current_member() and m.left_at is null and m.administrator);
  end;

-- The operations in which the member holds one of the roles now.
create function cordon.operations_with_role(variadic roles text[]) returns uuid[]
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select coalesce(array_agg(distinct s.operation_id), '{}')
    from cordon.membership s join cordon.member m on m.id = s.member_id
    where s.member_id = cordon.current_member() and m.left_at is null
      and s.role = any(roles) and now() >= s.starts_at and now() < s.ends_at;
  end;

-- All operations of the member, whatever the role.
create function cordon.operations_of_member() returns uuid[]
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select coalesce(array_agg(distinct s.operation_id), '{}')
    from cordon.membership s join cordon.member m on m.id = s.member_id
    where s.member_id = cordon.current_member() and m.left_at is null
      and now() >= s.starts_at and now() < s.ends_at;
  end;

-- Analysts and coordinators of the operation read all of it; officers, examiners and prosecutors their agency's rows.
create function cordon.may_read(operation_id uuid, agency_id uuid) returns boolean
  language sql stable
  return operation_id = any(cordon.operations_with_role('analyst', 'coordinator'))
    or (agency_id = cordon.current_agency()
        and operation_id = any(cordon.operations_with_role('national_officer', 'examiner', 'prosecutor')));

create function cordon.may_write(operation_id uuid, agency_id uuid) returns boolean
  language sql stable
  return operation_id = any(cordon.operations_with_role('analyst', 'coordinator'))
    or (agency_id = cordon.current_agency()
        and operation_id = any(cordon.operations_with_role('national_officer', 'examiner')));

-- Colleagues whose names the member may know: all of an operation for those who run it, for others those who run it.
create function cordon.known_members() returns uuid[]
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select coalesce(array_agg(distinct s.member_id), '{}')
    from cordon.membership s
    where s.operation_id = any(cordon.operations_with_role('analyst', 'coordinator'))
       or (s.role in ('analyst', 'coordinator') and s.operation_id = any(cordon.operations_of_member()));
  end;

create function cordon.known_agencies() returns uuid[]
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select coalesce(array_agg(distinct known.agency_id), '{}')
    from (select m.agency_id from cordon.member m where m.id = any(cordon.known_members())
          union all
          select o.lead_agency_id from cordon.operation o where o.id = any(cordon.operations_of_member())) known
    where known.agency_id is not null;
  end;

-- What signing in needs before there is a member.
create function cordon.sign_in(name text)
  returns table (id uuid, agency_id uuid, display_name text, password_hash text, administrator boolean)
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select m.id, m.agency_id, m.display_name, m.password_hash, m.administrator
    from cordon.member m where m.sign_in_name = name and m.left_at is null;
  end;

-- The first member of an installation; does nothing when there is one.
create function cordon.first_administrator(name text, hash text) returns uuid
  language sql security definer set search_path = cordon, pg_temp
  begin atomic
    insert into cordon.member (sign_in_name, display_name, password_hash, administrator)
    select name, 'Administrator', hash, true
    where not exists (select from cordon.member)
    returning id;
  end;

create function cordon.has_members() returns boolean
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select exists (select from cordon.member);
  end;

-- The rule for a table of a case -------------------------------------------------------------------------------------

-- Enables and forces row-level security on cordon.<table_name> and lets cordon_app read and write by operation_id and
-- agency_id (where the table has one; a null agency is the lead's). Rows are never deleted; an append_only table is
-- never changed either. The sub-selects are computed once per statement, not once per row.
create procedure cordon.protect(table_name text, append_only boolean default false)
  language plpgsql
as $$
declare
  target regclass := format('cordon.%I', table_name)::regclass;
  has_agency boolean := exists (select from pg_attribute
    where attrelid = target and attname = 'agency_id' and not attisdropped);
  whole text := 'operation_id = any((select cordon.operations_with_role(''analyst'', ''coordinator''))::uuid[])';
  own text := 'agency_id = (select cordon.current_agency()) and operation_id = any((select cordon.operations_with_role(%s))::uuid[])';
  reads text := whole;
  writes text := whole;
begin
  if has_agency then
    reads := format('%s or (%s)', whole, format(own, '''national_officer'', ''examiner'', ''prosecutor'''));
    writes := format('%s or (%s)', whole, format(own, '''national_officer'', ''examiner'''));
  end if;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy reads on %s for select to cordon_app using (%s)', target, reads);
  execute format('create policy adds on %s for insert to cordon_app with check (%s)', target, writes);
  execute format('grant select, insert on %s to cordon_app', target);
  if not append_only then
    execute format('create policy changes on %s for update to cordon_app using (%s) with check (%s)',
      target, writes, writes);
    execute format('grant update on %s to cordon_app', target);
  end if;
end;
$$;

-- The ground's own rules ---------------------------------------------------------------------------------------------

alter table cordon.agency enable row level security;
alter table cordon.agency force row level security;
alter table cordon.member enable row level security;
alter table cordon.member force row level security;
alter table cordon.operation enable row level security;
alter table cordon.operation force row level security;
alter table cordon.membership enable row level security;
alter table cordon.membership force row level security;

-- The functions above run as owner.
create policy functions_read on cordon.agency for select to current_user using (true);
create policy functions_read on cordon.member for select to current_user using (true);
create policy functions_add on cordon.member for insert to current_user with check (administrator and agency_id is null);
create policy functions_read on cordon.operation for select to current_user using (true);
create policy functions_read on cordon.membership for select to current_user using (true);

create policy reads on cordon.agency for select to cordon_app using (
  id = (select cordon.current_agency()) or (select cordon.is_administrator())
  or id = any((select cordon.known_agencies())::uuid[]));
create policy adds on cordon.agency for insert to cordon_app with check ((select cordon.is_administrator()));
grant select, insert on cordon.agency to cordon_app;

create policy reads on cordon.member for select to cordon_app using (
  id = (select cordon.current_member()) or agency_id = (select cordon.current_agency())
  or (select cordon.is_administrator()) or id = any((select cordon.known_members())::uuid[]));
create policy adds on cordon.member for insert to cordon_app with check ((select cordon.is_administrator()));
create policy changes on cordon.member for update to cordon_app
  using ((select cordon.is_administrator())) with check ((select cordon.is_administrator()));
-- No reading of password hashes: only cordon.sign_in hands one out.
grant select (id, agency_id, sign_in_name, display_name, administrator, joined_at, left_at) on cordon.member to cordon_app;
grant insert (id, agency_id, sign_in_name, display_name, password_hash) on cordon.member to cordon_app;
grant update (display_name, password_hash, left_at) on cordon.member to cordon_app;

create policy reads on cordon.operation for select to cordon_app using (
  id = any((select cordon.operations_of_member())::uuid[]) or (select cordon.is_administrator()));
create policy adds on cordon.operation for insert to cordon_app with check ((select cordon.is_administrator()));
create policy changes on cordon.operation for update to cordon_app
  using (id = any((select cordon.operations_with_role('coordinator'))::uuid[]))
  with check (id = any((select cordon.operations_with_role('coordinator'))::uuid[]));
grant select, insert on cordon.operation to cordon_app;
grant update (review_on, ends_on) on cordon.operation to cordon_app;

create policy reads on cordon.membership for select to cordon_app using (
  member_id = (select cordon.current_member()) or (select cordon.is_administrator())
  or operation_id = any((select cordon.operations_with_role('analyst', 'coordinator'))::uuid[]));
create policy adds on cordon.membership for insert to cordon_app with check (
  granted_by = (select cordon.current_member()) and ((select cordon.is_administrator())
    or operation_id = any((select cordon.operations_with_role('coordinator'))::uuid[])));
create policy changes on cordon.membership for update to cordon_app
  using ((select cordon.is_administrator()) or operation_id = any((select cordon.operations_with_role('coordinator'))::uuid[]))
  with check ((select cordon.is_administrator()) or operation_id = any((select cordon.operations_with_role('coordinator'))::uuid[]));
grant select, insert on cordon.membership to cordon_app;
grant update (ends_at) on cordon.membership to cordon_app;

grant execute on function cordon.current_member(), cordon.current_agency(), cordon.is_administrator(),
  cordon.operations_with_role(text[]), cordon.operations_of_member(), cordon.may_read(uuid, uuid),
  cordon.may_write(uuid, uuid), cordon.known_members(), cordon.known_agencies(), cordon.sign_in(text),
  cordon.first_administrator(text, text), cordon.has_members() to cordon_app;
