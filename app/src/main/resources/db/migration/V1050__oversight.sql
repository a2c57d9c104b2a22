-- Oversight: who may watch the ledger, what written rules found in it, what the data-protection officer takes out.
-- Auditors and data-protection officers see entries, ids, kinds, reasons and the names of members; no table of a case.

-- Finding entries -----------------------------------------------------------------------------------------------------

create index ledger_entry_time on cordon.ledger_entry (operation_id, at desc, id);
create index ledger_entry_member on cordon.ledger_entry (member_id, at desc);
create index ledger_entry_what on cordon.ledger_entry (operation_id, what, at desc);
create index ledger_entry_recipient on cordon.ledger_entry (operation_id, recipient_id) where recipient_id is not null;
create index ledger_opening_records on cordon.ledger_opening using gin (record_ids);

-- The functions below run as owner and say themselves whom they answer.
create policy functions_read on cordon.ledger_opening for select to current_user using (true);

create function cordon.watches(operation uuid) returns boolean
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select operation = any(cordon.ruled('oversight', 'operation', 'read'));
  end;

-- The entries that touched a record. As a function, because row-level security keeps the reader's own statement from
-- the index: operators on arrays are not leakproof.
create function cordon.entries_touching(operation uuid, record text) returns setof uuid
  language sql stable security definer set search_path = cordon, pg_temp rows 100
  begin atomic
    select o.entry_id from cordon.ledger_opening o
    where o.record_ids && array[record, 'subject ' || record, 'proposal ' || record, 'package ' || record,
        'exhibit ' || record, 'field-report ' || record, 'source ' || record, 'account ' || record]
      and o.operation_id = operation
      and operation = any(cordon.ruled('ledger', 'operation', 'read'));
  end;

-- Whom a watcher may name: who ever held a role in an operation watched, and administrators.
create function cordon.watched_members() returns uuid[]
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    with watched as (select cordon.ruled('oversight', 'operation', 'read') as operations)
    select coalesce(array_agg(distinct known.id), '{}')
    from (select s.member_id as id from cordon.membership s, watched w where s.operation_id = any(w.operations)
          union all
          select m.id from cordon.member m, watched w where m.administrator and cardinality(w.operations) > 0) known;
  end;

create function cordon.watched_agencies() returns uuid[]
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select coalesce(array_agg(distinct known.id), '{}')
    from (select m.agency_id as id from cordon.member m where m.id = any(cordon.watched_members())
          union all
          select e.recipient_id from cordon.ledger_entry e
          where e.recipient_id is not null
            and e.operation_id = any(cordon.ruled('oversight', 'operation', 'read'))) known
    where known.id is not null;
  end;

create policy watchers_read on cordon.member for select to cordon_app using (
  id = any((select cordon.watched_members())::uuid[]));
create policy watchers_read on cordon.agency for select to cordon_app using (
  id = any((select cordon.watched_agencies())::uuid[]));
create policy watchers_read on cordon.membership for select to cordon_app using (
  operation_id = any((select cordon.ruled('oversight', 'operation', 'read'))::uuid[]));

-- Entries on the installation itself (agencies, members, keys) belong to no operation. Who watches in any operation
-- watches those of the own agency: made by its members, or touching it or them. No agency learns of another by it. The
-- administrator sees that such entries exist, without reason and records; so no entry is watched by its maker alone.
create function cordon.own_agency_ids() returns text[]
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select coalesce(array_agg(own.id::text), '{}')
    from (select m.id from cordon.member m where m.agency_id = cordon.current_agency()
          union all select cordon.current_agency()) own
    where own.id is not null
      and cardinality(cordon.ruled('oversight', 'operation', 'read')) > 0;
  end;

create policy watchers_read_installation on cordon.ledger_opening for select to cordon_app using (
  operation_id is null
  and (member_id::text = any((select cordon.own_agency_ids())::text[])
       or record_ids && (select cordon.own_agency_ids())::text[]));
create policy watchers_read_installation on cordon.ledger_entry for select to cordon_app using (
  operation_id is null and exists (select from cordon.ledger_opening o where o.entry_id = ledger_entry.id));
create policy administrator_reads_installation on cordon.ledger_entry for select to cordon_app using (
  operation_id is null and (select cordon.is_administrator()));

-- What watchers write -------------------------------------------------------------------------------------------------

-- A table of those who watch: read and written as the rules of the area say, under the own name, never changed.
create procedure cordon.watch(table_name text, area text, own_column text default null)
  language plpgsql
as $$
begin
  call cordon.guard(table_name, area, true);
  if own_column is not null then
    execute format('create policy own_name on cordon.%I as restrictive for insert to cordon_app
      with check (%I = (select cordon.current_member()))', table_name, own_column);
  end if;
end;
$$;

-- A threshold as a watcher set it; the newest counts, the rule's own value where there is none.
create table cordon.oversight_setting (
  id uuid primary key default gen_random_uuid(),
  operation_id uuid not null references cordon.operation,
  rule text not null,
  name text not null,
  value integer not null check (value between 0 and 1000000),
  reason text not null check (length(btrim(reason)) between 1 and 2000),
  set_by uuid not null references cordon.member,
  set_at timestamptz not null default now(),
  sequence bigint generated always as identity
);
create index oversight_setting_operation on cordon.oversight_setting (operation_id, sequence desc);

create table cordon.oversight_run (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  rules_version text not null,
  covers_from timestamptz not null,
  covers_until timestamptz not null,
  started_by uuid not null references cordon.member,
  started_at timestamptz not null default now(),
  check (covers_until > covers_from)
);
create index oversight_run_operation on cordon.oversight_run (operation_id, started_at desc);

-- What became of each rule in a run, with the thresholds it used.
create table cordon.oversight_run_rule (
  run_id uuid not null references cordon.oversight_run,
  operation_id uuid not null references cordon.operation,
  rule text not null,
  rule_version integer not null,
  settings text not null,
  outcome text not null check (outcome in ('done', 'took_too_long')),
  found integer not null,
  started_by uuid not null references cordon.member,
  primary key (run_id, rule)
);

-- A fact a rule found: who or what, where in time, how often. No score, no order of persons.
create table cordon.oversight_finding (
  id uuid primary key,
  run_id uuid not null references cordon.oversight_run,
  operation_id uuid not null references cordon.operation,
  rule text not null,
  rule_version integer not null,
  member_id uuid references cordon.member,
  record text,
  bucket text not null,
  count bigint not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  unique nulls not distinct (operation_id, rule, rule_version, bucket, member_id, record)
);
create index oversight_finding_list on cordon.oversight_finding (operation_id, rule, last_at desc, id);

create table cordon.oversight_finding_entry (
  finding_id uuid not null references cordon.oversight_finding,
  operation_id uuid not null references cordon.operation,
  entry_id uuid not null references cordon.ledger_entry,
  primary key (finding_id, entry_id)
);

-- A person looked at a finding and said what it was; taken back by another row.
create table cordon.oversight_review (
  id uuid primary key default gen_random_uuid(),
  finding_id uuid not null references cordon.oversight_finding,
  operation_id uuid not null references cordon.operation,
  state text not null check (state in ('looked_at', 'reopened')),
  words text not null check (length(btrim(words)) between 1 and 2000),
  reviewed_by uuid not null references cordon.member,
  reviewed_at timestamptz not null default now(),
  sequence bigint generated always as identity
);
create index oversight_review_finding on cordon.oversight_review (finding_id, sequence desc);

-- A person's file for the right of access: asked for by the data-protection officer, read over and released by another
-- person who may see the case. The file is not kept: it is put together again under the rights of who released it, and
-- given only while its digest is the one that was released.
create table cordon.person_file (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  -- The number or id of the subject: who asks sees no case data and names nobody.
  subject text not null check (subject ~ '^(S-[0-9]{4,12}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$'),
  reason text not null check (length(btrim(reason)) between 1 and 2000),
  legal_basis text not null check (length(btrim(legal_basis)) between 1 and 1000),
  asked_by uuid not null references cordon.member,
  asked_at timestamptz not null default now(),
  unique (id, asked_by)
);
create index person_file_operation on cordon.person_file (operation_id, asked_at desc);

create table cordon.person_file_decision (
  person_file_id uuid primary key,
  operation_id uuid not null references cordon.operation,
  asked_by uuid not null,
  decision text not null check (decision in ('released', 'declined')),
  words text not null check (length(btrim(words)) between 1 and 2000),
  content_sha256 text check (content_sha256 ~ '^[0-9a-f]{64}$'),
  -- The file is put together as of this moment: later views do not change it.
  as_of timestamptz,
  decided_by uuid not null references cordon.member,
  decided_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '14 days',
  foreign key (person_file_id, asked_by) references cordon.person_file (id, asked_by),
  check (decided_by <> asked_by),
  check ((decision = 'released') = (content_sha256 is not null and as_of is not null))
);

-- What left by way of oversight, with its manifest.
create table cordon.oversight_export (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  kind text not null check (kind in ('entries', 'person_file', 'register', 'retention', 'operation')),
  reason text not null check (length(btrim(reason)) between 1 and 2000),
  manifest text not null,
  made_by uuid not null references cordon.member,
  made_at timestamptz not null default now()
);
create index oversight_export_operation on cordon.oversight_export (operation_id, made_at desc);

call cordon.watch('oversight_setting', 'oversight', 'set_by');
call cordon.watch('oversight_run', 'oversight', 'started_by');
call cordon.watch('oversight_run_rule', 'oversight', 'started_by');
call cordon.watch('oversight_finding', 'oversight');
call cordon.watch('oversight_finding_entry', 'oversight');
call cordon.watch('oversight_review', 'oversight', 'reviewed_by');
call cordon.watch('person_file', 'data_protection', 'asked_by');
call cordon.watch('person_file_decision', 'data_protection', 'decided_by');
create policy only_the_officer on cordon.person_file as restrictive for insert to cordon_app with check (
  operation_id = any((select cordon.ruled('data_protection', 'operation', 'file'))::uuid[]));
create policy only_the_second_reader on cordon.person_file_decision as restrictive for insert to cordon_app with check (
  operation_id = any((select cordon.ruled('data_protection', 'operation', 'approve'))::uuid[]));

-- What was handed out is known to all who may read the ledger of it.
alter table cordon.oversight_export enable row level security;
alter table cordon.oversight_export force row level security;
create policy reads on cordon.oversight_export for select to cordon_app using (
  operation_id = any((select cordon.ruled('ledger', 'operation', 'read'))::uuid[]));
create policy adds on cordon.oversight_export for insert to cordon_app with check (
  made_by = (select cordon.current_member())
  and operation_id = any((select cordon.ruled('ledger', 'operation', 'read'))::uuid[]));
grant select, insert on cordon.oversight_export to cordon_app;

-- What a rule asks of the case, as little of it as its answer needs ---------------------------------------------------

-- Lets cordon's own functions count an operation's rows of a table: only inside a function that says which operation.
create procedure cordon.counted(table_name text)
  language plpgsql
as $$
begin
  execute format('create policy counted on cordon.%I for select to current_user
    using (operation_id = (select nullif(current_setting(''cordon.counting'', true), ''''))::uuid)', table_name);
end;
$$;

do $$
declare
  held record;
begin
  for held in
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'cordon'::regnamespace and c.relkind in ('r', 'p')
      and a.attname = 'operation_id' and not a.attisdropped
  loop
    call cordon.counted(held.relname);
  end loop;
end;
$$;

-- How many rows each table of the operation holds, whoever may read them: so that an export can name what it lacks.
create function cordon.operation_counts(operation uuid) returns table (table_name text, held bigint)
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
declare
  one record;
begin
  if operation <> all (cordon.ruled('data_protection', 'operation', 'read')) then
    return;
  end if;
  perform set_config('cordon.counting', operation::text, true);
  for one in
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'cordon'::regnamespace and c.relkind in ('r', 'p')
      and a.attname = 'operation_id' and not a.attisdropped
    order by c.relname
  loop
    table_name := one.relname;
    execute format('select count(*) from cordon.%I where operation_id = $1', one.relname) into held using operation;
    return next;
  end loop;
  perform set_config('cordon.counting', '', true);
end;
$$;

-- Views of a subject by members of an agency that is neither the lead nor of the subject's country. Gives entries and
-- ids; the country itself stays inside.
create function cordon.foreign_reading(operation uuid, since timestamptz, until timestamptz)
  returns table (entry_id uuid, member_id uuid, record text, at timestamptz)
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  if not cordon.watches(operation) then
    return;
  end if;
  perform set_config('cordon.counting', operation::text, true);
  return query
    with placed as (
      select distinct on (a.subject_id) a.subject_id::text as id, a.country from cordon.attribution a
      where a.operation_id = operation order by a.subject_id, a.sequence desc
    ), known as (
      select p.id, p.country from placed p where p.country is not null
      union all
      select s.id::text, k.country from cordon.package_subject s join cordon.package k on k.id = s.package_id
      where s.operation_id = operation and k.operation_id = operation
    )
    select e.id, e.member_id, k.id, e.at
    from cordon.ledger_entry e
    join cordon.ledger_opening o on o.entry_id = e.id
    join cordon.member m on m.id = e.member_id
    join cordon.agency g on g.id = m.agency_id
    join cordon.operation p on p.id = operation
    cross join lateral unnest(o.record_ids) touched
    join known k on k.id = touched
    where e.operation_id = operation and e.act = 'CONSULTATION' and e.at >= since and e.at < until
      and g.id <> p.lead_agency_id and g.country <> k.country;
  perform set_config('cordon.counting', '', true);
end;
$$;

-- What the register of processing counts: categories, recipients and kinds of records, never a row.
create function cordon.processing_facts(operation uuid) returns table (kind text, name text, country text, held bigint)
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  if operation <> all (cordon.ruled('ledger', 'operation', 'read')) then
    return;
  end if;
  perform set_config('cordon.counting', operation::text, true);
  return query
    select 'category'::text, s.category, null::text, count(*) from cordon.subject s
      where s.operation_id = operation group by s.category
    union all
    select 'recipient', g.name, g.country, count(*) from cordon.package p join cordon.agency g on g.id = p.recipient_id
      where p.operation_id = operation and p.released_at is not null group by g.name, g.country
    union all
    select 'source', c.form, null, count(*) from cordon.source c where c.operation_id = operation group by c.form
    union all
    select 'entry', e.act, null, count(*) from cordon.ledger_entry e where e.operation_id = operation group by e.act
    union all
    select 'member', g.name, g.country, count(distinct s.member_id) from cordon.membership s
      join cordon.member m on m.id = s.member_id join cordon.agency g on g.id = m.agency_id
      where s.operation_id = operation and s.ends_at > now() group by g.name, g.country
    order by 1, 2;
  perform set_config('cordon.counting', '', true);
end;
$$;

-- What has a date on which somebody must ask whether it may stay.
create function cordon.retention_facts(operation uuid)
  returns table (kind text, id text, label text, due_on date, rule text)
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  if operation <> all (cordon.ruled('data_protection', 'operation', 'read')) then
    return;
  end if;
  perform set_config('cordon.counting', operation::text, true);
  return query
    select 'operation'::text, o.id::text, o.name, o.review_on, 'review of the operation'::text
      from cordon.operation o where o.id = operation
    union all
    select 'operation', o.id::text, o.name, o.ends_on, 'end of the operation: everything held is due for erasure or hand-over'
      from cordon.operation o where o.id = operation
    union all
    select 'source', c.id::text, 'source taken ' || to_char(c.taken_at at time zone 'UTC', 'YYYY-MM-DD'),
        least(o.ends_on, (c.taken_at at time zone 'UTC')::date + 365),
        'a source is reviewed a year after it was taken in, at the latest when the operation ends'
      from cordon.source c join cordon.operation o on o.id = operation where c.operation_id = operation
    union all
    select 'grant', s.id::text, m.display_name || ', ' || replace(s.role, '_', ' '), (s.ends_at at time zone 'UTC')::date,
        'end of a grant'
      from cordon.membership s join cordon.member m on m.id = s.member_id
      where s.operation_id = operation and s.ends_at > now() - interval '30 days'
    union all
    select 'package', p.id::text, p.number || ' v' || p.version, least(o.ends_on, (p.released_at at time zone 'UTC')::date + 365),
        'a released package is reviewed a year after its release, at the latest when the operation ends'
      from cordon.package p join cordon.operation o on o.id = operation
      where p.operation_id = operation and p.released_at is not null
    order by 4, 1, 3;
  perform set_config('cordon.counting', '', true);
end;
$$;

grant execute on function cordon.watches(uuid), cordon.entries_touching(uuid, text), cordon.watched_members(),
  cordon.watched_agencies(), cordon.own_agency_ids(), cordon.operation_counts(uuid),
  cordon.foreign_reading(uuid, timestamptz, timestamptz), cordon.processing_facts(uuid), cordon.retention_facts(uuid)
  to cordon_app;
