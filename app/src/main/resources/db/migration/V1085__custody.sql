-- The life of an exhibit. Every act on it is a row of cordon.custody_act, numbered without gaps per exhibit; each row says
-- what stands after it (holder, seal, place of keeping, state), so that what is so now is the last row. Nothing here is
-- ever changed: an error is mended by another act, a dispute stands beside what it disputes.

-- Agencies close ------------------------------------------------------------------------------------------------------

alter table cordon.agency add column closed_at timestamptz;
create policy functions_close on cordon.agency for update to current_user using (closed_at is null) with check (closed_at is not null);

-- An agency that is no more: nothing is handed to it from then on. For the administrator; false where it was closed before.
create function cordon.close_agency(which uuid) returns boolean
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  if not cordon.is_administrator() then
    return false;
  end if;
  update cordon.agency set closed_at = now() where id = which and closed_at is null;
  return found;
end;
$$;

-- Whether an agency is there and open, for members of an operation: they may name agencies they do not know otherwise.
create function cordon.open_agencies() returns table (id uuid, name text, country text, closed boolean)
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select a.id, a.name, a.country, a.closed_at is not null from cordon.agency a
    where a.id = any(cordon.known_agencies()) or a.id = cordon.current_agency();
  end;
grant execute on function cordon.close_agency(uuid), cordon.open_agencies() to cordon_app;

-- What there is to know of a thing --------------------------------------------------------------------------------------

alter table cordon.warrant add unique (id, agency_id);

alter table cordon.exhibit
  alter column seized_item_id drop not null,
  alter column measure_id drop not null,
  drop constraint exhibit_number_check,
  -- A part of an exhibit, or what a divided one became, carries its number and one of its own: 2025-DK-0003.2
  add constraint exhibit_number_check check (number ~ '^[0-9]{4}-[A-Z]{2}-[0-9]{4,}([.][1-9][0-9]{0,3}){0,6}$'),
  add column item_class text not null default 'other'
    check (item_class in ('device', 'storage', 'paper', 'vehicle', 'account_data', 'other')),
  add column origin text not null default 'report' check (origin in ('report', 'entered', 'imported', 'part', 'split', 'merge')),
  -- The mark the agency itself put on the bag.
  add column own_number text check (length(btrim(own_number)) between 1 and 60),
  add column serial text check (length(btrim(serial)) between 1 and 200),
  add column found_in text check (length(btrim(found_in)) between 1 and 200),
  add column warrant_id uuid,
  add column legal_basis text check (length(btrim(legal_basis)) between 1 and 500),
  -- One sheet of entries, as sent: sent again it changes nothing.
  add column sheet_id uuid,
  add column sheet_line integer check (sheet_line >= 1),
  add constraint exhibit_of_report check (origin <> 'report' or num_nonnulls(seized_item_id, measure_id) = 2),
  add constraint exhibit_sheet check (num_nulls(sheet_id, sheet_line) in (0, 2)),
  add foreign key (warrant_id, agency_id) references cordon.warrant (id, agency_id),
  add unique (agency_id, sheet_id, sheet_line);
create unique index exhibit_own_number on cordon.exhibit (operation_id, agency_id, own_number) where own_number is not null;
create index exhibit_measure on cordon.exhibit (measure_id) where measure_id is not null;
update cordon.exhibit set item_class = case
  when kind ~* '(usb|disk|disc|drive|storage|memory|sd.?card|nas)' then 'storage'
  when kind ~* '(phone|laptop|computer|tablet|console|camera|router|server|watch|device|desktop)' then 'device'
  when kind ~* '(paper|document|note|letter|book|receipt)' then 'paper'
  when kind ~* '(car|vehicle|van|bike|motor)' then 'vehicle'
  when kind ~* '(account|mailbox|cloud)' then 'account_data'
  else 'other' end
where item_class = 'other';

-- From which exhibits another came to be.
create table cordon.exhibit_origin (
  exhibit_id uuid not null,
  from_exhibit_id uuid not null,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  how text not null check (how in ('part', 'split', 'merge')),
  primary key (exhibit_id, from_exhibit_id),
  foreign key (exhibit_id, agency_id) references cordon.exhibit (id, agency_id),
  check (exhibit_id <> from_exhibit_id)
);
create index exhibit_origin_from on cordon.exhibit_origin (from_exhibit_id);

-- Where exhibits are kept.
create table cordon.storage_location (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  name text not null check (length(btrim(name)) between 1 and 200),
  added_by uuid not null references cordon.member,
  added_at timestamptz not null default now(),
  unique (operation_id, agency_id, name),
  unique (id, agency_id)
);

alter table cordon.hand_over
  add column to_agency_id uuid references cordon.agency,
  add column condition text check (length(btrim(condition)) between 1 and 1000);
alter table cordon.hand_over add unique (id, exhibit_id);

create table cordon.custody_act (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  exhibit_id uuid not null,
  number integer not null check (number >= 1),
  kind text not null check (kind in ('registered', 'handed_over', 'confirmed', 'disputed', 'moved', 'seal_opened', 'sealed',
    'noted', 'grounds', 'hashed', 'part_taken', 'split', 'merged', 'returned', 'forfeited', 'destroyed', 'copy_made',
    'copy_checked', 'copy_differs')),
  happened_at timestamptz not null,
  place text check (length(btrim(place)) between 1 and 300),
  -- What for, what was seen, what was said.
  words text check (length(btrim(words)) between 1 and 2000),
  -- Who acted, or to whom it went.
  person text check (length(btrim(person)) between 1 and 200),
  seal_before text,
  hand_over_id uuid,
  related_exhibit_id uuid,
  order_authority text check (length(btrim(order_authority)) between 1 and 300),
  order_reference text check (length(btrim(order_reference)) between 1 and 200),
  order_date date,
  -- Named irregularities it was recorded in spite of, and why.
  irregularities text[] not null default '{}' check (irregularities <@ '{not the holder,seal differs,before the last act,clock went back}'),
  explanation text check (length(btrim(explanation)) between 1 and 2000),
  -- What stands after it.
  holder text not null check (length(btrim(holder)) between 1 and 200),
  held_since timestamptz not null,
  seal text,
  location_id uuid,
  state text not null check (state in ('held', 'forfeited', 'returned', 'destroyed', 'split', 'merged')),
  -- The act in words of a fixed form; an entry of the ledger commits to their SHA-256.
  statement text,
  entry_id uuid references cordon.ledger_entry,
  recorded_by uuid not null references cordon.member,
  recorded_at timestamptz not null default now(),
  unique (exhibit_id, number),
  foreign key (exhibit_id, agency_id) references cordon.exhibit (id, agency_id),
  foreign key (hand_over_id, exhibit_id) references cordon.hand_over (id, exhibit_id),
  check (num_nulls(order_authority, order_reference, order_date) in (0, 3)),
  check (kind not in ('returned', 'forfeited', 'destroyed') or order_reference is not null),
  check ((kind in ('handed_over', 'confirmed', 'disputed')) = (hand_over_id is not null))
);
create index custody_act_operation on cordon.custody_act (operation_id, recorded_at desc);

-- What giver and taker say of a hand-over. Signed in, the two are two members; on paper, the paper is named.
create table cordon.hand_over_answer (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  exhibit_id uuid not null,
  hand_over_id uuid not null,
  party text not null check (party in ('giver', 'taker')),
  answer text not null check (answer in ('confirmed', 'disputed')),
  way text not null check (way in ('signed_in', 'on_paper')),
  paper text check (length(btrim(paper)) between 1 and 300),
  words text check (length(btrim(words)) between 1 and 1000),
  said_by uuid not null references cordon.member,
  said_at timestamptz not null default now(),
  unique (hand_over_id, party),
  foreign key (hand_over_id, exhibit_id) references cordon.hand_over (id, exhibit_id),
  foreign key (exhibit_id, agency_id) references cordon.exhibit (id, agency_id),
  check ((way = 'on_paper') = (paper is not null)),
  check (answer = 'confirmed' or words is not null)
);
create unique index hand_over_answer_two_members on cordon.hand_over_answer (hand_over_id, said_by) where way = 'signed_in';

-- What was tried and refused: it changed nothing and is not forgotten.
create table cordon.custody_refusal (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  exhibit_id uuid not null,
  irregularity text not null,
  words text not null check (length(btrim(words)) between 1 and 2000),
  tried_by uuid not null references cordon.member,
  tried_at timestamptz not null default now(),
  foreign key (exhibit_id, agency_id) references cordon.exhibit (id, agency_id)
);
create index custody_refusal_exhibit on cordon.custody_refusal (exhibit_id, tried_at);

-- Digests: of a medium at intake, of account data as received, of photographs of the packaging. Never the bytes.
create table cordon.exhibit_digest (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  exhibit_id uuid not null,
  thing text not null check (thing in ('medium', 'account_data', 'packaging_photo', 'document')),
  label text not null check (length(btrim(label)) between 1 and 200),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint check (size_bytes >= 0),
  tool text check (length(btrim(tool)) between 1 and 200),
  taken_at timestamptz not null,
  recorded_by uuid not null references cordon.member,
  recorded_at timestamptz not null default now(),
  foreign key (exhibit_id, agency_id) references cordon.exhibit (id, agency_id)
);
create index exhibit_digest_exhibit on cordon.exhibit_digest (exhibit_id, recorded_at);

create table cordon.working_copy (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  exhibit_id uuid not null,
  number integer not null check (number >= 1),
  image_format text not null check (length(btrim(image_format)) between 1 and 60),
  tool text not null check (length(btrim(tool)) between 1 and 200),
  size_bytes bigint not null check (size_bytes >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- Of the medium while it was read; the same as the image's for a raw image.
  medium_sha256 text not null check (medium_sha256 ~ '^[0-9a-f]{64}$'),
  kept_at text not null check (length(btrim(kept_at)) between 1 and 300),
  made_by text not null check (length(btrim(made_by)) between 1 and 200),
  made_at timestamptz not null,
  recorded_by uuid not null references cordon.member,
  recorded_at timestamptz not null default now(),
  unique (exhibit_id, number),
  unique (id, exhibit_id),
  foreign key (exhibit_id, agency_id) references cordon.exhibit (id, agency_id)
);

-- A copy is checked before each use. One check that does not hold stops it for good.
create table cordon.working_copy_check (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  exhibit_id uuid not null,
  working_copy_id uuid not null,
  purpose text not null check (length(btrim(purpose)) between 1 and 500),
  tool text not null check (length(btrim(tool)) between 1 and 200),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  held boolean not null,
  checked_by uuid not null references cordon.member,
  checked_at timestamptz not null default now(),
  foreign key (working_copy_id, exhibit_id) references cordon.working_copy (id, exhibit_id),
  foreign key (exhibit_id, agency_id) references cordon.exhibit (id, agency_id)
);
create index working_copy_check_copy on cordon.working_copy_check (working_copy_id, checked_at);

-- What was handed out about custody: report, CASE, bundle; to whom and why.
create table cordon.custody_disclosure (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  number integer not null check (number >= 1),
  form text not null check (form in ('register', 'report', 'case', 'bundle')),
  recipient text not null check (length(btrim(recipient)) between 1 and 300),
  reason text not null check (length(btrim(reason)) between 1 and 1500),
  permission text check (length(btrim(permission)) between 1 and 500),
  exhibits integer not null check (exhibits >= 1),
  left_out integer not null default 0 check (left_out >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes >= 1),
  made_by uuid not null references cordon.member,
  made_at timestamptz not null default now(),
  unique (operation_id, agency_id, number)
);

-- What there was before: each exhibit's seizure and hand-overs become its first acts.
insert into cordon.custody_act (id, operation_id, agency_id, exhibit_id, number, kind, happened_at, place, words, person,
  holder, held_since, seal, state, recorded_by, recorded_at)
select gen_random_uuid(), e.operation_id, e.agency_id, e.id, 1, 'registered', e.seized_at,
  nullif(left(btrim(e.place), 300), ''), 'seized', left(e.seized_by, 200), left(e.seized_by, 200), e.seized_at, e.seal, 'held',
  e.opened_by, e.opened_at
from cordon.exhibit e;
insert into cordon.custody_act (id, operation_id, agency_id, exhibit_id, number, kind, happened_at, place, words, person,
  seal_before, hand_over_id, holder, held_since, seal, state, recorded_by, recorded_at)
select gen_random_uuid(), h.operation_id, h.agency_id, h.exhibit_id, h.sequence + 1, 'handed_over', h.happened_at, h.place,
  h.purpose, h.to_person, h.seal_before, h.id, h.to_person, h.happened_at, h.seal_after, 'held', h.recorded_by, h.recorded_at
from cordon.hand_over h;

drop view cordon.exhibit_custody;
create view cordon.exhibit_custody with (security_invoker = true) as
  select e.*, a.number as acts, a.holder as held_by, a.held_since, a.seal as seal_now, a.state,
    (select max(t.happened_at) from cordon.custody_act t where t.exhibit_id = e.id and t.kind in ('registered', 'handed_over',
      'moved', 'seal_opened', 'sealed', 'part_taken', 'split', 'merged', 'returned', 'forfeited', 'destroyed')) as last_at,
    a.recorded_at as last_recorded_at, l.name as location,
    (select count(*) from cordon.hand_over h where h.exhibit_id = e.id) as hand_overs,
    (select count(*) from cordon.hand_over h where h.exhibit_id = e.id
      and (select count(*) from cordon.hand_over_answer w where w.hand_over_id = h.id) < 2) as unconfirmed,
    exists (select from cordon.working_copy_check k where k.exhibit_id = e.id and not k.held) as copy_stopped
  from cordon.exhibit e
  join lateral (select * from cordon.custody_act c where c.exhibit_id = e.id order by c.number desc limit 1) a on true
  left join cordon.storage_location l on l.id = a.location_id;
grant select on cordon.exhibit_custody to cordon_app;

-- Who may see and do it -----------------------------------------------------------------------------------------------

do $$
declare
  name text;
begin
  foreach name in array '{exhibit_origin,storage_location,custody_act,hand_over_answer,custody_refusal,exhibit_digest,working_copy,working_copy_check,custody_disclosure}'::text[] loop
    call cordon.guard(name, 'evidence', true);
    call cordon.counted(name);
  end loop;
end;
$$;

-- Who takes an exhibit over from another agency sees it and its custody, and goes on with it.
create policy functions_read on cordon.hand_over for select to current_user using (true);
create policy functions_read on cordon.exhibit for select to current_user using (true);
create policy functions_read on cordon.custody_act for select to current_user using (true);

create function cordon.received_exhibits(act text) returns uuid[]
  language plpgsql stable security definer set search_path = cordon, pg_temp
as $$
begin
  return (
    select coalesce(array_agg(distinct h.exhibit_id), '{}') from cordon.hand_over h
    where h.to_agency_id = cordon.current_agency() and h.operation_id = any(cordon.ruled('evidence', 'own_agency', act)));
end;
$$;
grant execute on function cordon.received_exhibits(text) to cordon_app;

do $$
declare
  name text;
  key text;
begin
  foreach name in array '{exhibit,hand_over,exhibit_origin,custody_act,hand_over_answer,exhibit_digest,working_copy,working_copy_check}'::text[] loop
    key := case name when 'exhibit' then 'id' else 'exhibit_id' end;
    execute format('create policy received_reads on cordon.%I for select to cordon_app using (
      %I = any((select cordon.received_exhibits(''read''))::uuid[])%s)', name, key,
      cordon.code_clause(format('cordon.%I', name)::regclass, true));
  end loop;
  foreach name in array '{hand_over,custody_act,hand_over_answer,custody_refusal,exhibit_digest,working_copy,working_copy_check}'::text[] loop
    execute format('create policy received_adds on cordon.%I for insert to cordon_app with check (
      exhibit_id = any((select cordon.received_exhibits(''write''))::uuid[])%s)', name,
      cordon.code_clause(format('cordon.%I', name)::regclass, true));
  end loop;
end;
$$;

-- Nobody records under another name.
create policy own_name on cordon.custody_act as restrictive for insert to cordon_app with check (
  recorded_by = (select cordon.current_member()));
create policy own_name on cordon.hand_over_answer as restrictive for insert to cordon_app with check (
  said_by = (select cordon.current_member()));
create policy own_name on cordon.working_copy_check as restrictive for insert to cordon_app with check (
  checked_by = (select cordon.current_member()));
create policy own_name on cordon.custody_disclosure as restrictive for insert to cordon_app with check (
  made_by = (select cordon.current_member()));

-- What proves the acts on an exhibit, for whoever reads it: the entries are commitments, the salt opens the act's own entry.
create function cordon.custody_proofs(exhibit uuid)
  returns table (act_id uuid, entry_id uuid, body bytea, place bigint, salt bytea, record_ids text[])
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select c.id, e.id, e.body, e.place, o.salt, o.record_ids
    from cordon.custody_act c
    join cordon.ledger_entry e on e.id = c.entry_id
    left join cordon.ledger_opening o on o.entry_id = e.id and o.destroyed_at is null
    where c.exhibit_id = custody_proofs.exhibit
      and (c.operation_id = any(cordon.reach('evidence', 'operation', 'read'))
        or (c.agency_id = cordon.current_agency() and c.operation_id = any(cordon.ruled('evidence', 'own_agency', 'read')))
        or c.exhibit_id = any(cordon.received_exhibits('read')))
      and (c.exhibit_id = any(cordon.hidden('exhibit'))) is not true
    order by c.number;
  end;
grant execute on function cordon.custody_proofs(uuid) to cordon_app;

-- What an erasure does ------------------------------------------------------------------------------------------------

call cordon.erasure(171, 'exhibit', 'empty', 'serial = null, found_in = null, legal_basis = null',
  't.id::text in (select cordon.named($1, ''exhibit''))', 'Serial number, room and grounds of the person''s things; number, mark and seal stay.');
call cordon.erasure(172, 'custody_act', 'empty',
  'place = null, words = null, person = null, explanation = null, statement = null, holder = case when t.state = ''returned'' then ''erased by order'' else t.holder end',
  't.exhibit_id::text in (select cordon.named($1, ''exhibit''))', 'Words, places and recipients of acts on the person''s things; kinds, times, holders in office and seals stay.');
call cordon.erasure(173, 'exhibit_digest', 'empty', 'label = ''erased by order''',
  't.exhibit_id::text in (select cordon.named($1, ''exhibit''))', 'What a digest was taken of, in words; the digest stays.');
call cordon.erasure(174, 'working_copy', 'empty', 'kept_at = ''erased by order''',
  't.exhibit_id::text in (select cordon.named($1, ''exhibit''))', 'Where an image is kept; its digests stay. The image itself lies outside and is destroyed by its keeper.');
call cordon.erasure(175, 'custody_refusal', 'delete', null, 't.exhibit_id::text in (select cordon.named($1, ''exhibit''))',
  'What was tried and refused on the person''s things, in words.');
call cordon.erasure(2100, 'exhibit_origin', 'keep', null, null, 'Which exhibit came out of which; ids.');
call cordon.erasure(2101, 'storage_location', 'keep', null, null, 'Where agencies keep exhibits.');
call cordon.erasure(2102, 'hand_over_answer', 'keep', null, null, 'What officers said of a hand-over.');
call cordon.erasure(2103, 'working_copy_check', 'keep', null, null, 'Digests of images and what members checked them for.');
call cordon.erasure(2104, 'custody_disclosure', 'keep', null, null, 'What left about custody: counts and digests, to whom and why. Copies handed out are beyond reach.');
call cordon.erasure(2105, 'hand_over', 'keep', null, null, 'The condition of an exhibit as it was handed over.');
