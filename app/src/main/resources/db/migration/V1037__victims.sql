-- Identified victims. In the rows stand a number, a country and a state; what names or places a child is sealed, in a
-- table of its own that victim identification alone may read, bound to row and column.

create table cordon.victim (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  number text not null check (number ~ '^V-[0-9]{4,}$'),
  country text not null check (country ~ '^[A-Z]{2}$'),
  agency_id uuid not null references cordon.agency,
  state text not null default 'identified' check (state in ('identified', 'safeguarded')),
  category text not null default 'victim' check (category = 'victim'),
  registered_by uuid not null references cordon.member,
  registered_at timestamptz not null default now(),
  safeguarded_by uuid references cordon.member,
  safeguarded_at timestamptz,
  unique (operation_id, number),
  check ((state = 'safeguarded') = (safeguarded_at is not null)),
  check (num_nulls(safeguarded_by, safeguarded_at) in (0, 2))
);

-- One row for each time the sealed values were written; the last one stands.
create table cordon.victim_sealed (
  id uuid primary key,
  victim_id uuid not null references cordon.victim,
  operation_id uuid not null references cordon.operation,
  names bytea not null check (length(names) between 6 and 100000),
  birth bytea not null check (length(birth) between 6 and 100000),
  whereabouts bytea not null check (length(whereabouts) between 6 and 100000),
  contact bytea not null check (length(contact) between 6 and 100000),
  notes bytea not null check (length(notes) between 6 and 100000),
  written_by uuid not null references cordon.member,
  written_at timestamptz not null default now()
);
create index victim_sealed_victim on cordon.victim_sealed (victim_id, written_at desc);

call cordon.guard('victim', 'victims');
call cordon.guard('victim_sealed', 'victims', true);

-- Beyond the rules of the area: who writes is named, and the sealed values are for those who may open them.
create policy only_own_registration on cordon.victim as restrictive for insert to cordon_app with check (
  registered_by = (select cordon.current_member()));
create policy only_own_safeguarding on cordon.victim as restrictive for update to cordon_app using (true)
  with check (safeguarded_by = (select cordon.current_member()));
create policy only_identification on cordon.victim_sealed as restrictive for select to cordon_app using (
  operation_id = any((select cordon.operations_opening('victim'))::uuid[]));
create policy only_identification_adds on cordon.victim_sealed as restrictive for insert to cordon_app with check (
  written_by = (select cordon.current_member())
  and operation_id = any((select cordon.operations_opening('victim'))::uuid[]));

-- The grounds of an assessment are words about a picture of a child: sealed as well. What earlier versions wrote in
-- the clear is sealed at the next start, by the two functions below, and then gone.
alter table cordon.assessment alter column grounds drop not null;
alter table cordon.assessment add column grounds_sealed bytea check (length(grounds_sealed) between 6 and 100000);
alter table cordon.assessment add constraint assessment_grounds check (num_nonnulls(grounds, grounds_sealed) = 1);
create policy functions_read on cordon.assessment for select to current_user using (true);
create policy functions_seal on cordon.assessment for update to current_user
  using (grounds is not null) with check (grounds is null);

create function cordon.grounds_in_the_clear(at_most integer) returns table (id uuid, operation_id uuid, grounds text)
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select a.id, a.operation_id, a.grounds from cordon.assessment a where a.grounds is not null limit at_most;
  end;

create function cordon.seal_grounds(which uuid, sealed bytea) returns boolean
  language sql security definer set search_path = cordon, pg_temp
  begin atomic
    update cordon.assessment set grounds = null, grounds_sealed = sealed where id = which and grounds is not null;
    select true;
  end;
grant execute on function cordon.grounds_in_the_clear(integer), cordon.seal_grounds(uuid, bytea) to cordon_app;

-- New grounds come sealed only.
create policy only_sealed_grounds on cordon.assessment as restrictive for insert to cordon_app with check (grounds is null);
