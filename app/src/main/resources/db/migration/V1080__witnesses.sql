-- The ledger before outsiders: hand-overs as a kind of act, checkpoints kept with the witnesses that cosigned them, the logs
-- this installation is a witness for, and what verifications found. Public like checkpoints: nothing here says what an
-- operation did. None of it is ever deleted.

alter table cordon.ledger_entry drop constraint ledger_entry_act_check;
alter table cordon.ledger_entry add constraint ledger_entry_act_check check (act in ('COLLECTION', 'ALTERATION',
  'CONSULTATION', 'DISCLOSURE', 'COMBINATION', 'ERASURE', 'DECISION', 'HAND_OVER'));

-- Checkpoints kept for good, as files too: the note with all cosignatures, and a time stamp where there is an authority.
create table cordon.ledger_kept (
  size bigint primary key check (size >= 0),
  note text not null check (length(note) <= 1000000),
  time_stamp bytea check (length(time_stamp) <= 100000),
  at timestamptz not null default now()
);

-- How it went with each witness that is asked, and with the time-stamp authority, last time.
create table cordon.ledger_witness (
  name text primary key check (length(name) between 1 and 5000),
  size bigint not null default 0 check (size >= 0),
  cosigned_at timestamptz,
  asked_at timestamptz not null default now(),
  outcome text not null check (outcome in ('cosigned', 'unreachable', 'refused', 'unverified', 'ahead')),
  detail text not null check (length(detail) <= 2000)
);

-- The logs of others this installation is a witness for: the newest checkpoint it cosigned. It never goes back.
create table cordon.witnessed_log (
  origin text primary key check (length(origin) between 1 and 255),
  size bigint not null check (size >= 0),
  root bytea not null check (length(root) = 32),
  note text not null check (length(note) <= 1000000),
  at timestamptz not null default now()
);

create function cordon.witness_never_goes_back() returns trigger language plpgsql as $$
begin
  if new.origin <> old.origin or new.size < old.size or (new.size = old.size and new.root <> old.root) then
    raise exception 'a witness never goes back: % entries of % were cosigned', old.size, old.origin;
  end if;
  return new;
end;
$$;
create trigger never_goes_back before update on cordon.witnessed_log
  for each row execute function cordon.witness_never_goes_back();

-- A log that showed two histories, signed by its own key: the proof of it.
create table cordon.witness_alarm (
  origin text not null,
  known_size bigint not null,
  asked_size bigint not null,
  known_note text not null check (length(known_note) <= 1000000),
  request text not null check (length(request) <= 1000000),
  reason text not null check (length(reason) <= 2000),
  at timestamptz not null default now(),
  primary key (origin, known_size, asked_size)
);

create table cordon.ledger_verification (
  id uuid primary key,
  asked_by uuid references cordon.member,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  held boolean not null,
  findings text[] not null
);
create index ledger_verification_newest on cordon.ledger_verification (started_at desc);

do $$
declare
  name text;
begin
  foreach name in array '{ledger_kept,ledger_witness,witnessed_log,witness_alarm,ledger_verification}'::text[] loop
    execute format('alter table cordon.%I enable row level security', name);
    execute format('alter table cordon.%I force row level security', name);
    execute format('create policy reads on cordon.%I for select to cordon_app using (true)', name);
    execute format('create policy adds on cordon.%I for insert to cordon_app with check (true)', name);
    execute format('grant select, insert on cordon.%I to cordon_app', name);
  end loop;
end;
$$;
create policy changes on cordon.ledger_kept for update to cordon_app using (true) with check (true);
create policy changes on cordon.ledger_witness for update to cordon_app using (true) with check (true);
create policy changes on cordon.witnessed_log for update to cordon_app using (true) with check (true);
grant update (note, time_stamp) on cordon.ledger_kept to cordon_app;
grant update on cordon.ledger_witness, cordon.witnessed_log to cordon_app;

-- Whoever runs the server verifies with the owner's rights.
create policy functions_read on cordon.ledger_checkpoint for select to current_user using (true);

-- What the entries' columns say beside their public bytes, from a place on: to see that both say the same. Nothing here
-- that the bytes do not say.
create function cordon.ledger_links(from_place bigint, at_most integer)
  returns table (place bigint, id uuid, operation_id uuid, act text, what text, at timestamptz, record_count integer,
    body bytea, leaf_hash bytea)
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select e.place, e.id, e.operation_id, e.act, e.what, e.at, e.record_count, e.body, e.leaf_hash
    from cordon.ledger_entry e where e.place >= from_place order by e.place limit at_most;
  end;
-- How many entries have no opening, and openings no entry: both are written in one transaction.
create function cordon.ledger_unopened() returns bigint
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select count(*) from cordon.ledger_entry e
    where not exists (select from cordon.ledger_opening o where o.entry_id = e.id);
  end;
grant execute on function cordon.ledger_links(bigint, integer), cordon.ledger_unopened() to cordon_app;

call cordon.erasure(3000, 'ledger_kept', 'keep', null, null, 'Sums over the whole ledger, signed by others.');
call cordon.erasure(3001, 'ledger_witness', 'keep', null, null, 'How it went with witnesses.');
call cordon.erasure(3002, 'witnessed_log', 'keep', null, null, 'Sums over the ledgers of others.');
call cordon.erasure(3003, 'witness_alarm', 'keep', null, null, 'Sums over the ledgers of others, and what is wrong with them.');
call cordon.erasure(3004, 'ledger_verification', 'keep', null, null, 'Which checks of the ledger held.');
