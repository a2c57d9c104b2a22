-- Editions: each reading of a source by the rules of its day. The newest counts; the earlier ones stay as reports when
-- their records are gone. What was a source's balance becomes the balance of an edition.

create table cordon.source_edition (
  operation_id uuid not null,
  source_id uuid not null,
  number integer not null check (number > 0),
  made_at timestamptz not null,
  reason text not null check (length(btrim(reason)) between 1 and 2000),
  form text not null,
  notes text[] not null,
  media_found bigint not null check (media_found >= 0),
  is_damaged boolean not null,
  -- The whole report as JSON, and what changed since the edition before; null for sources of before editions.
  report text check (length(report) <= 50000000),
  difference text check (length(difference) <= 50000000),
  entered_by uuid not null references cordon.member,
  entered_at timestamptz not null default now(),
  primary key (operation_id, source_id, number),
  foreign key (operation_id, source_id) references cordon.source (operation_id, id),
  check (difference is null or (report is not null and number > 1))
);
create index source_edition_entered on cordon.source_edition (operation_id, entered_at desc);

alter table cordon.source_balance rename to edition_balance;
alter table cordon.edition_balance add column edition integer not null default 1;
alter table cordon.edition_balance drop constraint source_balance_pkey;
alter table cordon.edition_balance add primary key (operation_id, source_id, edition, place);

-- What was taken in before is the first edition; the owner may look at it for this once.
alter table cordon.source no force row level security;
insert into cordon.source_edition (operation_id, source_id, number, made_at, reason, form, notes, media_found, is_damaged,
    entered_by, entered_at)
  select operation_id, id, 1, taken_at, 'taken in', form, notes, media_found, is_damaged, taken_by, taken_at
  from cordon.source;
alter table cordon.source force row level security;

alter table cordon.edition_balance no force row level security;
alter table cordon.edition_balance alter column edition drop default;
alter table cordon.edition_balance add foreign key (operation_id, source_id, edition)
  references cordon.source_edition (operation_id, source_id, number);
alter table cordon.edition_balance force row level security;

call cordon.guard('source_edition', 'sources', true);
call cordon.counted('source_edition');
create policy own_name on cordon.source_edition as restrictive for insert to cordon_app with check (
  entered_by = (select cordon.current_member()));

create view cordon.current_edition with (security_invoker = true) as
  select distinct on (operation_id, source_id) operation_id, source_id, number, made_at, form, notes, media_found,
    is_damaged
  from cordon.source_edition order by operation_id, source_id, number desc;
grant select on cordon.current_edition to cordon_app;

-- The balance that counts: of the newest edition.
create view cordon.source_balance with (security_invoker = true) as
  select b.operation_id, b.source_id, b.place, b.name, b.unit, b.rows_in, b.stored, b.quarantined, b.duplicates
  from cordon.edition_balance b
  where b.edition = (select max(e.number) from cordon.source_edition e
    where e.operation_id = b.operation_id and e.source_id = b.source_id);
grant select on cordon.source_balance to cordon_app;

-- Texts are counted for each edition; a thread stays, with its marks, when no message of it is left.
alter table cordon.text_source add column edition integer not null default 1;
alter table cordon.text_source drop constraint text_source_pkey;
alter table cordon.text_source add primary key (operation_id, source_id, edition);
alter table cordon.text_source alter column edition drop default;
alter table cordon.text_thread drop constraint text_thread_messages_check;
alter table cordon.text_thread add check (messages >= 0);
