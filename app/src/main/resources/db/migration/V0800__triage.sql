-- Media by hash only. No pixel, no name, no path: a path becomes a keyed digest and its length. Signals, matches and
-- lists add reasons; only a person's assessment takes an item out of the queue, and it can be withdrawn.

-- Victim identification works the queue of the whole operation and writes assessments.
create procedure cordon.also_victim_identification(table_name text, writes boolean)
  language plpgsql
as $$
declare
  works text := 'operation_id = any((select cordon.operations_with_role(''victim_identification''))::uuid[])';
begin
  execute format('create policy queue_reads on cordon.%I for select to cordon_app using (%s)', table_name, works);
  if writes then
    execute format('create policy queue_adds on cordon.%I for insert to cordon_app with check (%s)', table_name, works);
    execute format('create policy queue_changes on cordon.%I for update to cordon_app using (%s) with check (%s)',
      table_name, works, works);
  end if;
end;
$$;

create table cordon.media_item (
  id uuid primary key default gen_random_uuid(),
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  country text not null check (country ~ '^[A-Z]{2}$'),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  md5 text check (md5 ~ '^[0-9a-f]{32}$'),
  pdq text check (pdq ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes >= 0),
  mime_type text,
  first_seen_at timestamptz not null default now(),
  unique (operation_id, agency_id, sha256),
  unique (id, agency_id)
);
create index media_item_sha256 on cordon.media_item (operation_id, sha256);

create table cordon.sighting (
  id uuid primary key default gen_random_uuid(),
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  media_item_id uuid not null,
  exhibit_id uuid not null,
  path_digest text not null check (path_digest ~ '^[0-9a-f]{64}$'),
  path_length integer not null check (path_length >= 0),
  seen_at timestamptz not null default now(),
  unique (exhibit_id, media_item_id, path_digest),
  foreign key (media_item_id, agency_id) references cordon.media_item (id, agency_id),
  foreign key (exhibit_id, agency_id) references cordon.exhibit (id, agency_id)
);
create index sighting_item on cordon.sighting (media_item_id);

-- A file of digests taken in for an exhibit; its counts balance.
create table cordon.digest_import (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  exhibit_id uuid not null,
  rows_in bigint not null,
  stored bigint not null,
  duplicates bigint not null,
  quarantined bigint not null,
  taken_by uuid not null references cordon.member,
  taken_at timestamptz not null default now(),
  foreign key (exhibit_id, agency_id) references cordon.exhibit (id, agency_id),
  check (rows_in = stored + duplicates + quarantined)
);
create index digest_import_exhibit on cordon.digest_import (exhibit_id, taken_at);

create table cordon.digest_quarantine (
  digest_import_id uuid not null references cordon.digest_import,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  line bigint not null,
  reason text not null,
  primary key (digest_import_id, line)
);

create table cordon.hash_list (
  id uuid primary key default gen_random_uuid(),
  operation_id uuid not null references cordon.operation,
  agency_id uuid references cordon.agency,
  name text not null check (length(btrim(name)) between 1 and 200),
  version text not null check (length(btrim(version)) between 1 and 60),
  origin text not null check (length(btrim(origin)) between 1 and 300),
  content_sha256 text not null,
  loaded_by uuid not null references cordon.member,
  loaded_at timestamptz not null default now(),
  unique (operation_id, name, version)
);

create table cordon.hash_list_entry (
  hash_list_id uuid not null references cordon.hash_list,
  operation_id uuid not null references cordon.operation,
  agency_id uuid references cordon.agency,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  category text not null default '',
  primary key (hash_list_id, sha256)
);
create index hash_list_entry_sha256 on cordon.hash_list_entry (operation_id, sha256);

create table cordon.media_match (
  id uuid primary key default gen_random_uuid(),
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  media_item_id uuid not null,
  hash_list_id uuid not null references cordon.hash_list,
  category text not null,
  matched_at timestamptz not null default now(),
  unique (media_item_id, hash_list_id),
  foreign key (media_item_id, agency_id) references cordon.media_item (id, agency_id)
);

create table cordon.signal (
  id uuid primary key default gen_random_uuid(),
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  media_item_id uuid not null,
  reason text not null check (length(btrim(reason)) between 1 and 500),
  added_by uuid not null references cordon.member,
  added_at timestamptz not null default now(),
  unique (media_item_id, reason),
  foreign key (media_item_id, agency_id) references cordon.media_item (id, agency_id)
);

create table cordon.assessment (
  id uuid primary key default gen_random_uuid(),
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  media_item_id uuid not null,
  assessed_as text not null check (assessed_as in ('real', 'altered', 'synthetic', 'self_generated', 'not_relevant')),
  grounds text not null check (length(btrim(grounds)) between 1 and 2000),
  assessed_by uuid not null references cordon.member,
  assessed_at timestamptz not null default now(),
  withdrawn_by uuid references cordon.member,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  foreign key (media_item_id, agency_id) references cordon.media_item (id, agency_id),
  check (num_nulls(withdrawn_by, withdrawn_at, withdrawn_reason) in (0, 3))
);
create unique index assessment_current on cordon.assessment (media_item_id) where withdrawn_at is null;

call cordon.protect('media_item', true);
call cordon.protect('sighting', true);
call cordon.protect('digest_import', true);
call cordon.protect('digest_quarantine', true);
call cordon.protect('hash_list', true);
call cordon.protect('hash_list_entry', true);
call cordon.protect('media_match', true);
call cordon.protect('signal', true);
call cordon.protect('assessment');
call cordon.also_victim_identification('media_item', false);
call cordon.also_victim_identification('sighting', false);
call cordon.also_victim_identification('hash_list', false);
call cordon.also_victim_identification('media_match', false);
call cordon.also_victim_identification('signal', false);
call cordon.also_victim_identification('assessment', true);

-- A list the lead loaded serves every examiner of the operation.
create policy shared_reads on cordon.hash_list for select to cordon_app using (
  agency_id is null and operation_id = any((select cordon.operations_with_role('national_officer', 'examiner'))::uuid[]));
create policy shared_reads on cordon.hash_list_entry for select to cordon_app using (
  agency_id is null and operation_id = any((select cordon.operations_with_role('national_officer', 'examiner'))::uuid[]));

-- What is left in the queue, with the reasons for its order. Countries count what the reader may see.
create view cordon.review_queue with (security_invoker = true) as
  select i.*,
    (select count(distinct o.agency_id) from cordon.media_item o
      where o.operation_id = i.operation_id and o.sha256 = i.sha256) as agencies,
    (select count(distinct s.exhibit_id) from cordon.sighting s where s.media_item_id = i.id) as exhibits,
    exists (select from cordon.media_match m where m.media_item_id = i.id) as known
  from cordon.media_item i
  where not exists (select from cordon.assessment a where a.media_item_id = i.id and a.withdrawn_at is null);
grant select on cordon.review_queue to cordon_app;
