-- The ledger: each act on data is a row written in the transaction of the change it records. A sequencer gives it its
-- place in the tree afterwards. body is the exact bytes of the leaf; it holds commitments instead of names, reasons and
-- record ids. What opens the commitments lies apart, so that it can be destroyed and the tree stays whole.

create table cordon.ledger_entry (
  id uuid primary key,
  operation_id uuid references cordon.operation,
  act text not null check (act in ('COLLECTION', 'ALTERATION', 'CONSULTATION', 'DISCLOSURE', 'COMBINATION', 'ERASURE',
    'DECISION')),
  what text not null check (what ~ '^[a-z][a-z-]{1,60}$'),
  member_id uuid not null references cordon.member,
  recipient_id uuid references cordon.agency,
  at timestamptz not null,
  record_count integer not null check (record_count >= 0),
  body bytea not null check (length(body) between 1 and 65535),
  place bigint unique check (place >= 0),
  leaf_hash bytea,
  check ((place is null) = (leaf_hash is null))
);
create index ledger_entry_waiting on cordon.ledger_entry (at, id) where place is null;
create index ledger_entry_operation on cordon.ledger_entry (operation_id, place);

create table cordon.ledger_opening (
  entry_id uuid primary key references cordon.ledger_entry,
  operation_id uuid references cordon.operation,
  member_id uuid not null references cordon.member,
  salt bytea check (length(salt) = 32),
  reason text check (length(reason) between 1 and 2000),
  record_ids text[],
  destroyed_at timestamptz,
  check ((destroyed_at is null) = (salt is not null))
);

create table cordon.ledger_checkpoint (
  size bigint primary key check (size >= 0),
  root bytea not null check (length(root) = 32),
  note text not null,
  at timestamptz not null default now()
);

alter table cordon.ledger_entry enable row level security;
alter table cordon.ledger_entry force row level security;
alter table cordon.ledger_opening enable row level security;
alter table cordon.ledger_opening force row level security;
alter table cordon.ledger_checkpoint enable row level security;
alter table cordon.ledger_checkpoint force row level security;

-- Own entries, and those of operations one coordinates or watches over. Nobody changes one; the sequencer's function
-- sets the place.
create policy reads on cordon.ledger_entry for select to cordon_app using (
  member_id = (select cordon.current_member())
  or operation_id = any((select cordon.operations_with_role('coordinator', 'auditor', 'data_protection_officer'))::uuid[]));
create policy adds on cordon.ledger_entry for insert to cordon_app with check (
  place is null and leaf_hash is null and member_id = (select cordon.current_member())
  and (operation_id is null or (select cordon.is_administrator())
       or operation_id = any((select cordon.operations_of_member())::uuid[])));
create policy sequencer_reads on cordon.ledger_entry for select to current_user using (true);
create policy sequencer_places on cordon.ledger_entry for update to current_user using (place is null) with check (true);
grant select, insert on cordon.ledger_entry to cordon_app;

create policy reads on cordon.ledger_opening for select to cordon_app using (
  operation_id = any((select cordon.operations_with_role('coordinator', 'auditor', 'data_protection_officer'))::uuid[]));
create policy adds on cordon.ledger_opening for insert to cordon_app with check (
  member_id = (select cordon.current_member()));
create policy changes on cordon.ledger_opening for update to cordon_app
  using (operation_id = any((select cordon.operations_with_role('data_protection_officer'))::uuid[]))
  with check (salt is null and reason is null and record_ids is null);
grant select, insert on cordon.ledger_opening to cordon_app;
grant update (salt, reason, record_ids, destroyed_at) on cordon.ledger_opening to cordon_app;

-- Checkpoints are public.
create policy reads on cordon.ledger_checkpoint for select to cordon_app using (true);
create policy adds on cordon.ledger_checkpoint for insert to cordon_app with check (true);
grant select, insert on cordon.ledger_checkpoint to cordon_app;

-- Gives waiting entries the next places, without gaps, one caller at a time. Returns how many.
create function cordon.ledger_sequence(at_most integer) returns integer
  language sql security definer set search_path = cordon, pg_temp
  begin atomic
    select pg_advisory_xact_lock(4020110);
    with waiting as (
      select e.id, row_number() over (order by e.at, e.id) - 1 as turn
      from cordon.ledger_entry e where e.place is null
      order by e.at, e.id limit at_most
    ), placed as (
      update cordon.ledger_entry e
      set place = (select coalesce(max(p.place) + 1, 0) from cordon.ledger_entry p) + w.turn,
          leaf_hash = sha256('\x00'::bytea || e.body)
      from waiting w where w.id = e.id
      returning 1
    )
    select count(*)::integer from placed;
  end;

-- The leaves from a place on, in order; what is public of the ledger.
create function cordon.ledger_leaves(from_place bigint, at_most integer)
  returns table (place bigint, body bytea, leaf_hash bytea)
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select e.place, e.body, e.leaf_hash from cordon.ledger_entry e
    where e.place >= from_place order by e.place limit at_most;
  end;

-- How many entries wait for their place.
create function cordon.ledger_waiting() returns bigint
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select count(*) from cordon.ledger_entry e where e.place is null;
  end;

grant execute on function cordon.ledger_sequence(integer), cordon.ledger_leaves(bigint, integer),
  cordon.ledger_waiting() to cordon_app;
