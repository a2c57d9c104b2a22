-- The register of exhibits and its custody. Nothing here is ever changed: who holds an exhibit and which seal it
-- carries is read from its last hand-over.

-- Numbers people talk about; one series per operation, kind and year.
create table cordon.number_series (
  operation_id uuid not null references cordon.operation,
  series text not null,
  last integer not null,
  primary key (operation_id, series)
);
alter table cordon.number_series enable row level security;
alter table cordon.number_series force row level security;
create policy functions_read on cordon.number_series for select to current_user using (true);
create policy functions_add on cordon.number_series for insert to current_user with check (true);
create policy functions_count on cordon.number_series for update to current_user using (true) with check (true);

-- The next number of a series, for a member of the operation; the row stays locked until the transaction ends.
create function cordon.next_number(operation uuid, name text) returns integer
  language sql security definer set search_path = cordon, pg_temp
  begin atomic
    insert into cordon.number_series as s (operation_id, series, last)
    select operation, name, 1 where operation = any(cordon.operations_of_member())
    on conflict (operation_id, series) do update set last = s.last + 1
    returning last;
  end;
grant execute on function cordon.next_number(uuid, text) to cordon_app;

create table cordon.exhibit (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  number text not null check (number ~ '^[0-9]{4}-[A-Z]{2}-[0-9]{4,}$'),
  seized_item_id uuid not null unique,
  measure_id uuid not null,
  kind text not null,
  description text not null,
  seal text,
  country text not null,
  seized_at timestamptz not null,
  place text not null,
  seized_by text not null,
  opened_by uuid not null references cordon.member,
  opened_at timestamptz not null default now(),
  unique (operation_id, number),
  unique (id, agency_id),
  foreign key (seized_item_id, agency_id) references cordon.seized_item (id, agency_id),
  foreign key (measure_id, agency_id) references cordon.measure (id, agency_id)
);

create table cordon.hand_over (
  id uuid primary key default gen_random_uuid(),
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  exhibit_id uuid not null,
  sequence integer not null check (sequence >= 1),
  from_person text not null check (length(btrim(from_person)) between 1 and 200),
  to_person text not null check (length(btrim(to_person)) between 1 and 200),
  place text not null check (length(btrim(place)) between 1 and 300),
  purpose text not null check (length(btrim(purpose)) between 1 and 300),
  happened_at timestamptz not null,
  seal_before text,
  seal_after text,
  recorded_by uuid not null references cordon.member,
  recorded_at timestamptz not null default now(),
  unique (exhibit_id, sequence),
  foreign key (exhibit_id, agency_id) references cordon.exhibit (id, agency_id)
);

call cordon.protect('exhibit', true);
call cordon.protect('hand_over', true);

create view cordon.exhibit_custody with (security_invoker = true) as
  select e.*,
    coalesce(h.to_person, e.seized_by) as held_by,
    coalesce(h.happened_at, e.seized_at) as held_since,
    case when h.exhibit_id is null then e.seal else h.seal_after end as seal_now,
    coalesce(h.sequence, 0) as hand_overs
  from cordon.exhibit e
  left join lateral (select * from cordon.hand_over o where o.exhibit_id = e.id order by o.sequence desc limit 1) h on true;
grant select on cordon.exhibit_custody to cordon_app;
