-- Erasure and restriction by order. What an order hides is a list of rows of sources (their place, never what they say)
-- and of ids; what an erasure does to each table stands in cordon.erasure_rule. The database's part is one transaction,
-- that of the second person's approval; files follow, at the latest at the next start.

create table cordon.erasure_order (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  number text not null check (number ~ '^E-[0-9]{4,}$'),
  kind text not null check (kind in ('erasure', 'restriction', 'end_of_restriction')),
  authority text not null check (length(btrim(authority)) between 1 and 300),
  reference text not null check (length(btrim(reference)) between 1 and 200),
  ordered_on date not null,
  legal_basis text not null check (length(btrim(legal_basis)) between 1 and 1000),
  chosen_by text not null check (chosen_by in ('subject', 'account', 'selector', 'victim', 'order')),
  -- Whom it concerns, sealed under the operation's key; gone when the order is carried out.
  chosen bytea check (length(chosen) between 6 and 10000),
  lifts uuid references cordon.erasure_order,
  entered_by uuid not null references cordon.member,
  entered_at timestamptz not null default now(),
  state text not null default 'entered' check (state in ('entered', 'approved', 'listed', 'rewritten', 'vacuumed', 'done')),
  approval_id uuid,
  approved_by uuid references cordon.member,
  approved_at timestamptz,
  done_at timestamptz,
  lifted_at timestamptz,
  unique (operation_id, number),
  check ((kind = 'end_of_restriction') = (lifts is not null)),
  check ((kind = 'end_of_restriction') = (chosen_by = 'order')),
  check ((state = 'entered') = (approved_at is null)),
  check (num_nulls(approval_id, approved_by, approved_at) in (0, 3)),
  check ((state = 'done') = (done_at is not null))
);
create index erasure_order_operation on cordon.erasure_order (operation_id, entered_at desc);

-- What an order concerns: as it was shown before anything happened, and as it was when it happened.
create table cordon.erasure_count (
  order_id uuid not null references cordon.erasure_order,
  operation_id uuid not null references cordon.operation,
  stage text not null check (stage in ('shown', 'happened')),
  place integer not null,
  name text not null check (length(name) between 1 and 100),
  source_id uuid,
  source_table text,
  state text check (state in ('stored', 'quarantined', 'duplicate')),
  how text not null check (how in ('rows', 'records', 'texts', 'destroyed', 'emptied', 'salts', 'restricted', 'named')),
  amount bigint not null check (amount >= 0),
  note text not null default '',
  primary key (order_id, stage, place)
);

-- The rows it hides, for good where it erases.
create table cordon.erasure_row (
  order_id uuid not null references cordon.erasure_order,
  operation_id uuid not null references cordon.operation,
  source_id uuid not null,
  source_table text not null,
  source_row bigint not null check (source_row >= 1),
  state text not null check (state in ('stored', 'quarantined', 'duplicate')),
  primary key (order_id, source_id, source_table, source_row)
);
create index erasure_row_operation on cordon.erasure_row (operation_id, source_id);

-- Ids of what the operation made of the person; amount where only a part of it is the person's.
create table cordon.erasure_thing (
  order_id uuid not null references cordon.erasure_order,
  operation_id uuid not null references cordon.operation,
  kind text not null check (kind in ('subject', 'proposal', 'partial', 'cluster', 'holder', 'account', 'package_subject',
    'package', 'report', 'measure', 'exhibit', 'site', 'victim', 'thread', 'record')),
  id text not null,
  amount bigint not null default 0,
  primary key (order_id, kind, id)
);

create table cordon.erasure_certificate (
  order_id uuid primary key references cordon.erasure_order,
  operation_id uuid not null references cordon.operation,
  statement text not null,
  statement_sha256 text not null check (statement_sha256 ~ '^[0-9a-f]{64}$'),
  entry_id uuid not null references cordon.ledger_entry,
  salt bytea not null check (length(salt) = 32),
  certified_by uuid not null references cordon.member,
  certified_at timestamptz not null default now()
);

call cordon.watch('erasure_order', 'data_protection', 'entered_by');
call cordon.watch('erasure_count', 'data_protection');
call cordon.watch('erasure_row', 'data_protection');
call cordon.watch('erasure_thing', 'data_protection');
call cordon.watch('erasure_certificate', 'data_protection', 'certified_by');

-- An order is entered as such and nothing else; what becomes of it is the functions' below.
create policy entered_only on cordon.erasure_order as restrictive for insert to cordon_app with check (
  state = 'entered' and operation_id = any((select cordon.ruled('ledger', 'operation', 'erase'))::uuid[]));
create policy shown_only on cordon.erasure_count as restrictive for insert to cordon_app with check (
  stage = 'shown' or cordon.approval_for('erasure', 'order ' || order_id, operation_id) is not null);
create policy two_persons on cordon.erasure_row as restrictive for insert to cordon_app with check (
  cordon.approval_for('erasure', 'order ' || order_id, operation_id) is not null);
create policy two_persons on cordon.erasure_thing as restrictive for insert to cordon_app with check (
  cordon.approval_for('erasure', 'order ' || order_id, operation_id) is not null);

do $$
declare
  name text;
begin
  foreach name in array '{erasure_order,erasure_count,erasure_row,erasure_thing,erasure_certificate}'::text[] loop
    call cordon.counted(name);
  end loop;
  foreach name in array '{erasure_order,erasure_count,erasure_row,erasure_thing}'::text[] loop
    execute format('create policy functions_work on cordon.%I for all to current_user using (true) with check (true)', name);
  end loop;
end;
$$;

-- What is hidden now --------------------------------------------------------------------------------------------------

-- Row numbers only; asked by the gate to the records, which must hide them from everybody, and by a server that starts.
create function cordon.hidden_rows(operation uuid)
  returns table (source_id uuid, source_table text, source_row bigint, is_erased boolean)
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select r.source_id, r.source_table, r.source_row, bool_or(o.kind = 'erasure')
    from cordon.erasure_row r join cordon.erasure_order o on o.id = r.order_id
    where r.operation_id = operation and o.state <> 'entered' and o.lifted_at is null
    group by r.source_id, r.source_table, r.source_row;
  end;

-- How many rows of a source which order took; a row two orders concern counts once, for the erasure.
create function cordon.hidden_row_counts(operation uuid, source uuid)
  returns table (number text, source_table text, state text, is_erased boolean, held bigint)
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select one.number, one.source_table, one.state, one.is_erased, count(*)
    from (select distinct on (r.source_table, r.source_row) o.number, r.source_table, r.state,
            o.kind = 'erasure' as is_erased
          from cordon.erasure_row r join cordon.erasure_order o on o.id = r.order_id
          where r.operation_id = operation and r.source_id = source and o.state <> 'entered' and o.lifted_at is null
            and operation = any((select cordon.reach('sources', 'operation', 'read'))::uuid[])
          order by r.source_table, r.source_row, o.kind = 'erasure' desc, o.number) one
    group by one.number, one.source_table, one.state, one.is_erased;
  end;

-- Ids a restriction hides, in the operations of the member.
create function cordon.restricted_things(asked_kind text) returns text[]
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select coalesce(array_agg(t.id), '{}')
    from cordon.erasure_thing t join cordon.erasure_order o on o.id = t.order_id
    where t.kind = asked_kind and o.kind = 'restriction' and o.state <> 'entered' and o.lifted_at is null
      and t.operation_id in (select g.operation_id from cordon.current_grants() g);
  end;

-- Records whose code the member does not open, and those restricted by order.
create or replace function cordon.hidden(asked_kind text) returns uuid[]
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    with clearance as materialized (
      select g.operation_id, c.code
      from (select distinct operation_id from cordon.current_grants()) g
      cross join unnest('{H0,H1,H2,H3}'::text[]) c(code)
      where not g.operation_id = any(cordon.opened(c.code))
    ), marked as (
      select m.operation_id, m.record_id, m.handling_code,
        row_number() over (partition by m.operation_id, m.record_id order by m.sequence desc) as place
      from cordon.handling_mark m
      where m.kind = case asked_kind when 'proposal' then 'subject' else asked_kind end
        and m.operation_id in (select operation_id from clearance)
    ), shut as (
      select m.record_id from marked m
      where m.place = 1 and (m.operation_id, m.handling_code) in (select operation_id, code from clearance)
    )
    select coalesce(array_agg(s.id), '{}') from (
      select record_id as id from shut where asked_kind <> 'proposal'
      union all
      select s.proposal_id from cordon.subject s where asked_kind = 'proposal' and s.id in (select record_id from shut)
      union all
      select p.id from cordon.package p
      where asked_kind = 'package' and (p.operation_id, p.handling_code) in (select operation_id, code from clearance)
      union all
      select r.id::uuid from unnest(cordon.restricted_things(asked_kind)) r(id)
      where asked_kind in ('proposal', 'subject')
    ) s;
  end;

create policy unrestricted on cordon.resolved_account as restrictive for select to cordon_app using (
  (run_id::text || ':' || holder = any((select cordon.restricted_things('holder'))::text[])) is not true);
create policy unrestricted on cordon.paid_payment as restrictive for select to cordon_app using (
  (run_id::text || ':' || holder = any((select cordon.restricted_things('holder'))::text[])) is not true);
create policy unrestricted on cordon.package_subject as restrictive for select to cordon_app using (
  (id::text = any((select cordon.restricted_things('package_subject'))::text[])) is not true);
create policy unrestricted on cordon.package_record as restrictive for select to cordon_app using (
  (package_subject_id::text = any((select cordon.restricted_things('package_subject'))::text[])) is not true);
create policy unrestricted on cordon.victim_sealed as restrictive for select to cordon_app using (
  (victim_id::text = any((select cordon.restricted_things('victim'))::text[])) is not true);

-- A thread counts the messages that are shown; none may be left.
alter table cordon.text_thread drop constraint text_thread_messages_check;
alter table cordon.text_thread add constraint text_thread_messages_check check (messages >= 0);

grant execute on function cordon.hidden_rows(uuid), cordon.hidden_row_counts(uuid, uuid),
  cordon.restricted_things(text) to cordon_app;

-- Whom an order concerns ----------------------------------------------------------------------------------------------

create function cordon.orders_erasure(operation uuid) returns boolean
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select operation = any(cordon.ruled('ledger', 'operation', 'erase'))
      or operation = any(cordon.ruled('approvals', 'operation', 'approve'));
  end;

-- The accounts and rows a subject stands on, for the search in the records; who orders sees counts of them only.
create function cordon.erasure_seed(operation uuid, subject text)
  returns table (kind text, system text, account text, source_id uuid, source_table text, source_row bigint)
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  if not cordon.orders_erasure(operation) then
    return;
  end if;
  perform set_config('cordon.counting', operation::text, true);
  return query
    with person as (
      select s.id, p.id as proposal_id, p.run_id, p.cluster_id
      from cordon.subject s join cordon.proposal p on p.id = s.proposal_id
      where s.operation_id = operation and (s.number = subject or s.id::text = subject)
    ), held as (
      select a.run_id, a.holder, a.system, a.account, a.source_id, a.source_table, a.source_row
      from cordon.resolved_account a join person p on p.run_id = a.run_id and p.cluster_id = a.cluster_id
      where a.operation_id = operation
    )
    select 'subject'::text, null::text, null::text, null::uuid, null::text, null::bigint from person
    union all
    select 'account', h.system, h.account, null, null, null from held h
    union all
    select 'row', null, null, h.source_id, h.source_table, h.source_row from held h where h.source_id is not null
    union all
    select 'row', null, null, r.source_id, r.source_table, r.source_row
      from cordon.proposal_record r join person p on p.proposal_id = r.proposal_id where r.operation_id = operation
    union all
    select 'row', null, null, y.source_id, y.source_table, y.source_row
      from cordon.paid_payment y join held h on h.run_id = y.run_id and h.holder = y.holder
      where y.operation_id = operation;
  perform set_config('cordon.counting', '', true);
end;
$$;

-- What the operation made of these accounts, subjects and victims.
create function cordon.erasure_find(operation uuid, asked_subject text, asked_victim text, systems text[], accounts text[])
  returns table (kind text, id text, label text)
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  if not cordon.orders_erasure(operation) then
    return;
  end if;
  perform set_config('cordon.counting', operation::text, true);
  return query
    with sought as (
      select distinct s.system, s.account from unnest(systems, accounts) s(system, account)
    ), held as (
      select a.run_id, a.holder, a.cluster_id, s.account is not null as its
      from cordon.resolved_account a left join sought s on s.system = a.system and s.account = a.account
      where a.operation_id = operation
    ), cluster as (
      select h.run_id, h.cluster_id, bool_and(h.its) as whole from held h
      group by h.run_id, h.cluster_id having bool_or(h.its)
    ), touched as (
      select p.id, c.whole from cordon.proposal p
      join cluster c on c.run_id = p.run_id and c.cluster_id = p.cluster_id where p.operation_id = operation
    ), person as (
      select s.id, s.proposal_id, s.number from cordon.subject s
      where s.operation_id = operation
        and (s.number = asked_subject or s.id::text = asked_subject or s.proposal_id in (select t.id from touched t where t.whole))
    ), whole as (
      select t.id from touched t where t.whole union select p.proposal_id from person p
    ), packed as (
      select k.id, k.package_id from cordon.package_subject k
      where k.operation_id = operation and k.subject_id in (select p.id from person p)
    ), reported as (
      select m.field_report_id as id from cordon.report_match m
      where m.operation_id = operation and m.withdrawn_at is null and m.subject_id in (select p.id from person p)
    ), measured as (
      select m.id from cordon.measure m
      where m.operation_id = operation and m.field_report_id in (select r.id from reported r)
    )
    select 'subject'::text, p.id::text, p.number from person p
    union all select 'proposal', w.id::text, '' from whole w
    union all select 'partial', t.id::text, '' from touched t where t.id not in (select w.id from whole w)
    union all select 'cluster', c.run_id || ':' || c.cluster_id, '' from cluster c
    union all select 'holder', h.run_id || ':' || h.holder, '' from held h where h.its
    union all select 'account', s.system || ':' || s.account, '' from sought s
    union all select 'package_subject', k.id::text, '' from packed k
    union all select 'package', g.id::text, g.number || ' version ' || g.version || ', ' || case
        when g.released_at is null then 'a draft'
        when exists (select from cordon.package_recall c where c.package_id = g.id) then 'recalled'
        else 'dispatched' end
      from cordon.package g where g.operation_id = operation and g.id in (select k.package_id from packed k)
    union all select 'report', r.id::text, '' from (select distinct one.id from reported one) r
    union all select 'measure', m.id::text, '' from measured m
    union all select 'exhibit', e.id::text, '' from cordon.exhibit e
      where e.operation_id = operation and e.measure_id in (select m.id from measured m)
    union all select 'site', s.id::text, '' from cordon.site s
      where s.operation_id = operation and s.package_subject_id in (select k.id from packed k)
    union all select 'victim', v.id::text, v.number from cordon.victim v
      where v.operation_id = operation and v.number = asked_victim;
  perform set_config('cordon.counting', '', true);
end;
$$;

-- How many entries of the ledger that touched these records or rows can still be opened.
create function cordon.erasure_openings(operation uuid, names text[], sources uuid[], tables text[], numbers bigint[])
  returns bigint
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
declare
  rows_named text[];
  held bigint;
begin
  if not cordon.orders_erasure(operation) then
    return 0;
  end if;
  perform set_config('cordon.counting', operation::text, true);
  select coalesce(array_agg(c.sha256 || '/' || r.name || '/' || r.number), '{}') into rows_named
  from unnest(sources, tables, numbers) r(source, name, number)
  join cordon.source c on c.operation_id = operation and c.id = r.source;
  select count(*) into held from cordon.ledger_opening o
  where o.operation_id = operation and o.destroyed_at is null and o.record_ids && (names || rows_named);
  perform set_config('cordon.counting', '', true);
  return held;
end;
$$;

grant execute on function cordon.erasure_openings(uuid, text[], uuid[], text[], bigint[]),
  cordon.erasure_seed(uuid, text), cordon.erasure_find(uuid, text, text, text[], text[])
  to cordon_app;

-- What an erasure does to each table --------------------------------------------------------------------------------

-- act: delete, rows go; empty, columns lose what they say; keep, with the reason. seen: the columns of text there were
-- when the rule was written, so that a test finds one that nobody thought of.
create table cordon.erasure_rule (
  place integer primary key,
  table_name text not null,
  act text not null check (act in ('delete', 'empty', 'keep')),
  change text,
  condition text,
  because text not null check (length(btrim(because)) >= 5),
  seen text[] not null,
  check ((act = 'empty') = (change is not null)),
  check ((act = 'keep') = (condition is null))
);
alter table cordon.erasure_rule enable row level security;
alter table cordon.erasure_rule force row level security;
create policy reads on cordon.erasure_rule for select to cordon_app using (cordon.current_member() is not null);
create policy functions_read on cordon.erasure_rule for select to current_user using (true);
create policy migrations_add on cordon.erasure_rule for insert to current_user with check (true);
grant select on cordon.erasure_rule to cordon_app;

-- Columns that can hold words.
create function cordon.worded_columns(table_name text) returns text[]
  language sql stable
  return (select coalesce(array_agg(a.attname::text order by a.attnum), '{}') from pg_attribute a
    where a.attrelid = format('cordon.%I', table_name)::regclass and a.attnum > 0 and not a.attisdropped
      and a.atttypid in ('text'::regtype, 'text[]'::regtype, 'bytea'::regtype, 'jsonb'::regtype, 'json'::regtype,
        'varchar'::regtype, 'name'::regtype));
grant execute on function cordon.worded_columns(text) to cordon_app;

-- Adds a rule; the place decides the order. Lets the functions below work on the rows of the operation they say.
create procedure cordon.erasure(place integer, table_name text, act text, change text, condition text, because text)
  language plpgsql
as $$
begin
  insert into cordon.erasure_rule (place, table_name, act, change, condition, because, seen)
  values (place, table_name, act, change, condition, because, cordon.worded_columns(table_name));
  if act <> 'keep' then
    execute format('drop policy if exists erases on cordon.%I', table_name);
    execute format('create policy erases on cordon.%1$I for all to current_user
      using (operation_id = (select nullif(current_setting(''cordon.erasing'', true), ''''))::uuid)
      with check (operation_id = (select nullif(current_setting(''cordon.erasing'', true), ''''))::uuid)', table_name);
    -- What was erased is vacuumed by the application, which reads no row more by it.
    execute format('grant maintain on cordon.%I to cordon_app', table_name);
  end if;
end;
$$;
grant maintain on cordon.erasure_thing to cordon_app;

create function cordon.named(which uuid, asked_kind text) returns setof text
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select t.id from cordon.erasure_thing t where t.order_id = which and t.kind = asked_kind;
  end;

call cordon.erasure(10, 'proposal_link', 'delete', null,
  't.proposal_id::text in (select cordon.named($1, ''proposal'')) or t.a in (select cordon.named($1, ''account'')) or t.b in (select cordon.named($1, ''account''))',
  'Links of the person''s proposals, and links of others that name an account of the person.');
call cordon.erasure(20, 'proposal_record', 'delete', null,
  't.proposal_id::text in (select cordon.named($1, ''proposal'')) or (t.source_id, t.source_table, t.source_row) in (select r.source_id, r.source_table, r.source_row from cordon.erasure_row r where r.order_id = $1)',
  'Values of the person as rules collected them.');
call cordon.erasure(30, 'proposal_view', 'delete', null, 't.proposal_id::text in (select cordon.named($1, ''proposal''))',
  'Who looked at a proposal that is gone; the ledger keeps that somebody looked.');
call cordon.erasure(40, 'attribution_evidence', 'delete', null,
  't.proposal_id::text in (select cordon.named($1, ''proposal'')) or (t.source_id, t.source_table, t.source_row) in (select r.source_id, r.source_table, r.source_row from cordon.erasure_row r where r.order_id = $1)',
  'What pointed to a country of the person.');
call cordon.erasure(50, 'proposed_attribution', 'delete', null, 't.proposal_id::text in (select cordon.named($1, ''proposal''))',
  'The country rules proposed for the person.');
call cordon.erasure(51, 'proposed_attribution', 'empty', 'why = ''a part of the grounds was erased by order''',
  't.proposal_id::text in (select cordon.named($1, ''partial''))',
  'Grounds that may repeat what was erased from a proposal of several persons'' accounts.');
call cordon.erasure(60, 'attribution', 'delete', null, 't.subject_id::text in (select cordon.named($1, ''subject''))',
  'The country a member decided for the person, and why.');
call cordon.erasure(70, 'judgement', 'delete', null,
  't.subject_id::text in (select cordon.named($1, ''subject'')) or t.proposal_id::text in (select cordon.named($1, ''proposal'')) or t.a in (select cordon.named($1, ''account'')) or t.b in (select cordon.named($1, ''account''))',
  'What members judged of the person, and judgements that name an account of the person.');
call cordon.erasure(80, 'handling_mark', 'delete', null, 't.record_id::text in (select cordon.named($1, ''subject''))',
  'A handling code set on the subject, with its reason.');
call cordon.erasure(90, 'report_match', 'delete', null, 't.subject_id::text in (select cordon.named($1, ''subject''))',
  'That a field report was the person''s.');
call cordon.erasure(100, 'site', 'empty', 'package_subject_id = null, label = ''erased by order '' || id',
  't.id::text in (select cordon.named($1, ''site''))', 'The place planned for the person; country and times stay for the figures.');
call cordon.erasure(110, 'warrant', 'empty', 'reference = ''erased by order'', issued_by = ''erased by order''',
  't.site_id::text in (select cordon.named($1, ''site''))', 'A warrant''s reference leads to the person.');
call cordon.erasure(120, 'package_outcome', 'empty', 'package_subject_id = null, note = null',
  't.package_subject_id::text in (select cordon.named($1, ''package_subject''))', 'What an agency reported of the person; the outcome stays as a count.');
call cordon.erasure(130, 'package_record', 'delete', null, 't.package_subject_id::text in (select cordon.named($1, ''package_subject''))',
  'The person''s records in packages, dispatched ones too: a recall is due.');
call cordon.erasure(140, 'package_subject', 'delete', null, 't.id::text in (select cordon.named($1, ''package_subject''))',
  'The person in packages, dispatched ones too: a recall is due.');
call cordon.erasure(150, 'field_report', 'empty',
  'given = null, family = null, birth_year = null, address_line = null, postcode = null, city = null, visit = null, note = null, content_sha256 = repeat(''0'', 64)',
  't.id::text in (select cordon.named($1, ''report''))', 'Name and address in reports matched to the person; kind, country and time stay for the figures.');
call cordon.erasure(160, 'seized_item', 'empty', 'description = ''erased by order''',
  't.measure_id::text in (select cordon.named($1, ''measure''))', 'Words about the person''s things; number, kind and seal stay for custody.');
call cordon.erasure(170, 'exhibit', 'empty', 'description = ''erased by order'', place = ''erased by order''',
  't.id::text in (select cordon.named($1, ''exhibit''))', 'Words about the person''s things and where they were; number, seal and custody stay.');
call cordon.erasure(180, 'measure', 'empty', 'visit = null', 't.id::text in (select cordon.named($1, ''measure''))',
  'The visit to the person''s home; kind, country and time stay for the figures.');
call cordon.erasure(190, 'subject', 'delete', null, 't.id::text in (select cordon.named($1, ''subject''))', 'The person as a subject.');
call cordon.erasure(200, 'paid_payment', 'delete', null,
  't.run_id::text || '':'' || t.holder in (select cordon.named($1, ''holder'')) or (t.source_id, t.source_table, t.source_row) in (select r.source_id, r.source_table, r.source_row from cordon.erasure_row r where r.order_id = $1)',
  'Payments of the person''s accounts.');
call cordon.erasure(210, 'resolved_account', 'delete', null, 't.run_id::text || '':'' || t.holder in (select cordon.named($1, ''holder''))',
  'The person''s accounts.');
call cordon.erasure(220, 'run_country', 'delete', null,
  't.run_id::text || '':'' || t.cluster_id in (select cordon.named($1, ''cluster'')) and not exists (select from cordon.resolved_account a where a.run_id = t.run_id and a.cluster_id = t.cluster_id)',
  'The country of accounts that are gone.');
call cordon.erasure(230, 'proposal', 'delete', null, 't.id::text in (select cordon.named($1, ''proposal''))', 'The person as rules proposed it.');
call cordon.erasure(231, 'proposal', 'empty',
  'accounts = greatest(1, (select count(*) from cordon.resolved_account a where a.run_id = t.run_id and a.cluster_id = t.cluster_id and not a.mailbox))',
  't.id::text in (select cordon.named($1, ''partial''))', 'A proposal that held an account of the person among others counts those left.');
call cordon.erasure(240, 'victim_sealed', 'delete', null, 't.victim_id::text in (select cordon.named($1, ''victim''))',
  'Everything sealed about the victim, each time it was written; number, country and state stay.');
call cordon.erasure(250, 'text_mark', 'delete', null,
  '(t.source_id, t.source_table, t.source_row) in (select r.source_id, r.source_table, r.source_row from cordon.erasure_row r where r.order_id = $1)',
  'Marks on messages that are gone.');
call cordon.erasure(260, 'text_thread', 'empty',
  'messages = greatest(0, t.messages - (select h.amount from cordon.erasure_thing h where h.order_id = $1 and h.kind = ''thread'' and h.id = t.id::text))',
  't.id::text in (select cordon.named($1, ''thread''))', 'A conversation counts the messages left.');
call cordon.erasure(261, 'text_lock', 'delete', null,
  't.thread_id in (select h.id from cordon.text_thread h where h.operation_id = $2 and h.messages = 0 and h.id::text in (select cordon.named($1, ''thread'')))',
  'Locks of conversations of which nothing is left.');
call cordon.erasure(262, 'text_search_hit', 'delete', null,
  't.thread_id in (select h.id from cordon.text_thread h where h.operation_id = $2 and h.messages = 0 and h.id::text in (select cordon.named($1, ''thread'')))',
  'What searches found in conversations of which nothing is left.');
call cordon.erasure(263, 'text_thread', 'delete', null,
  't.messages = 0 and t.id::text in (select cordon.named($1, ''thread'')) and not exists (select from cordon.text_mark m where m.operation_id = t.operation_id and m.thread_id = t.id)',
  'Conversations of which nothing is left.');
call cordon.erasure(270, 'oversight_finding_entry', 'delete', null,
  't.finding_id in (select f.id from cordon.oversight_finding f where f.operation_id = $2 and f.record in (select cordon.named($1, ''record'')))',
  'Entries of a finding about a record of the person.');
call cordon.erasure(271, 'oversight_review', 'delete', null,
  't.finding_id in (select f.id from cordon.oversight_finding f where f.operation_id = $2 and f.record in (select cordon.named($1, ''record'')))',
  'What watchers said of a finding about a record of the person.');
call cordon.erasure(272, 'oversight_finding', 'delete', null, 't.record in (select cordon.named($1, ''record''))',
  'A finding about a record of the person.');
call cordon.erasure(280, 'person_file', 'empty', 'subject = ''S-0000'', reason = ''erased by order''',
  't.subject in (select cordon.named($1, ''record''))', 'That a file of the person was asked for stays; whose it was goes.');
call cordon.erasure(290, 'ledger_opening', 'empty', 'salt = null, reason = null, record_ids = null, destroyed_at = now()',
  't.destroyed_at is null and t.record_ids && array(select cordon.named($1, ''record''))',
  'What opens entries that touched a record of the person; the entries and every proof stay.');

do $$
declare
  kept record;
begin
  for kept in
    select row_number() over (order by k.name) + 1000 as place, k.name, k.because from (values
      ('agency', 'Agencies, no person concerned.'),
      ('member', 'Members, not persons concerned; who left is answered by the agency.'),
      ('operation', 'The operation''s own grounds.'),
      ('membership', 'Grants of members.'),
      ('ledger_entry', 'Holds commitments; without their salt they say nothing.'),
      ('ledger_checkpoint', 'Sums over the whole ledger.'),
      ('operation_facts', 'Zones and rules of systems, no person.'),
      ('source', 'Names and digests of files; the sealed file stays, its rows hidden.'),
      ('source_balance', 'Counts of a source as it was taken in.'),
      ('resolution_run', 'Rules and the reason for a run.'),
      ('package', 'Numbers, grounds and the signed list of files of a package of several persons; no record of one.'),
      ('package_receipt', 'That a package arrived; words of the agency about the package.'),
      ('package_recall', 'That a package was recalled, and why.'),
      ('action_day', 'A name and dates.'),
      ('action_abort', 'That an action day was called off.'),
      ('number_series', 'The last number of a series.'),
      ('hand_over', 'Custody: officers, seals and times of an exhibit.'),
      ('media_item', 'Digests of files on exhibits; no name, no path.'),
      ('sighting', 'That a file lay on an exhibit; the path is sealed under the operation''s key.'),
      ('digest_import', 'Counts of a file of digests.'),
      ('digest_quarantine', 'Lines of a file of digests and why they were not read.'),
      ('hash_list', 'Lists of known digests.'),
      ('hash_list_entry', 'Digests of known files.'),
      ('media_match', 'That a digest is on a list.'),
      ('signal', 'Reasons about a digest.'),
      ('assessment', 'What members decided about a file; the grounds are sealed under the operation''s key.'),
      ('publication', 'Numbers as they were published.'),
      ('published_figure', 'Numbers as they were published, with a digest over ids.'),
      ('area', 'Rules of need to know.'),
      ('need_to_know', 'Rules of need to know.'),
      ('role_clearance', 'Rules of need to know.'),
      ('handling_kind', 'Rules of need to know.'),
      ('break_glass', 'What a member opened in an emergency, and why.'),
      ('break_glass_review', 'What another member said of it.'),
      ('reading_reason', 'Why a member reads; said for the operation, not for a person.'),
      ('invitation', 'Invitations of members.'),
      ('member_leave', 'That a member left.'),
      ('approval', 'Requests by ids; the words are the members'' own.'),
      ('approval_decision', 'Decisions by ids; the words are the members'' own.'),
      ('passkey', 'How members sign in.'),
      ('authenticator_app', 'How members sign in.'),
      ('recovery_code', 'How members sign in.'),
      ('agency_identity', 'How members sign in.'),
      ('api_token', 'How members sign in.'),
      ('known_device', 'How members sign in.'),
      ('sign_in_attempt', 'How members sign in.'),
      ('key_change', 'What was decided about keys.'),
      ('sealed_access', 'Which member opened what, and why; points to threads by a digest.'),
      ('text_source', 'How many texts a source had when it was taken in.'),
      ('text_search', 'Counts of a member''s search, never the words.'),
      ('victim', 'A number, a country and a state; what names a child is sealed apart.'),
      ('oversight_setting', 'Thresholds of rules.'),
      ('oversight_run', 'That rules ran.'),
      ('oversight_run_rule', 'What became of each rule.'),
      ('person_file_decision', 'That a file was released or declined, with its digest.'),
      ('oversight_export', 'What left by way of oversight: counts and digests. Copies handed out are beyond reach.'),
      ('erasure_order', 'The order itself; whom it concerned is sealed and gone when it is carried out.'),
      ('erasure_count', 'Counts.'),
      ('erasure_row', 'Where rows stood, so that they never come back; nothing of what they said.'),
      ('erasure_thing', 'Ids of what is gone; names of accounts are taken out in the same transaction.'),
      ('erasure_certificate', 'What happened, in counts.'),
      ('erasure_rule', 'These rules.')) k(name, because)
  loop
    call cordon.erasure(kept.place::integer, kept.name, 'keep', null, null, kept.because);
  end loop;
end;
$$;

-- Carrying out ----------------------------------------------------------------------------------------------------------

-- The names under which the ledger's openings and the findings know the person's records.
create function cordon.name_records(which uuid) returns void
  language sql security definer set search_path = cordon, pg_temp
  begin atomic
    insert into cordon.erasure_thing (order_id, operation_id, kind, id)
    select o.id, o.operation_id, 'record', n.name from cordon.erasure_order o cross join lateral (
      select t.id from cordon.erasure_thing t where t.order_id = which
        and t.kind in ('subject', 'proposal', 'account', 'package_subject', 'report', 'victim')
      union select t.kind || ' ' || t.id from cordon.erasure_thing t where t.order_id = which
        and t.kind in ('subject', 'proposal')
      union select 'field-report ' || t.id from cordon.erasure_thing t where t.order_id = which and t.kind = 'report'
      union select s.number from cordon.subject s where s.operation_id = o.operation_id
        and s.id::text in (select cordon.named(which, 'subject'))
      union select v.number from cordon.victim v where v.operation_id = o.operation_id
        and v.id::text in (select cordon.named(which, 'victim'))
      union select c.sha256 || '/' || r.source_table || '/' || r.source_row from cordon.erasure_row r
        join cordon.source c on c.operation_id = r.operation_id and c.id = r.source_id where r.order_id = which
    ) n(name) where o.id = which
    on conflict do nothing;
  end;

-- The database's part of an order, all of it or nothing, in the transaction of the second person's approval.
create function cordon.carry_out_erasure(which uuid) returns void
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
declare
  asked cordon.erasure_order;
  approval uuid;
  rule record;
  held bigint;
begin
  select * into asked from cordon.erasure_order o where o.id = which for update;
  approval := cordon.approval_for('erasure', 'order ' || which, asked.operation_id);
  if asked.id is null or asked.state <> 'entered' or approval is null
      or asked.operation_id <> all (cordon.ruled('approvals', 'operation', 'approve')) then
    raise exception 'the order is not approved, or carried out already' using errcode = 'check_violation';
  end if;
  perform set_config('cordon.erasing', asked.operation_id::text, true);
  perform set_config('cordon.counting', asked.operation_id::text, true);
  update cordon.erasure_order set state = 'approved', approval_id = approval, approved_by = cordon.current_member(),
    approved_at = now() where id = which;
  if asked.kind = 'erasure' then
    perform cordon.name_records(which);
    for rule in select * from cordon.erasure_rule r where r.act <> 'keep' order by r.place loop
      if rule.act = 'delete' then
        execute format('delete from cordon.%I t where t.operation_id = $2 and (%s)', rule.table_name, rule.condition)
          using which, asked.operation_id;
      else
        execute format('update cordon.%I t set %s where t.operation_id = $2 and (%s)', rule.table_name, rule.change,
          rule.condition) using which, asked.operation_id;
      end if;
      get diagnostics held = row_count;
      insert into cordon.erasure_count (order_id, operation_id, stage, place, name, how, amount, note)
      values (which, asked.operation_id, 'happened', rule.place, rule.table_name,
        case when rule.table_name = 'ledger_opening' then 'salts' when rule.act = 'delete' then 'destroyed' else 'emptied' end,
        held, rule.because);
    end loop;
    delete from cordon.erasure_thing t where t.order_id = which and t.kind in ('account', 'record');
    -- A restriction all of whose rows are erased now has nothing left to hide.
    update cordon.erasure_order o set lifted_at = now()
    where o.operation_id = asked.operation_id and o.kind = 'restriction' and o.state <> 'entered' and o.lifted_at is null
      and not exists (select from cordon.erasure_row r where r.order_id = o.id
        and (r.source_id, r.source_table, r.source_row) not in (
          select e.source_id, e.source_table, e.source_row from cordon.erasure_row e where e.order_id = which));
  elsif asked.kind = 'restriction' then
    delete from cordon.erasure_thing t where t.order_id = which and t.kind in ('account', 'record');
    update cordon.text_thread t set messages = greatest(0, t.messages - h.amount) from cordon.erasure_thing h
    where h.order_id = which and h.kind = 'thread' and h.id = t.id::text and t.operation_id = asked.operation_id;
  else
    update cordon.text_thread t set messages = t.messages + h.amount
    from cordon.erasure_thing h join cordon.erasure_order o on o.id = h.order_id
    where h.order_id = asked.lifts and h.kind = 'thread' and h.id = t.id::text and t.operation_id = asked.operation_id
      and o.lifted_at is null;
    update cordon.erasure_order set lifted_at = now() where id = asked.lifts and kind = 'restriction' and lifted_at is null
      and state <> 'entered' and operation_id = asked.operation_id;
    if not found then
      raise exception 'there is no restriction to end' using errcode = 'check_violation';
    end if;
  end if;
  perform set_config('cordon.erasing', '', true);
  perform set_config('cordon.counting', '', true);
end;
$$;

-- What a server that starts must finish: ids and states only.
create function cordon.erasures_to_finish() returns table (id uuid, operation_id uuid, kind text, state text)
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select o.id, o.operation_id, o.kind, o.state from cordon.erasure_order o
    where o.state not in ('entered', 'done') order by o.approved_at, o.id;
  end;

-- One step further, never back and never over one.
create function cordon.erasure_step(which uuid, reached text) returns boolean
  language sql security definer set search_path = cordon, pg_temp
  begin atomic
    update cordon.erasure_order o set state = reached,
      done_at = case reached when 'done' then now() end,
      chosen = case reached when 'done' then null else o.chosen end
    where o.id = which and (o.state, reached) in (('approved', 'listed'), ('listed', 'rewritten'), ('rewritten', 'vacuumed'),
      ('vacuumed', 'done'));
    select exists (select from cordon.erasure_order o where o.id = which and o.state = reached);
  end;

-- Tables of which an order destroyed or emptied something.
create function cordon.erased_tables(which uuid) returns setof text
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select distinct c.name from cordon.erasure_count c
    where c.order_id = which and c.stage = 'happened' and c.amount > 0 and c.how in ('destroyed', 'emptied', 'salts')
      and c.name in (select r.table_name from cordon.erasure_rule r)
    order by 1;
  end;

grant execute on function cordon.carry_out_erasure(uuid), cordon.erasures_to_finish(), cordon.erasure_step(uuid, text),
  cordon.erased_tables(uuid) to cordon_app;
