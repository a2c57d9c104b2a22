-- Sources: what was taken in, and its balance. Sealed files and records lie in the vault; here is what people ask
-- about them. Nothing here is ever changed. Rows belong to the lead: other agencies see what is dispatched to them.

-- What the investigators know (operation.yaml); told before the first source, because zones and mailbox rules shape
-- the records.
create table cordon.operation_facts (
  operation_id uuid primary key references cordon.operation,
  facts text not null check (length(facts) <= 1000000),
  told_by uuid not null references cordon.member,
  told_at timestamptz not null default now()
);

create table cordon.source (
  operation_id uuid not null references cordon.operation,
  id uuid not null,
  name text not null check (length(name) between 1 and 500),
  system text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes >= 0),
  form text not null,
  is_reference boolean not null,
  sealing text not null check (sealing in ('COPIED', 'BY_REFERENCE', 'NOT')),
  notes text[] not null,
  media_found bigint not null,
  is_damaged boolean not null,
  taken_by uuid not null references cordon.member,
  taken_at timestamptz not null default now(),
  primary key (operation_id, id),
  unique (operation_id, sha256)
);
create index source_operation on cordon.source (operation_id, taken_at, name);

create table cordon.source_balance (
  operation_id uuid not null,
  source_id uuid not null,
  place integer not null,
  name text not null,
  unit text not null,
  rows_in bigint not null,
  stored bigint not null,
  quarantined bigint not null,
  duplicates bigint not null,
  primary key (operation_id, source_id, place),
  foreign key (operation_id, source_id) references cordon.source (operation_id, id),
  check (rows_in = stored + quarantined + duplicates),
  check (least(stored, quarantined, duplicates) >= 0)
);

call cordon.protect('operation_facts', true);
call cordon.protect('source', true);
call cordon.protect('source_balance', true);
