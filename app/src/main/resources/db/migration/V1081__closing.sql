-- Dense numbers of sources, and the closing manifest of an operation: what was handed in, numbered without gaps, and what
-- was never entered.

alter table cordon.source add column number integer check (number >= 1);
create policy functions_read on cordon.source for select to current_user using (true);
create policy functions_number on cordon.source for update to current_user using (true) with check (true);
with numbered as (
  select operation_id, id, row_number() over (partition by operation_id order by taken_at, name, id) as number from cordon.source
)
update cordon.source s set number = n.number from numbered n where n.operation_id = s.operation_id and n.id = s.id;
drop policy functions_number on cordon.source;
alter table cordon.source alter column number set not null;
alter table cordon.source add constraint source_number unique (operation_id, number);

-- The next number of a source, one taking at a time: without gaps, since rows are never deleted and a taking that fails takes
-- its number back.
create function cordon.number_source() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(4021081, hashtext(new.operation_id::text));
  new.number := (select coalesce(max(s.number), 0) + 1 from cordon.source s where s.operation_id = new.operation_id);
  return new;
end;
$$;
create trigger numbered before insert on cordon.source for each row execute function cordon.number_source();

-- What a closing manifest says, line by line, in this order. For who may read the ledger of the operation; counts, numbers
-- and digests, no value of a record.
create function cordon.closing_lines(operation uuid) returns setof text
  language plpgsql stable security definer set search_path = cordon, pg_temp
as $$
begin
  if operation <> all (cordon.ruled('ledger', 'operation', 'read')) then
    return;
  end if;
  return query select 'entries ' || count(*) from cordon.ledger_entry e where e.operation_id = operation;
  return query select 'entries-' || lower(replace(e.act, '_', '-')) || ' ' || count(*)
    from cordon.ledger_entry e where e.operation_id = operation group by e.act order by e.act;
  return query select 'first-place ' || coalesce(min(e.place)::text, '-') from cordon.ledger_entry e where e.operation_id = operation;
  return query select 'last-place ' || coalesce(max(e.place)::text, '-') from cordon.ledger_entry e where e.operation_id = operation;
  return query select 'sources ' || count(*) || ' last-number ' || coalesce(max(s.number), 0) || ' missing '
    || (coalesce(max(s.number), 0) - count(*)) from cordon.source s where s.operation_id = operation;
  return query select 'source ' || s.number || ' ' || s.id || ' sha256 ' || s.sha256 || ' size ' || s.size_bytes
    from cordon.source s where s.operation_id = operation order by s.number;
  return query select 'takings-' || t.state || ' ' || count(*) from cordon.taking t where t.operation_id = operation
    group by t.state order by t.state;
  return query
    with numbers as (
      select split_part(x.number, '-', 1) || '-' || split_part(x.number, '-', 2) as series,
        split_part(x.number, '-', 3)::numeric as n
      from cordon.exhibit x where x.operation_id = operation
    ), counted as (
      select c.series, count(distinct c.n) as held, max(c.n) as last from numbers c group by c.series
    )
    select 'series ' || k.series || ' exhibits ' || k.held || ' last-number ' || k.last || ' missing '
      || case when k.last = k.held then '0' when k.last - k.held > 1000 then (k.last - k.held)::text
         else (k.last - k.held) || ' numbers ' || (select string_agg(n::text, ',' order by n) from generate_series(1, k.last) n
           where not exists (select from numbers x where x.series = k.series and x.n = n)) end
    from counted k order by k.series;
end;
$$;
create policy functions_read on cordon.exhibit for select to current_user using (true);
grant execute on function cordon.closing_lines(uuid) to cordon_app;

create table cordon.closing_manifest (
  entry_id uuid primary key references cordon.ledger_entry,
  operation_id uuid not null references cordon.operation,
  statement text not null check (length(statement) <= 10000000)
);
create index closing_manifest_operation on cordon.closing_manifest (operation_id);
-- Whoever may read the ledger of an operation may have it counted together and read what that gave.
alter table cordon.closing_manifest enable row level security;
alter table cordon.closing_manifest force row level security;
create policy reads on cordon.closing_manifest for select to cordon_app using (
  operation_id = any((select cordon.reach('ledger', 'operation', 'read'))::uuid[]));
create policy adds on cordon.closing_manifest for insert to cordon_app with check (
  operation_id = any((select cordon.ruled('ledger', 'operation', 'read'))::uuid[]));
grant select, insert on cordon.closing_manifest to cordon_app;
call cordon.erasure(3005, 'closing_manifest', 'keep', null, null, 'Counts, numbers and digests of whole files.');
call cordon.counted('closing_manifest');
