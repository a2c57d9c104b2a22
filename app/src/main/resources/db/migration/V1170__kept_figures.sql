-- Figures are kept as they are counted: each record a figure counts stands here with the time from which it was counted and
-- the time from which it was no longer. What a figure was at any moment, and what made the difference between two moments, is
-- read from these rows; nobody has to work out what the stages' tables said then. Ids only: what a record is called is asked of
-- the record itself, under the reader's own rights, so that who may not read it still sees that it is counted.

-- What figures count. A definition is never changed: another version follows it. The application reads them and can not add
-- one, so that the function below, which counts for the whole operation, runs nothing but what stands here.
create table cordon.figure_definition (
  name text not null check (name ~ '^[a-z][a-z_]{2,60}$'),
  version integer not null check (version >= 1),
  place integer not null,
  title text not null check (length(btrim(title)) between 1 and 100),
  sentence text not null check (length(btrim(sentence)) between 1 and 500),
  unit text not null check (length(btrim(unit)) between 1 and 40),
  exclusions text not null check (length(exclusions) <= 500),
  handling_code text not null check (handling_code in ('H0', 'H1', 'H2', 'H3')),
  -- sum: the amounts together; mean: their sum divided by how many records there are.
  worked_out text not null check (worked_out in ('sum', 'mean')),
  -- What the records are told apart by in sort, in a word; empty where they are not.
  sorted_by text not null check (length(sorted_by) <= 40),
  -- What the day of a record is.
  dated_by text not null check (length(dated_by) <= 80),
  -- Whether readers of one agency have a part of it.
  by_agency boolean not null,
  -- The step of the way from accounts to measures, if it is one.
  funnel integer,
  -- Rows (kind, id, country, held_by, sort, on_day, amount, origin, origin_table, origin_row) of operation $1, of agency $2 or of
  -- all (null). The same record never twice.
  records_sql text not null,
  -- Says in one text what the records hang on, where counting them costs much: the same text, the same records.
  hangs_on_sql text,
  primary key (name, version)
);
alter table cordon.figure_definition enable row level security;
alter table cordon.figure_definition force row level security;
create policy reads on cordon.figure_definition for select to cordon_app using (cordon.current_member() is not null);
create policy functions_read on cordon.figure_definition for select to current_user using (true);
create policy migrations_add on cordon.figure_definition for insert to current_user with check (true);
grant select on cordon.figure_definition to cordon_app;

-- agency_id in the tables that follow: of whose part it is the figure; null, of the whole operation.
create table cordon.figure_scope (
  operation_id uuid not null references cordon.operation,
  agency_id uuid references cordon.agency,
  counted_at timestamptz not null,
  -- A snapshot, as text: exports order rows by every column.
  seen text not null,
  counted_by_xact xid8 not null
);
create unique index figure_scope_once on cordon.figure_scope (coalesce(agency_id, operation_id), operation_id);

-- The moments at which was counted.
create table cordon.figure_mark (
  operation_id uuid not null references cordon.operation,
  agency_id uuid references cordon.agency,
  counted_at timestamptz not null
);
create unique index figure_mark_once on cordon.figure_mark (operation_id, coalesce(agency_id, operation_id), counted_at);

-- What the last count of a figure came to: on what it hung, or why it could not be counted.
create table cordon.figure_count (
  operation_id uuid not null references cordon.operation,
  agency_id uuid references cordon.agency,
  name text not null,
  version integer not null,
  hangs_on text,
  counted_at timestamptz not null,
  fault text check (length(fault) <= 500),
  foreign key (name, version) references cordon.figure_definition
);
create unique index figure_count_once on cordon.figure_count (operation_id, coalesce(agency_id, operation_id), name, version);

create table cordon.figure_record (
  operation_id uuid not null references cordon.operation,
  agency_id uuid references cordon.agency,
  name text not null,
  version integer not null,
  kind text not null,
  record_id text not null,
  country text,
  held_by uuid,
  sort text,
  on_day date,
  amount bigint not null,
  origin uuid,
  origin_table text,
  origin_row bigint,
  counted_from timestamptz not null,
  counted_until timestamptz check (counted_until > counted_from)
);
create index figure_record_now on cordon.figure_record
  (operation_id, coalesce(agency_id, operation_id), name, version, record_id) where counted_until is null;
create index figure_record_country on cordon.figure_record
  (operation_id, coalesce(agency_id, operation_id), name, version, country, record_id) where counted_until is null;
create index figure_record_since on cordon.figure_record
  (operation_id, coalesce(agency_id, operation_id), name, version, counted_from);
create index figure_record_ended on cordon.figure_record
  (operation_id, coalesce(agency_id, operation_id), name, version, counted_until) where counted_until is not null;

-- The same added up, for each country, agency, sort and day, so that nothing that is shown to many has to be counted again.
create table cordon.figure_total (
  operation_id uuid not null references cordon.operation,
  agency_id uuid references cordon.agency,
  name text not null,
  version integer not null,
  cell text not null,
  country text,
  held_by uuid,
  sort text,
  on_day date,
  amount bigint not null,
  records bigint not null check (records > 0),
  counted_from timestamptz not null,
  counted_until timestamptz check (counted_until > counted_from)
);
create index figure_total_now on cordon.figure_total
  (operation_id, coalesce(agency_id, operation_id), name, version, cell) where counted_until is null;
create index figure_total_then on cordon.figure_total
  (operation_id, coalesce(agency_id, operation_id), counted_until, counted_from);

-- When a member last looked, so that the overview can say what changed since.
create table cordon.overview_visit (
  operation_id uuid not null references cordon.operation,
  member_id uuid not null references cordon.member,
  seen_at timestamptz not null,
  before_at timestamptz,
  primary key (operation_id, member_id)
);
alter table cordon.overview_visit enable row level security;
alter table cordon.overview_visit force row level security;
create policy reads on cordon.overview_visit for select to cordon_app using (member_id = (select cordon.current_member()));
create policy adds on cordon.overview_visit for insert to cordon_app with check (
  member_id = (select cordon.current_member()) and operation_id = any((select cordon.operations_of_member())::uuid[]));
create policy changes on cordon.overview_visit for update to cordon_app
  using (member_id = (select cordon.current_member())) with check (member_id = (select cordon.current_member()));
grant select, insert on cordon.overview_visit to cordon_app;
grant update (seen_at, before_at) on cordon.overview_visit to cordon_app;
call cordon.counted('overview_visit');

call cordon.guard('figure_scope', 'figures', true);
call cordon.guard('figure_mark', 'figures', true);
call cordon.guard('figure_count', 'figures', true);
call cordon.guard('figure_record', 'figures', true);
call cordon.guard('figure_total', 'figures', true);
do $$
declare
  name text;
begin
  foreach name in array '{figure_scope,figure_mark,figure_count,figure_record,figure_total}'::text[] loop
    call cordon.counted(name);
    execute format('create policy functions_work on cordon.%I for all to current_user using (true) with check (true)', name);
    execute format('revoke insert on cordon.%I from cordon_app', name);
  end loop;
end;
$$;

-- Who reads the figures of that part may have it counted.
create function cordon.reads_figures(operation uuid, agency uuid) returns boolean
  language plpgsql stable security definer set search_path = cordon, pg_temp
as $$
begin
  if agency is null then
    return operation = any(cordon.reach('figures', 'operation', 'read'));
  end if;
  return agency = cordon.current_agency() and operation = any(cordon.reach('figures', 'own_agency', 'read'));
end;
$$;

-- Begins a count and gives its moment. Two counts of one part follow one another; a third moment never lies between.
create function cordon.begin_count(operation uuid, agency uuid) returns timestamptz
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
declare
  moment timestamptz;
begin
  if not cordon.reads_figures(operation, agency) then
    raise exception 'not permitted' using errcode = 'insufficient_privilege';
  end if;
  insert into cordon.figure_scope as s (operation_id, agency_id, counted_at, seen, counted_by_xact)
  values (operation, agency, date_trunc('milliseconds', clock_timestamp()), pg_current_snapshot()::text, pg_current_xact_id())
  on conflict (coalesce(agency_id, operation_id), operation_id) do update
    set counted_at = greatest(excluded.counted_at, s.counted_at + interval '1 millisecond'), seen = excluded.seen,
      counted_by_xact = excluded.counted_by_xact
  returning s.counted_at into moment;
  insert into cordon.figure_mark (operation_id, agency_id, counted_at) values (operation, agency, moment);
  return moment;
end;
$$;

-- Counts one figure in the count that was begun in this transaction. Answers null, or why it could not be counted: then the
-- figure stays as it was.
create function cordon.count_figure(operation uuid, agency uuid, figure text, of_version integer) returns text
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
declare
  before text := coalesce(current_setting('cordon.counting', true), '');
  part uuid := coalesce(agency, operation);
  asked cordon.figure_definition;
  moment timestamptz;
  hangs text;
  twice text;
  why text;
begin
  select s.counted_at into moment from cordon.figure_scope s
    where s.operation_id = operation and coalesce(s.agency_id, s.operation_id) = part
      and s.counted_by_xact = pg_current_xact_id();
  select * into asked from cordon.figure_definition d where d.name = figure and d.version = of_version;
  if moment is null or asked.name is null then
    raise exception 'no count was begun, or there is no such definition' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('cordon.counting', operation::text, true);
  begin
    if asked.hangs_on_sql is not null then
      execute asked.hangs_on_sql using operation, agency into hangs;
      if exists (select from cordon.figure_count c where c.operation_id = operation
          and coalesce(c.agency_id, c.operation_id) = part and c.name = figure and c.version = of_version
          and c.hangs_on = hangs and c.fault is null) then
        perform set_config('cordon.counting', before, true);
        return null;
      end if;
    end if;
    execute format($count$
      with fresh as materialized (%s),
      gone as (
        update cordon.figure_record s set counted_until = $3
        where s.operation_id = $1 and coalesce(s.agency_id, s.operation_id) = $6 and s.name = $4 and s.version = $5
          and s.counted_until is null
          and not exists (select from fresh f where f.id = s.record_id and f.kind = s.kind and f.amount = s.amount
            and f.country is not distinct from s.country and f.held_by is not distinct from s.held_by
            and f.sort is not distinct from s.sort and f.on_day is not distinct from s.on_day)
        returning s.country, s.held_by, s.sort, s.on_day, s.amount
      ), added as (
        insert into cordon.figure_record (operation_id, agency_id, name, version, kind, record_id, country, held_by, sort,
          on_day, amount, origin, origin_table, origin_row, counted_from)
        select $1, $2, $4, $5, f.kind, f.id, f.country, f.held_by, f.sort, f.on_day, f.amount, f.origin, f.origin_table,
          f.origin_row, $3
        from fresh f
        where not exists (select from cordon.figure_record s
          where s.operation_id = $1 and coalesce(s.agency_id, s.operation_id) = $6 and s.name = $4 and s.version = $5
            and s.counted_until is null and s.record_id = f.id and s.kind = f.kind and s.amount = f.amount
            and s.country is not distinct from f.country and s.held_by is not distinct from f.held_by
            and s.sort is not distinct from f.sort and s.on_day is not distinct from f.on_day)
        returning country, held_by, sort, on_day, amount
      ), changed as (
        select concat_ws('|', coalesce(country, ''), coalesce(held_by::text, ''), coalesce(on_day::text, ''),
            coalesce(sort, '')) as cell,
          country, held_by, sort, on_day, sum(amount)::bigint as amount, sum(records)::bigint as records
        from (select g.*, 0 - g.amount as change, -1 as records from gone g
              union all select a.*, a.amount, 1 from added a) c(country, held_by, sort, on_day, was, amount, records)
        group by country, held_by, sort, on_day
        having sum(amount) <> 0 or sum(records) <> 0
      ), closed as (
        update cordon.figure_total t set counted_until = $3 from changed c
        where t.operation_id = $1 and coalesce(t.agency_id, t.operation_id) = $6 and t.name = $4 and t.version = $5
          and t.counted_until is null and t.cell = c.cell
        returning t.cell, t.amount, t.records
      ), totalled as (
        insert into cordon.figure_total (operation_id, agency_id, name, version, cell, country, held_by, sort, on_day, amount,
          records, counted_from)
        select $1, $2, $4, $5, c.cell, c.country, c.held_by, c.sort, c.on_day, c.amount + coalesce(o.amount, 0),
          c.records + coalesce(o.records, 0), $3
        from changed c left join closed o on o.cell = c.cell
        where c.records + coalesce(o.records, 0) > 0
      )
      select (select f.kind || ' ' || f.id from fresh f group by f.kind, f.id having count(*) > 1 order by 1 limit 1)
      $count$, asked.records_sql)
      using operation, agency, moment, figure, of_version, part into twice;
    -- A definition that changed takes the place of the one before.
    update cordon.figure_record s set counted_until = moment
      where s.operation_id = operation and coalesce(s.agency_id, s.operation_id) = part and s.name = figure
        and s.version < of_version and s.counted_until is null;
    update cordon.figure_total t set counted_until = moment
      where t.operation_id = operation and coalesce(t.agency_id, t.operation_id) = part and t.name = figure
        and t.version < of_version and t.counted_until is null;
    if twice is not null then
      raise exception 'it counts % twice', twice;
    end if;
  exception
    when query_canceled then
      why := 'it ran longer than a count may';
    when others then
      why := left(sqlerrm, 400);
  end;
  insert into cordon.figure_count as c (operation_id, agency_id, name, version, hangs_on, counted_at, fault)
  values (operation, agency, figure, of_version, hangs, moment, why)
  on conflict (operation_id, coalesce(agency_id, operation_id), name, version) do update
    set hangs_on = excluded.hangs_on, counted_at = excluded.counted_at, fault = excluded.fault;
  perform set_config('cordon.counting', before, true);
  return why;
end;
$$;
revoke execute on function cordon.reads_figures(uuid, uuid), cordon.begin_count(uuid, uuid),
  cordon.count_figure(uuid, uuid, text, integer) from public;
grant execute on function cordon.begin_count(uuid, uuid), cordon.count_figure(uuid, uuid, text, integer) to cordon_app;

-- What was published before stays comparable: its records were counted at the moment it was published.
alter table cordon.published_record no force row level security;
alter table cordon.publication no force row level security;
alter table cordon.published_figure no force row level security;
insert into cordon.figure_record (operation_id, agency_id, name, version, kind, record_id, country, amount, counted_from,
    counted_until)
  select r.operation_id, null, r.name, f.definition_version, r.kind, r.record_id, r.country, r.amount, p.as_of,
    p.as_of + interval '1 millisecond'
  from cordon.published_record r
  join cordon.publication p on p.id = r.publication_id
  join cordon.published_figure f on f.publication_id = r.publication_id and f.name = r.name;
insert into cordon.figure_mark (operation_id, agency_id, counted_at)
  select distinct p.operation_id, null::uuid, p.as_of from cordon.publication p
  where exists (select from cordon.published_record r where r.publication_id = p.id);
alter table cordon.published_record force row level security;
alter table cordon.publication force row level security;
alter table cordon.published_figure force row level security;

call cordon.erasure(2350, 'figure_definition', 'keep', null, null, 'What figures count, in words and as a query.');
call cordon.erasure(2351, 'figure_scope', 'keep', null, null, 'When figures were last counted.');
call cordon.erasure(2352, 'figure_mark', 'keep', null, null, 'When figures were counted.');
call cordon.erasure(2353, 'figure_count', 'keep', null, null, 'What the last count of a figure came to.');
call cordon.erasure(2354, 'figure_record', 'empty',
  'record_id = ''erased '' || gen_random_uuid(), origin = null, origin_table = null, origin_row = null',
  '(t.kind = ''account'' and t.record_id in (select left(encode(sha256(convert_to(t.operation_id::text || '' '' || n.name, ''UTF8'')), ''hex''), 32) from cordon.named($1, ''account'') n(name))) or (t.kind in (''subject'', ''proposal'', ''victim'', ''payment'') and (t.record_id in (select cordon.named($1, t.kind)) or (t.origin, t.origin_table, t.origin_row) in (select r.source_id, r.source_table, r.source_row from cordon.erasure_row r where r.order_id = $1)))',
  'Which record of the person a figure counted and from which row it came; that one was counted stays.');
call cordon.erasure(2355, 'figure_total', 'keep', null, null, 'Numbers for countries, agencies and days.');
call cordon.erasure(2356, 'overview_visit', 'keep', null, null, 'When a member last looked at the overview.');
