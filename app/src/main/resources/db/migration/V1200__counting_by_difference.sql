-- A figure is counted by laying what it counts now beside what it counted before and keeping what stands on one side only. That
-- is one pass over both, whatever the planner believes of their sizes: a join could be made row by row over millions when the
-- tables' statistics were older than the count before, and then a count did not come to its end.

-- Whose part it is, in a column of its own: a condition on an expression may not be used to find rows where policies guard them.
alter table cordon.figure_scope add part uuid not null generated always as (coalesce(agency_id, operation_id)) stored;
alter table cordon.figure_mark add part uuid not null generated always as (coalesce(agency_id, operation_id)) stored;
alter table cordon.figure_count add part uuid not null generated always as (coalesce(agency_id, operation_id)) stored;
alter table cordon.figure_record add part uuid not null generated always as (coalesce(agency_id, operation_id)) stored;
alter table cordon.figure_total add part uuid not null generated always as (coalesce(agency_id, operation_id)) stored;

create index figure_mark_part on cordon.figure_mark (operation_id, part, counted_at);
drop index cordon.figure_record_now, cordon.figure_record_country, cordon.figure_record_since, cordon.figure_record_ended,
  cordon.figure_total_now, cordon.figure_total_then;
create index figure_record_standing on cordon.figure_record (operation_id, part, name, version, record_id) where counted_until is null;
create index figure_record_country on cordon.figure_record (operation_id, part, name, version, country, record_id)
  where counted_until is null;
create index figure_record_since on cordon.figure_record (operation_id, part, name, version, counted_from);
create index figure_record_ended on cordon.figure_record (operation_id, part, name, version, counted_until)
  where counted_until is not null;
create index figure_total_standing on cordon.figure_total (operation_id, part, name, version, cell) where counted_until is null;
create index figure_total_then on cordon.figure_total (operation_id, part, counted_until, counted_from);
create index figure_total_named on cordon.figure_total (operation_id, part, name, version, counted_until, counted_from);

create or replace function cordon.count_figure(operation uuid, agency uuid, figure text, of_version integer) returns text
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
declare
  before text := coalesce(current_setting('cordon.counting', true), '');
  part_of uuid := coalesce(agency, operation);
  asked cordon.figure_definition;
  moment timestamptz;
  hangs text;
  twice text;
  why text;
begin
  select s.counted_at into moment from cordon.figure_scope s
    where s.operation_id = operation and s.part = part_of
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
          and c.part = part_of and c.name = figure and c.version = of_version
          and c.hangs_on = hangs and c.fault is null) then
        perform set_config('cordon.counting', before, true);
        return null;
      end if;
    end if;
    execute format($count$
      with fresh as materialized (%s),
      -- Each record once, with the place of its row where it stood before.
      other as materialized (
        select kind, id, country, held_by, sort, on_day, amount, min(place) as place, count(*) - count(place) as fresh,
          any_value(origin) as origin, any_value(origin_table) as origin_table, any_value(origin_row) as origin_row
        from (
          select s.kind, s.record_id as id, s.country, s.held_by, s.sort, s.on_day, s.amount, s.ctid as place,
            null::uuid as origin, null::text as origin_table, null::bigint as origin_row
          from cordon.figure_record s
          where s.operation_id = $1 and s.part = $6 and s.name = $4 and s.version = $5
            and s.counted_until is null
          union all
          select f.kind, f.id, f.country, f.held_by, f.sort, f.on_day, f.amount, null::tid, f.origin, f.origin_table, f.origin_row
          from fresh f) both_sides
        group by kind, id, country, held_by, sort, on_day, amount
        having count(place) = 0 or count(place) = count(*)
      ), gone as (
        update cordon.figure_record s set counted_until = $3
        where s.ctid = any(array(select o.place from other o where o.fresh = 0))
      ), added as (
        insert into cordon.figure_record (operation_id, agency_id, name, version, kind, record_id, country, held_by, sort,
          on_day, amount, origin, origin_table, origin_row, counted_from)
        select $1, $2, $4, $5, o.kind, o.id, o.country, o.held_by, o.sort, o.on_day, o.amount, o.origin, o.origin_table,
          o.origin_row, $3
        from other o where o.fresh > 0
      ), totals as materialized (
        select cell, any_value(country) as country, any_value(held_by) as held_by, any_value(sort) as sort,
          any_value(on_day) as on_day, sum(amount)::bigint as amount, sum(records)::bigint as records, min(place) as place
        from (
          select concat_ws('|', coalesce(o.country, ''), coalesce(o.held_by::text, ''), coalesce(o.on_day::text, ''),
              coalesce(o.sort, '')) as cell, o.country, o.held_by, o.sort, o.on_day,
            case when o.fresh > 0 then o.amount else 0 - o.amount end as amount, case when o.fresh > 0 then 1 else -1 end as records,
            null::tid as place, true as is_change
          from other o
          union all
          select t.cell, t.country, t.held_by, t.sort, t.on_day, t.amount, t.records, t.ctid, false
          from cordon.figure_total t
          where t.operation_id = $1 and t.part = $6 and t.name = $4 and t.version = $5
            and t.counted_until is null) both_sides
        group by cell
        having sum(amount) filter (where is_change) <> 0 or sum(records) filter (where is_change) <> 0
      ), closed as (
        update cordon.figure_total t set counted_until = $3
        where t.ctid = any(array(select c.place from totals c where c.place is not null))
      ), totalled as (
        insert into cordon.figure_total (operation_id, agency_id, name, version, cell, country, held_by, sort, on_day, amount,
          records, counted_from)
        select $1, $2, $4, $5, c.cell, c.country, c.held_by, c.sort, c.on_day, c.amount, c.records, $3
        from totals c where c.records > 0
      )
      select (select f.kind || ' ' || f.id from fresh f group by f.kind, f.id having count(*) > 1 order by 1 limit 1)
      $count$, asked.records_sql)
      using operation, agency, moment, figure, of_version, part_of into twice;
    -- A definition that changed takes the place of the one before.
    update cordon.figure_record s set counted_until = moment
      where s.operation_id = operation and s.part = part_of and s.name = figure
        and s.version < of_version and s.counted_until is null;
    update cordon.figure_total t set counted_until = moment
      where t.operation_id = operation and t.part = part_of and t.name = figure
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
