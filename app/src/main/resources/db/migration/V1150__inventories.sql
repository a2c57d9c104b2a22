-- What a walk over an exhibit wrote is taken in part by part: the inventory, the names, the perceptual codes, the matches. Each
-- part is one row of digest_import with its balance; lines that can not be read stay aside with their place.

-- Perceptual codes can be partly inverted: an area of its own, which no role that exports, publishes or leads reads.
insert into cordon.area (name, holds, is_case, own_code, break_glass) values
  ('perceptual_codes', 'Perceptual codes of files on exhibits; they can be partly inverted', true, false, false);
insert into cordon.need_to_know (role, area, reach, may_read, may_write, rights, categories, because) values
  ('national_officer', 'perceptual_codes', 'own_agency', true, true, '{}', null, 'Takes in the codes of the own exhibits where there is no examiner.'),
  ('examiner', 'perceptual_codes', 'own_agency', true, true, '{}', null, 'Takes in the codes of the own exhibits and compares them.');

alter table cordon.digest_import
  add column form text not null default 'csv' check (form in ('csv', 'inventory', 'names', 'codes', 'matches')),
  add column content_sha256 text check (content_sha256 ~ '^[0-9a-f]{64}$'),
  add column part_of uuid references cordon.digest_import deferrable initially deferred,
  add column decoded bigint not null default 0 check (decoded >= 0),
  add column undecoded bigint not null default 0 check (undecoded >= 0),
  add column unread bigint not null default 0 check (unread >= 0);

alter table cordon.sighting
  add column digest_import_id uuid references cordon.digest_import deferrable initially deferred,
  add column item_number bigint check (item_number > 0),
  add column place text check (length(place) between 1 and 300),
  add column is_deleted boolean not null default false;
create index sighting_number on cordon.sighting (digest_import_id, item_number) where digest_import_id is not null;
create index sighting_seen on cordon.sighting (exhibit_id, seen_at, id);

-- A name comes once, after its file: nothing that stands is written over.
create policy names_once on cordon.sighting for update to cordon_app
  using (path_sealed is null and agency_id = (select cordon.current_agency())
    and operation_id = any((select cordon.reach('triage', 'own_agency', 'write'))::uuid[]))
  with check (path_sealed is not null and agency_id = (select cordon.current_agency()));
grant update (path_sealed, path_length) on cordon.sighting to cordon_app;

-- What a decoder and a reader of marks said of an item, the first time it was read.
create table cordon.media_reading (
  media_item_id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  digest_import_id uuid not null references cordon.digest_import deferrable initially deferred,
  sha1 text check (sha1 ~ '^[0-9a-f]{40}$'),
  format text check (length(format) <= 60),
  width integer,
  height integer,
  frames integer not null default 0 check (frames >= 0),
  quality smallint check (quality between 0 and 100),
  decode_path text check (length(decode_path) <= 60),
  is_decoded boolean not null,
  reason text check (length(reason) <= 500),
  warning text check (length(warning) <= 500),
  read_at timestamptz not null default now(),
  foreign key (media_item_id, agency_id) references cordon.media_item (id, agency_id)
);

-- A mark is what a file carries, not what is true of it. Prompts, serial numbers and places are keyed digests made before.
create table cordon.media_mark (
  id uuid primary key default gen_random_uuid(),
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  media_item_id uuid not null,
  kind text not null check (kind in ('says', 'generator', 'c2pa', 'camera', 'software', 'position', 'taken', 'embedded', 'note')),
  words text not null check (length(btrim(words)) between 1 and 500),
  digest text check (digest ~ '^[0-9a-f]{16,128}$'),
  taken_at timestamp,
  added_at timestamptz not null default now(),
  unique nulls not distinct (media_item_id, kind, words, digest),
  foreign key (media_item_id, agency_id) references cordon.media_item (id, agency_id)
);
create index media_mark_camera on cordon.media_mark (operation_id, agency_id, digest) where kind = 'camera';

create table cordon.perceptual_code (
  id uuid primary key default gen_random_uuid(),
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  media_item_id uuid not null,
  frame integer not null check (frame >= 0),
  seconds numeric(12, 3),
  quality smallint check (quality between 0 and 100),
  code text not null check (code ~ '^[0-9a-f]{64}$'),
  decode_path text check (length(decode_path) <= 60),
  handling text not null default 'H2' check (handling in ('H0', 'H1', 'H2', 'H3')),
  added_at timestamptz not null default now(),
  unique (media_item_id, frame),
  foreign key (media_item_id, agency_id) references cordon.media_item (id, agency_id)
);
create index perceptual_code_agency on cordon.perceptual_code (operation_id, agency_id);

-- What lists on the examiner's own machine said: the list itself never comes here.
create table cordon.list_match (
  id uuid primary key default gen_random_uuid(),
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  media_item_id uuid not null,
  list text not null check (length(list) between 1 and 200),
  version text not null check (length(version) <= 60),
  matched_by text not null check (matched_by in ('md5', 'sha1', 'sha256', 'pdq')),
  distance smallint check (distance between 0 and 256),
  profile text not null default '' check (length(profile) <= 100),
  category text not null default '' check (length(category) <= 100),
  meaning text not null default '' check (length(meaning) <= 200),
  embedded text not null default '' check (length(embedded) <= 100),
  place text not null default '' check (length(place) <= 200),
  matched_at timestamptz not null default now(),
  unique nulls not distinct (media_item_id, list, version, matched_by, profile, category, embedded, place),
  foreign key (media_item_id, agency_id) references cordon.media_item (id, agency_id)
);
create index list_match_agency on cordon.list_match (operation_id, agency_id, media_item_id);
create index media_match_agency on cordon.media_match (operation_id, agency_id, media_item_id);

-- A file nobody could read has no digest and so is no item; it is not forgotten.
create table cordon.unread_file (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  exhibit_id uuid not null,
  digest_import_id uuid not null references cordon.digest_import deferrable initially deferred,
  item_number bigint not null check (item_number > 0),
  place text not null check (length(place) between 1 and 300),
  is_deleted boolean not null,
  reason text not null check (length(reason) between 1 and 500),
  seen_at timestamptz not null default now(),
  unique (exhibit_id, place),
  foreign key (exhibit_id, agency_id) references cordon.exhibit (id, agency_id)
);

-- Two items of one agency whose codes differ in few bits; a machine found the pair, nobody has compared the pictures.
create table cordon.near_pair (
  one_id uuid not null,
  other_id uuid not null,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  distance smallint not null check (distance between 0 and 31),
  found_at timestamptz not null default now(),
  primary key (one_id, other_id),
  check (one_id < other_id),
  foreign key (one_id, agency_id) references cordon.media_item (id, agency_id),
  foreign key (other_id, agency_id) references cordon.media_item (id, agency_id)
);
create index near_pair_other on cordon.near_pair (other_id);

-- Which group of near duplicates an item is in; a group has the least id of its items.
create table cordon.near_group (
  media_item_id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  group_id uuid not null,
  foreign key (media_item_id, agency_id) references cordon.media_item (id, agency_id)
);
create index near_group_items on cordon.near_group (operation_id, group_id, media_item_id);

-- The codes that stood with the items move to the area of their own.
alter table cordon.media_item no force row level security;
insert into cordon.perceptual_code (operation_id, agency_id, media_item_id, frame, code)
  select operation_id, agency_id, id, 0, pdq from cordon.media_item where pdq is not null;
alter table cordon.media_item force row level security;
drop view cordon.review_queue;
alter table cordon.media_item drop column pdq;

call cordon.guard('media_reading', 'triage', true);
call cordon.guard('media_mark', 'triage', true);
call cordon.guard('unread_file', 'triage', true);
call cordon.guard('perceptual_code', 'perceptual_codes', true);
call cordon.guard('list_match', 'hash_lists', true);
call cordon.guard('near_pair', 'triage', true);
call cordon.guard('near_group', 'triage');
call cordon.counted('media_reading');
call cordon.counted('media_mark');
call cordon.counted('unread_file');
call cordon.counted('perceptual_code');
call cordon.counted('list_match');
call cordon.counted('near_pair');
call cordon.counted('near_group');

call cordon.erasure(2250, 'media_reading', 'keep', null, null, 'How a file was decoded: format, dimensions, reasons; no name, no path.');
call cordon.erasure(2251, 'media_mark', 'keep', null, null, 'Marks files carry, in words of the program; prompts, serial numbers and places are keyed digests.');
call cordon.erasure(2252, 'unread_file', 'keep', null, null, 'Places in numbers of files nobody could read, and why.');
call cordon.erasure(2253, 'perceptual_code', 'keep', null, null, 'Perceptual codes of files on exhibits; destroyed with the operation.');
call cordon.erasure(2254, 'list_match', 'keep', null, null, 'That a digest is on a list, with version and category.');
call cordon.erasure(2255, 'near_pair', 'keep', null, null, 'That two files are nearly alike.');
call cordon.erasure(2256, 'near_group', 'keep', null, null, 'Groups of files that are nearly alike.');
call cordon.erasure(2257, 'digest_import', 'keep', null, null, 'Counts of parts of an inventory and digests of whole files.');
call cordon.erasure(2258, 'sighting', 'keep', null, null, 'Where a file lay, in numbers.');
