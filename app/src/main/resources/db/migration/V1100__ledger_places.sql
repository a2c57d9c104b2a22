-- The ledger at speed. An entry is written once and never again: its place in the tree stands in a narrow table beside it, so
-- that giving places neither rewrites the entry nor its indexes. That an entry names an operation, a member and an agency
-- that exist is asked once per statement, not once per row: the row locks of foreign keys made writers wait for each other.

-- Places --------------------------------------------------------------------------------------------------------------

-- Only the sequencer's function writes it, from the entries, in one statement; nobody changes a row. Public like the leaves.
create table cordon.ledger_place (
  place bigint primary key check (place >= 0),
  entry_id uuid not null unique,
  leaf_hash bytea not null check (length(leaf_hash) = 32)
);
insert into cordon.ledger_place (place, entry_id, leaf_hash)
  select e.place, e.id, e.leaf_hash from cordon.ledger_entry e where e.place is not null order by e.place;
alter table cordon.ledger_place enable row level security;
alter table cordon.ledger_place force row level security;
create policy reads on cordon.ledger_place for select to cordon_app using (true);
create policy functions_read on cordon.ledger_place for select to current_user using (true);
create policy functions_add on cordon.ledger_place for insert to current_user with check (true);
grant select on cordon.ledger_place to cordon_app;

-- What the last giving of places saw: entries of transactions it did not see wait. Transactions count within one cluster.
create table cordon.ledger_sequenced (
  one boolean primary key default true check (one),
  seen pg_snapshot not null,
  cluster bigint not null
);
insert into cordon.ledger_sequenced (seen, cluster) values ('1:1:', 0);
alter table cordon.ledger_sequenced enable row level security;
alter table cordon.ledger_sequenced force row level security;
create policy functions_read on cordon.ledger_sequenced for select to current_user using (true);
create policy functions_change on cordon.ledger_sequenced for update to current_user using (true) with check (true);

drop policy sequencer_places on cordon.ledger_entry;
drop policy adds on cordon.ledger_entry;
create policy adds on cordon.ledger_entry for insert to cordon_app with check (
  member_id = (select cordon.current_member())
  and (operation_id is null or (select cordon.is_administrator())
       or operation_id = any((select cordon.operations_of_member())::uuid[])));
drop function cordon.ledger_sequence(integer);
drop function cordon.ledger_leaves(bigint, integer);
drop function cordon.ledger_waiting();
drop function cordon.ledger_links(bigint, integer);
drop function cordon.receipt_proof(uuid);
drop function cordon.custody_proofs(uuid);
-- Takes its indexes and checks with it.
alter table cordon.ledger_entry drop column place, drop column leaf_hash;
create index ledger_entry_xact on cordon.ledger_entry (xact);

-- Entries of transactions that snapshot does not see: of those that ran when it was taken, and of those begun since. The
-- tables grow, the answer does not: an index is right however old the statistics are.
create function cordon.ledger_unseen(seen pg_snapshot) returns table (id uuid, at timestamptz, leaf_hash bytea)
  language sql stable security definer set search_path = cordon, pg_temp set enable_seqscan = off
  begin atomic
    select e.id, e.at, sha256('\x00'::bytea || e.body) from cordon.ledger_entry e
    where e.xact >= pg_snapshot_xmax(seen)
    union all
    select e.id, e.at, sha256('\x00'::bytea || e.body)
    from (select distinct pg_snapshot_xip(seen) as xact) running join cordon.ledger_entry e on e.xact = running.xact;
  end;
revoke execute on function cordon.ledger_unseen(pg_snapshot) from public;

-- Gives waiting entries the next places, without gaps, one caller at a time. Returns how many.
create function cordon.ledger_sequence() returns bigint
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
declare
  before record;
  here bigint := (select system_identifier from pg_control_system());
  placed bigint;
begin
  perform pg_advisory_xact_lock(4020110);
  select s.seen, s.cluster into before from cordon.ledger_sequenced s;
  if before.cluster = here and pg_snapshot_xmax(before.seen) <= pg_snapshot_xmax(pg_current_snapshot()) then
    -- One statement, one snapshot: what it sees has its place, what it does not see is unseen next time.
    with added as (
      insert into cordon.ledger_place (place, entry_id, leaf_hash)
      select (select coalesce(max(p.place), -1) from cordon.ledger_place p) + row_number() over (order by e.at, e.id), e.id, e.leaf_hash
      from cordon.ledger_unseen(before.seen) e
      returning 1
    ), counted as (
      select count(*) as all_of from added
    ), moved as (
      update cordon.ledger_sequenced set seen = pg_current_snapshot() where (select c.all_of from counted c) > 0
    )
    select c.all_of into placed from counted c;
    return placed;
  end if;
  -- The first time in this cluster: its transactions say nothing of the rows' older ones.
  with added as (
    insert into cordon.ledger_place (place, entry_id, leaf_hash)
    select (select coalesce(max(p.place), -1) from cordon.ledger_place p) + row_number() over (order by e.at, e.id), e.id,
      sha256('\x00'::bytea || e.body)
    from cordon.ledger_entry e where not exists (select from cordon.ledger_place p where p.entry_id = e.id)
    returning 1
  ), moved as (
    update cordon.ledger_sequenced set seen = pg_current_snapshot(), cluster = here
  )
  select count(*) into placed from added;
  return placed;
end;
$$;

-- The leaves from a place on, in order; what is public of the ledger.
create function cordon.ledger_leaves(from_place bigint, at_most integer)
  returns table (place bigint, body bytea, leaf_hash bytea)
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select p.place, e.body, p.leaf_hash
    from (select l.place, l.entry_id, l.leaf_hash from cordon.ledger_place l
          where l.place >= from_place order by l.place limit at_most) p
    join cordon.ledger_entry e on e.id = p.entry_id
    order by p.place;
  end;

-- How many entries wait for their place.
create function cordon.ledger_waiting() returns bigint
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select count(*) from cordon.ledger_sequenced s cross join lateral cordon.ledger_unseen(s.seen);
  end;

-- What the entries' columns say beside their public bytes, from a place on: to see that both say the same. Nothing here
-- that the bytes do not say. A place whose entry is gone is named with nothing beside it.
create function cordon.ledger_links(from_place bigint, at_most integer)
  returns table (place bigint, id uuid, operation_id uuid, act text, what text, at timestamptz, record_count integer,
    body bytea, leaf_hash bytea)
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select p.place, p.entry_id, e.operation_id, e.act, e.what, e.at, e.record_count, e.body, p.leaf_hash
    from (select l.place, l.entry_id, l.leaf_hash from cordon.ledger_place l
          where l.place >= from_place order by l.place limit at_most) p
    left join cordon.ledger_entry e on e.id = p.entry_id
    order by p.place;
  end;

create function cordon.receipt_proof(which uuid) returns table (entry_id uuid, body bytea, place bigint, salt bytea,
    record_ids text[])
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select e.id, e.body, p.place, o.salt, o.record_ids
    from cordon.source_receipt r
    join cordon.ledger_entry e on e.id = r.entry_id
    left join cordon.ledger_place p on p.entry_id = e.id
    left join cordon.ledger_opening o on o.entry_id = e.id and o.destroyed_at is null
    where r.id = which and r.operation_id = any (cordon.ruled('sources', 'operation', 'read'))
      and r.source_id <> all (cordon.hidden('source'));
  end;

create function cordon.custody_proofs(exhibit uuid)
  returns table (act_id uuid, entry_id uuid, body bytea, place bigint, salt bytea, record_ids text[])
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select c.id, e.id, e.body, p.place, o.salt, o.record_ids
    from cordon.custody_act c
    join cordon.ledger_entry e on e.id = c.entry_id
    left join cordon.ledger_place p on p.entry_id = e.id
    left join cordon.ledger_opening o on o.entry_id = e.id and o.destroyed_at is null
    where c.exhibit_id = custody_proofs.exhibit
      and (c.operation_id = any(cordon.reach('evidence', 'operation', 'read'))
        or (c.agency_id = cordon.current_agency() and c.operation_id = any(cordon.ruled('evidence', 'own_agency', 'read')))
        or c.exhibit_id = any(cordon.received_exhibits('read')))
      and (c.exhibit_id = any(cordon.hidden('exhibit'))) is not true
    order by c.number;
  end;

grant execute on function cordon.ledger_sequence(), cordon.ledger_leaves(bigint, integer), cordon.ledger_waiting(),
  cordon.ledger_links(bigint, integer), cordon.receipt_proof(uuid), cordon.custody_proofs(uuid) to cordon_app;

-- A closing manifest names the first and the last place of the operation's entries.
create function cordon.ledger_places(operation uuid) returns table (first_place bigint, last_place bigint)
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select min(p.place), max(p.place) from cordon.ledger_entry e join cordon.ledger_place p on p.entry_id = e.id
    where e.operation_id = operation;
  end;
revoke execute on function cordon.ledger_places(uuid) from public;

create or replace function cordon.closing_lines(operation uuid) returns setof text
  language plpgsql stable security definer set search_path = cordon, pg_temp
as $$
begin
  if operation <> all (cordon.ruled('ledger', 'operation', 'read')) then
    return;
  end if;
  return query select 'entries ' || count(*) from cordon.ledger_entry e where e.operation_id = operation;
  return query select 'entries-' || lower(replace(e.act, '_', '-')) || ' ' || count(*)
    from cordon.ledger_entry e where e.operation_id = operation group by e.act order by e.act;
  return query select 'first-place ' || coalesce(p.first_place::text, '-') from cordon.ledger_places(operation) p;
  return query select 'last-place ' || coalesce(p.last_place::text, '-') from cordon.ledger_places(operation) p;
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

-- The questions every entry asks, planned once per connection like the others.
create or replace function cordon.is_administrator() returns boolean
  language plpgsql stable security definer set search_path = cordon, pg_temp
as $$
begin
  return exists (select from cordon.member m
                 where m.id = cordon.current_member() and m.left_at is null and m.administrator);
end;
$$;

create or replace function cordon.operations_of_member() returns uuid[]
  language plpgsql stable security definer set search_path = cordon, pg_temp
as $$
begin
  return (
    select coalesce(array_agg(distinct s.operation_id), '{}')
    from cordon.membership s join cordon.member m on m.id = s.member_id
    where s.member_id = cordon.current_member() and m.left_at is null
      and now() >= s.starts_at and now() < s.ends_at);
end;
$$;

-- What entries name -----------------------------------------------------------------------------------------------------

-- Entries name an operation, a member and an agency that exist, and the transaction that wrote them: the sequencer and held
-- counts go by it.
create function cordon.check_entries() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  if exists (
    select from (select distinct a.operation_id, a.member_id, a.recipient_id, a.xact from added a) n
    where n.xact <> pg_current_xact_id()
      or not exists (select from cordon.member m where m.id = n.member_id)
      or (n.operation_id is not null and not exists (select from cordon.operation o where o.id = n.operation_id))
      or (n.recipient_id is not null and not exists (select from cordon.agency g where g.id = n.recipient_id)))
  then
    raise exception 'an entry names an operation, a member or an agency that does not exist, or another transaction'
      using errcode = 'foreign_key_violation';
  end if;
  return null;
end;
$$;
create trigger names_what_exists after insert on cordon.ledger_entry
  referencing new table as added for each statement execute function cordon.check_entries();

-- What opens an entry is of that entry's member and operation. The index is right however small the table was when the
-- plan was made.
create function cordon.check_openings() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp set enable_seqscan = off set enable_hashjoin = off
  set enable_mergejoin = off
as $$
begin
  if exists (
    select from added a left join cordon.ledger_entry e on e.id = a.entry_id
    where e.id is null or e.member_id <> a.member_id or e.operation_id is distinct from a.operation_id)
  then
    raise exception 'what opens an entry belongs to no entry of that member and operation'
      using errcode = 'foreign_key_violation';
  end if;
  return null;
end;
$$;
create trigger opens_an_entry after insert on cordon.ledger_opening
  referencing new table as added for each statement execute function cordon.check_openings();

alter table cordon.ledger_entry drop constraint ledger_entry_operation_id_fkey, drop constraint ledger_entry_member_id_fkey,
  drop constraint ledger_entry_recipient_id_fkey, drop constraint ledger_entry_what_check;
-- The same words as before, without a regular expression for every row.
alter table cordon.ledger_entry add constraint ledger_entry_what_check check (
  length(what) between 2 and 61 and translate(what, 'abcdefghijklmnopqrstuvwxyz-', '') = '' and left(what, 1) <> '-');
alter table cordon.ledger_opening drop constraint ledger_opening_entry_id_fkey,
  drop constraint ledger_opening_operation_id_fkey, drop constraint ledger_opening_member_id_fkey;

-- What entries name stays; so do entries and places.
create function cordon.refuse_removal() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger names rows of cordon.%: they are never removed or changed', tg_table_name
    using errcode = 'foreign_key_violation';
end;
$$;
do $$
declare
  name text;
begin
  foreach name in array '{operation,member,agency,ledger_entry,ledger_place,ledger_checkpoint}'::text[] loop
    execute format('create trigger stays before delete on cordon.%I for each row execute function cordon.refuse_removal()', name);
    execute format('create trigger stays_whole before truncate on cordon.%I execute function cordon.refuse_removal()', name);
  end loop;
end;
$$;
create trigger never_changed before update on cordon.ledger_place
  for each row execute function cordon.refuse_removal();

call cordon.erasure(3006, 'ledger_place', 'keep', null, null, 'Places and hashes of commitments.');
call cordon.erasure(3007, 'ledger_sequenced', 'keep', null, null, 'Which transactions have their places.');
