-- An inquiry has two sides that act: the holder answers, once or again, and the asker has the reply. Codes that came in as H3 are
-- compared for nobody else until a named person of their agency lets them be, exhibit by exhibit. What the examiner's program said
-- of series and groups comes in beside names, codes and matches.

alter table cordon.digest_import drop constraint digest_import_form_check;
alter table cordon.digest_import add constraint digest_import_form_check
  check (form in ('csv', 'inventory', 'names', 'codes', 'matches', 'series', 'groups'));
alter table cordon.hash_question
  add column asked_item uuid references cordon.media_item,
  add unique (id, agency_id);
-- What comes without a word of its handling is handled as the most careful would.
alter table cordon.perceptual_code alter column handling set default 'H3';

-- That inquiries of other agencies may compare the codes of an exhibit's files.
create table cordon.code_release (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  exhibit_id uuid not null,
  reason text not null check (length(btrim(reason)) between 3 and 1000),
  released_by uuid not null references cordon.member,
  released_at timestamptz not null default now(),
  withdrawn_by uuid references cordon.member,
  withdrawn_at timestamptz,
  check ((withdrawn_by is null) = (withdrawn_at is null)),
  foreign key (exhibit_id, agency_id) references cordon.exhibit (id, agency_id)
);
create unique index code_release_standing on cordon.code_release (exhibit_id) where withdrawn_at is null;

-- The holder's answer to a question; a later one takes its place and both stay.
create table cordon.hash_answer (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  hash_question_id uuid not null,
  answered_as text not null check (answered_as in ('contact', 'formal', 'nothing_more')),
  contact text check (length(btrim(contact)) between 3 and 300),
  words text check (length(words) <= 1000),
  answered_by uuid not null references cordon.member,
  answered_at timestamptz not null default now(),
  check ((answered_as = 'contact') = (contact is not null)),
  foreign key (hash_question_id, agency_id) references cordon.hash_question (id, agency_id)
);
create index hash_answer_question on cordon.hash_answer (hash_question_id, answered_at desc);

-- What of it the asker learns: not who answered, unless the holder named a contact.
create table cordon.hash_reply (
  id uuid primary key default gen_random_uuid(),
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  hash_inquiry_id uuid not null references cordon.hash_inquiry,
  media_item_id uuid,
  answered_as text not null,
  contact text,
  words text,
  replied_at timestamptz not null default now(),
  foreign key (media_item_id, agency_id) references cordon.media_item (id, agency_id)
);
create index hash_reply_inquiry on cordon.hash_reply (hash_inquiry_id, replied_at);

-- What the examiner's program found: series by name or time, groups of the same content or of similar pictures. Elsewhere counts
-- items of exhibits that were given beside this one.
create table cordon.told_group (
  digest_import_id uuid not null references cordon.digest_import deferrable initially deferred,
  told_by text not null check (told_by in ('name', 'time', 'same content', 'similar')),
  number bigint not null check (number > 0),
  media_item_id uuid not null,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  elsewhere bigint not null default 0 check (elsewhere >= 0),
  radius smallint check (radius between 0 and 31),
  primary key (digest_import_id, told_by, number, media_item_id),
  foreign key (media_item_id, agency_id) references cordon.media_item (id, agency_id)
);
create index told_group_item on cordon.told_group (media_item_id);
create index told_group_agency on cordon.told_group (operation_id, agency_id);

call cordon.guard('code_release', 'perceptual_codes');
call cordon.guard('hash_answer', 'triage', true);
call cordon.guard('hash_reply', 'triage', true);
call cordon.guard('told_group', 'triage', true);
do $$
declare
  name text;
begin
  foreach name in array '{code_release,hash_answer,hash_reply,told_group}'::text[] loop
    call cordon.counted(name);
    execute format('create policy functions_work on cordon.%I for all to current_user using (true) with check (true)', name);
  end loop;
end;
$$;
create policy own_name on cordon.code_release as restrictive for insert to cordon_app with check (
  released_by = (select cordon.current_member()) and agency_id = (select cordon.current_agency()) and released_at = now());
create policy taken_back on cordon.code_release as restrictive for update to cordon_app
  using (withdrawn_at is null and agency_id = (select cordon.current_agency()))
  with check (withdrawn_by = (select cordon.current_member()) and withdrawn_at = now());
revoke update on cordon.code_release from cordon_app;
grant update (withdrawn_by, withdrawn_at) on cordon.code_release to cordon_app;
create policy own_name on cordon.hash_answer as restrictive for insert to cordon_app with check (
  answered_by = (select cordon.current_member()) and agency_id = (select cordon.current_agency()) and answered_at = now());
-- Replies are written by the function below alone.
revoke insert on cordon.hash_reply from cordon_app;
create trigger unplaced after insert on cordon.told_group
  referencing new table as new_rows for each statement execute function cordon.unplace();

call cordon.erasure(2400, 'code_release', 'keep', null, null, 'That codes of an exhibit may be compared, and why; words of members about files.');
call cordon.erasure(2401, 'hash_answer', 'keep', null, null, 'What a holder answered, and a contact of the agency; words of members about files.');
call cordon.erasure(2402, 'hash_reply', 'keep', null, null, 'The same as the asker has it.');
call cordon.erasure(2403, 'told_group', 'keep', null, null, 'That files belong to a series or group.');

-- The codes of other agencies of the operation, to be compared and not kept. H3 is heeded: such codes only of files that lie on
-- an exhibit whose agency has let its codes be compared.
create or replace function cordon.codes_elsewhere(inquiry uuid) returns table (media_item_id uuid, code text)
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
declare
  asked cordon.hash_inquiry := cordon.asked_now(inquiry);
  before text := coalesce(current_setting('cordon.counting', true), '');
begin
  perform set_config('cordon.counting', asked.operation_id::text, true);
  return query select p.media_item_id, p.code from cordon.perceptual_code p
    where p.operation_id = asked.operation_id and p.agency_id <> asked.agency_id and coalesce(p.quality, 100) >= 50
      and (p.handling <> 'H3' or exists (select from cordon.sighting s
        join cordon.code_release r on r.exhibit_id = s.exhibit_id and r.withdrawn_at is null
        where s.media_item_id = p.media_item_id));
  perform set_config('cordon.counting', before, true);
end;
$$;

-- As before, and keeps which of the asker's items a question is about, so that an answer comes to that item.
create or replace function cordon.answer_inquiry(inquiry uuid, own_items uuid[], other_items uuid[], distances integer[]) returns bigint
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
declare
  asked cordon.hash_inquiry := cordon.asked_now(inquiry);
  before text := coalesce(current_setting('cordon.counting', true), '');
  hits bigint;
begin
  perform set_config('cordon.counting', asked.operation_id::text, true);
  with pairs as materialized (
    select i.id as own, o.id as other, o.agency_id as agency, true as exact, 0 as distance
    from cordon.asked_items(asked) a(id) join cordon.media_item i on i.id = a.id
    join cordon.media_item o on o.operation_id = i.operation_id and o.sha256 = i.sha256 and o.agency_id <> i.agency_id
    union all
    select i.id, o.id, o.agency_id, false, p.distance
    from unnest(own_items, other_items, distances) p(own, other, distance)
    join cordon.media_item i on i.id = p.own and i.agency_id = asked.agency_id and i.operation_id = asked.operation_id
    join cordon.media_item o on o.id = p.other and o.agency_id <> asked.agency_id and o.operation_id = asked.operation_id
    where p.distance <= asked.radius
  ), hit as (
    insert into cordon.hash_hit (media_item_id, hash_inquiry_id, operation_id, agency_id, is_exact, distance)
    select p.own, asked.id, asked.operation_id, asked.agency_id, bool_or(p.exact), min(p.distance) from pairs p group by p.own
    returning 1
  ), questions as (
    insert into cordon.hash_question (hash_inquiry_id, operation_id, agency_id, media_item_id, asking_agency, asker,
      legal_basis, reason, is_exact, distance, asked_item)
    select asked.id, asked.operation_id, p.agency, p.other, asked.agency_id,
      (select a.name from cordon.agency a where a.id = asked.agency_id), asked.legal_basis, asked.reason, bool_or(p.exact),
      min(p.distance), (array_agg(p.own order by p.exact desc, p.distance, p.own))[1]
    from pairs p group by p.agency, p.other
  )
  select count(*) into hits from hit;
  perform set_config('cordon.counting', before, true);
  return hits;
end;
$$;

-- Brings the answer the member gives in this very transaction to the asker.
create function cordon.reply_to_inquiry(answer uuid) returns void
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
declare
  given cordon.hash_answer;
  question cordon.hash_question;
begin
  select * into given from cordon.hash_answer a
    where a.id = answer and a.answered_by = cordon.current_member() and a.answered_at = now();
  if given.id is null then
    raise exception 'no answer is given' using errcode = 'insufficient_privilege';
  end if;
  select * into question from cordon.hash_question q where q.id = given.hash_question_id;
  insert into cordon.hash_reply (operation_id, agency_id, hash_inquiry_id, media_item_id, answered_as, contact, words)
  values (question.operation_id, question.asking_agency, question.hash_inquiry_id, question.asked_item, given.answered_as,
    given.contact, given.words);
end;
$$;
grant execute on function cordon.reply_to_inquiry(uuid) to cordon_app;

-- As before; only the same content makes an item a listed one, not likeness and not a listed preview in it; a series told by the examiner's program counts, and where an item makes a series of what was none, the items that
-- were there already are placed again too.
create or replace function cordon.place_queue(operation uuid, rules jsonb, at_most integer) returns integer
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
declare
  before text := coalesce(current_setting('cordon.counting', true), '');
  bits jsonb := rules -> 'bits';
  version integer := (rules ->> 'version')::integer;
  months integer := (rules ->> 'months')::integer;
  least_series integer := (rules ->> 'least')::integer;
  least_countries integer := (rules ->> 'countries')::integer;
  picked uuid[];
begin
  perform set_config('cordon.counting', operation::text, true);
  select array_agg(q.media_item_id) into picked from (
    select u.media_item_id from cordon.queue_item u where u.operation_id = operation and u.rules_version = 0
    order by u.media_item_id limit at_most for update) q;
  if picked is null then
    perform set_config('cordon.counting', before, true);
    return 0;
  end if;
  with touched as materialized (
    select distinct o.id, o.sha256, o.agency_id, o.first_seen_at
    from unnest(picked) p(id) join cordon.media_item i on i.id = p.id
    join cordon.media_item o on o.operation_id = i.operation_id and o.sha256 = i.sha256
    union
    select o.id, o.sha256, o.agency_id, o.first_seen_at
    from (select distinct g.group_id from unnest(picked) p(id) join cordon.near_group g on g.media_item_id = p.id) joined
    join cordon.near_group g on g.operation_id = operation and g.group_id = joined.group_id
    join cordon.queue_item q on q.media_item_id = g.media_item_id and q.reasons & (bits ->> 'series')::integer = 0
    join cordon.media_item o on o.id = g.media_item_id
    union
    -- An item without this reason is one of the first of its camera: those with it need not be looked through.
    select o.id, o.sha256, o.agency_id, o.first_seen_at
    from (select distinct k.agency_id, k.digest from unnest(picked) p(id)
      join cordon.media_mark k on k.media_item_id = p.id and k.kind = 'camera' and k.digest is not null) met
    cross join lateral (select k.media_item_id from cordon.media_mark k where k.operation_id = operation
      and k.agency_id = met.agency_id and k.kind = 'camera' and k.digest = met.digest
      limit cardinality(picked) + least_series) one
    join cordon.queue_item q on q.media_item_id = one.media_item_id and q.reasons & (bits ->> 'series')::integer = 0
    join cordon.media_item o on o.id = one.media_item_id
  ), facts as (
    select touched_item.id,
      not exists (select from cordon.media_reading r where r.media_item_id = touched_item.id and not r.is_decoded
        and coalesce(r.reason, '') not like 'could not be%') as media,
      not exists (select from cordon.media_match m where m.media_item_id = touched_item.id)
        and not exists (select from cordon.list_match m where m.media_item_id = touched_item.id
          and m.matched_by <> 'pdq' and m.embedded = '') as unknown,
      (select count(distinct o.country) from cordon.media_item o
        where o.operation_id = operation and o.sha256 = touched_item.sha256) >= least_countries as spread,
      exists (select from cordon.hash_hit h where h.media_item_id = touched_item.id) as hit,
      exists (select from cordon.media_mark k where k.media_item_id = touched_item.id and k.kind = 'taken'
        and k.taken_at between touched_item.first_seen_at - make_interval(months => months) and touched_item.first_seen_at + interval '1 day') as recent,
      exists (select from cordon.media_mark k where k.media_item_id = touched_item.id and k.kind = 'camera') as camera,
      exists (select from cordon.media_mark k where k.media_item_id = touched_item.id and k.kind = 'camera' and k.digest is not null
          and (select count(*) from (select from cordon.media_mark s where s.operation_id = operation
            and s.agency_id = touched_item.agency_id and s.kind = 'camera' and s.digest = k.digest limit least_series) c) >= least_series)
        or exists (select from cordon.near_group g where g.media_item_id = touched_item.id
          and (select count(*) from (select from cordon.near_group o where o.operation_id = operation
            and o.group_id = g.group_id limit least_series) c) >= least_series)
        or exists (select from cordon.told_group t where t.media_item_id = touched_item.id and t.told_by in ('name', 'time')) as series
    from touched touched_item
  ), ranked as (
    select id, hit, spread,
      case when media then (bits ->> 'media')::integer else 0 end
      + case when unknown then (bits ->> 'unknown')::integer else 0 end
      + case when recent then (bits ->> 'recent')::integer else 0 end
      + case when camera then (bits ->> 'camera')::integer else 0 end
      + case when series then (bits ->> 'series')::integer else 0 end as reasons
    from facts
  ), placed as (
    select id, reasons + case when hit then (bits ->> 'countries')::integer else 0 end as own,
      reasons + case when hit or spread then (bits ->> 'countries')::integer else 0 end as whole
    from ranked
  ), apart as (
    update cordon.queue_item q set reasons = p.own, rules_version = version from placed p
    where q.media_item_id = p.id and (q.reasons <> p.own or q.rules_version <> version)
  )
  update cordon.queue_whole w set reasons = p.whole from placed p where w.media_item_id = p.id and w.reasons <> p.whole;
  perform set_config('cordon.counting', before, true);
  return cardinality(picked);
end;
$$;
