-- Numbers for the press: a table of figures by country as published, with what was withheld so that nobody stands behind a small
-- number. What earlier tables showed is taken into account: two tables together may not tell what one withholds.

create table cordon.press_table (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid references cordon.agency,
  publication_id uuid not null references cordon.publication,
  title text not null check (length(btrim(title)) between 3 and 200),
  -- Numbers from 1 up to and without this one are withheld.
  least integer not null check (least between 1 and 100),
  embargo_until timestamptz,
  corrects uuid unique references cordon.press_table,
  reason text not null check (length(btrim(reason)) between 3 and 2000),
  handling_code text not null check (handling_code in ('H0', 'H1', 'H2', 'H3')),
  content text not null check (length(content) <= 1000000),
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  entry_id uuid not null references cordon.ledger_entry,
  published_by uuid not null references cordon.member,
  published_at timestamptz not null default now(),
  sequence bigint generated always as identity,
  check (agency_id is null)
);
create index press_table_operation on cordon.press_table (operation_id, sequence desc);

create table cordon.press_cell (
  press_table_id uuid not null references cordon.press_table,
  operation_id uuid not null references cordon.operation,
  agency_id uuid references cordon.agency,
  column_place integer not null,
  figure text not null,
  version integer not null,
  -- Empty for all countries together, - for records of no country.
  country text not null check (country ~ '^([A-Z]{2}|-|)$'),
  value bigint not null,
  is_shown boolean not null,
  primary key (press_table_id, column_place, country)
);

call cordon.guard('press_table', 'figures', true);
call cordon.guard('press_cell', 'figures', true);
call cordon.counted('press_table');
call cordon.counted('press_cell');
create policy own_name on cordon.press_table as restrictive for insert to cordon_app with check (
  published_by = (select cordon.current_member())
  and operation_id = any((select cordon.ruled('figures', 'operation', 'publish'))::uuid[]));
-- Until its embargo ends a table is read by those who publish.
create policy embargoed on cordon.press_table as restrictive for select to cordon_app using (
  embargo_until is null or embargo_until <= now()
  or operation_id = any((select cordon.ruled('figures', 'operation', 'publish'))::uuid[]));

create policy of_its_table on cordon.press_cell as restrictive for select to cordon_app using (
  exists (select from cordon.press_table t where t.id = press_table_id));

call cordon.erasure(2359, 'press_table', 'keep', null, null, 'Numbers as they were given to the press.');
call cordon.erasure(2360, 'press_cell', 'keep', null, null, 'Numbers as they were given to the press, and which were withheld.');
