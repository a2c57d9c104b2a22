-- The order of the queue is worked out when something changes, not when somebody looks: one narrow row for each item and
-- reader's view. What may be known of all agencies (found in several countries) stands in a table of its own, which only those
-- read who may see the whole operation.

create table cordon.queue_item (
  media_item_id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  -- The ranked reasons as bits, the first rule the highest; 0 and version 0 until placed.
  reasons integer not null default 0,
  rules_version integer not null default 0,
  is_waiting boolean not null default true,
  since timestamptz not null,
  foreign key (media_item_id, agency_id) references cordon.media_item (id, agency_id)
);
create index queue_item_order on cordon.queue_item (operation_id, agency_id, reasons desc, since, media_item_id) where is_waiting;
create index queue_item_unplaced on cordon.queue_item (operation_id, media_item_id) where rules_version = 0;

create table cordon.queue_whole (
  media_item_id uuid primary key references cordon.media_item,
  operation_id uuid not null references cordon.operation,
  reasons integer not null default 0,
  is_waiting boolean not null default true,
  since timestamptz not null
);
create index queue_whole_order on cordon.queue_whole (operation_id, reasons desc, since, media_item_id) where is_waiting;

create table cordon.queue_count (
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  waiting bigint not null default 0 check (waiting >= 0),
  primary key (operation_id, agency_id)
);

call cordon.guard('queue_item', 'triage', true);
call cordon.guard('queue_whole', 'triage', true);
call cordon.guard('queue_count', 'triage', true);
do $$
declare
  name text;
begin
  foreach name in array '{queue_item,queue_whole,queue_count}'::text[] loop
    call cordon.counted(name);
    execute format('create policy functions_work on cordon.%I for all to current_user using (true) with check (true)', name);
  end loop;
end;
$$;
create policy functions_read on cordon.media_item for select to current_user using (true);

call cordon.erasure(2260, 'queue_item', 'keep', null, null, 'The place of a file in the queue.');
call cordon.erasure(2261, 'queue_whole', 'keep', null, null, 'The place of a file in the queue of the whole operation.');
call cordon.erasure(2262, 'queue_count', 'keep', null, null, 'How many files wait.');

-- How many wait is kept as rows change, so that no page has to count a million.
create function cordon.count_queue() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  if tg_op = 'INSERT' then
    insert into cordon.queue_count as c (operation_id, agency_id, waiting)
      select n.operation_id, n.agency_id, count(*) filter (where n.is_waiting)
      from new_rows n group by 1, 2 order by 1, 2
      on conflict (operation_id, agency_id) do update set waiting = c.waiting + excluded.waiting;
    return null;
  end if;
  update cordon.queue_count c set waiting = c.waiting + d.change
    from (select n.operation_id, n.agency_id, sum(n.is_waiting::int - o.is_waiting::int) as change
          from new_rows n join old_rows o using (media_item_id) group by 1, 2) d
    where c.operation_id = d.operation_id and c.agency_id = d.agency_id and d.change <> 0;
  return null;
end;
$$;
create trigger counted_in after insert on cordon.queue_item
  referencing new table as new_rows for each statement execute function cordon.count_queue();
create trigger counted_on after update on cordon.queue_item
  referencing old table as old_rows new table as new_rows for each statement execute function cordon.count_queue();

-- No item without its row in the queue, whoever adds it.
create function cordon.enqueue() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  insert into cordon.queue_item (media_item_id, operation_id, agency_id, since)
    select id, operation_id, agency_id, first_seen_at from new_rows;
  insert into cordon.queue_whole (media_item_id, operation_id, since)
    select id, operation_id, first_seen_at from new_rows;
  return null;
end;
$$;
create trigger enqueued after insert on cordon.media_item
  referencing new table as new_rows for each statement execute function cordon.enqueue();

-- What adds a reason lets the item be placed anew.
create function cordon.unplace() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  update cordon.queue_item set rules_version = 0
    where media_item_id in (select media_item_id from new_rows) and rules_version <> 0;
  return null;
end;
$$;
do $$
declare
  name text;
begin
  foreach name in array '{media_match,list_match,media_mark,near_group}'::text[] loop
    execute format('create trigger unplaced after insert on cordon.%I referencing new table as new_rows
      for each statement execute function cordon.unplace()', name);
  end loop;
end;
$$;

-- A person's assessment is the only way out, and taking it back the way in again.
create function cordon.leave_queue() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  update cordon.queue_item q set is_waiting = not stands
    from (select n.media_item_id, bool_or(a.id is not null) as stands from new_rows n
          left join cordon.assessment a on a.media_item_id = n.media_item_id and a.withdrawn_at is null group by 1) s
    where q.media_item_id = s.media_item_id and q.is_waiting = stands;
  update cordon.queue_whole w set is_waiting = q.is_waiting
    from cordon.queue_item q
    where q.media_item_id in (select media_item_id from new_rows) and w.media_item_id = q.media_item_id
      and w.is_waiting <> q.is_waiting;
  return null;
end;
$$;
create trigger leaves after insert on cordon.assessment
  referencing new table as new_rows for each statement execute function cordon.leave_queue();
create trigger returns after update on cordon.assessment
  referencing new table as new_rows for each statement execute function cordon.leave_queue();

-- What one agency's readers learn from an inquiry stands beside their item (the table is filled by the next migration's functions).
create table cordon.hash_inquiry (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  exhibit_id uuid,
  media_item_id uuid,
  legal_basis text not null check (length(btrim(legal_basis)) between 3 and 300),
  reason text not null check (length(btrim(reason)) between 3 and 1000),
  radius smallint not null check (radius between 0 and 31),
  items_asked bigint not null check (items_asked > 0),
  asked_by uuid not null references cordon.member,
  asked_at timestamptz not null default now(),
  check (num_nonnulls(exhibit_id, media_item_id) = 1)
);
create index hash_inquiry_asked on cordon.hash_inquiry (operation_id, agency_id, asked_at);

-- The asker's side: that another agency holds the item. Not which, not where, not how many.
create table cordon.hash_hit (
  media_item_id uuid not null,
  hash_inquiry_id uuid not null references cordon.hash_inquiry,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  is_exact boolean not null,
  distance smallint check (distance between 0 and 31),
  found_at timestamptz not null default now(),
  primary key (media_item_id, hash_inquiry_id),
  check (is_exact or distance is not null),
  foreign key (media_item_id, agency_id) references cordon.media_item (id, agency_id)
);

-- The holder's side: who asked about which of the holder's items, and why.
create table cordon.hash_question (
  id uuid primary key default gen_random_uuid(),
  hash_inquiry_id uuid not null references cordon.hash_inquiry,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  media_item_id uuid not null,
  asking_agency uuid not null references cordon.agency,
  asker text not null,
  legal_basis text not null,
  reason text not null,
  is_exact boolean not null,
  distance smallint,
  asked_at timestamptz not null default now(),
  unique (hash_inquiry_id, media_item_id),
  foreign key (media_item_id, agency_id) references cordon.media_item (id, agency_id)
);
create index hash_question_agency on cordon.hash_question (operation_id, agency_id, asked_at desc);

call cordon.guard('hash_inquiry', 'triage', true);
call cordon.guard('hash_hit', 'triage', true);
call cordon.guard('hash_question', 'triage', true);
do $$
declare
  name text;
begin
  foreach name in array '{hash_inquiry,hash_hit,hash_question}'::text[] loop
    call cordon.counted(name);
    execute format('create policy functions_work on cordon.%I for all to current_user using (true) with check (true)', name);
  end loop;
end;
$$;
create policy own_name on cordon.hash_inquiry as restrictive for insert to cordon_app with check (
  asked_by = (select cordon.current_member()) and agency_id = (select cordon.current_agency()) and asked_at = now());
-- Hits and questions are written by the functions below alone.
revoke insert on cordon.hash_hit, cordon.hash_question from cordon_app;
create trigger unplaced after insert on cordon.hash_hit
  referencing new table as new_rows for each statement execute function cordon.unplace();

call cordon.erasure(2263, 'hash_inquiry', 'keep', null, null, 'Which exhibit an agency asked about, on which basis; words of members about files.');
call cordon.erasure(2264, 'hash_hit', 'keep', null, null, 'That another agency holds a file.');
call cordon.erasure(2265, 'hash_question', 'keep', null, null, 'Who asked about a file, on which basis; words of members about files.');

-- Every agency asks 20 times in 24 hours, about at most 10,000 items each time: whoever could ask without end could read the others' holdings.
create function cordon.hash_inquiry_quota() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.operation_id::text || new.agency_id::text, 1151));
  if new.items_asked > 10000 or (select count(*) from cordon.hash_inquiry i
      where i.operation_id = new.operation_id and i.agency_id = new.agency_id and i.asked_at > now() - interval '24 hours') >= 20 then
    raise exception 'the quota of inquiries is used up' using errcode = 'check_violation';
  end if;
  return new;
end;
$$;
create trigger quota before insert on cordon.hash_inquiry for each row execute function cordon.hash_inquiry_quota();

-- Only for the inquiry the member asks in this very transaction.
create function cordon.asked_now(inquiry uuid) returns cordon.hash_inquiry
  language plpgsql stable security definer set search_path = cordon, pg_temp
as $$
declare
  asked cordon.hash_inquiry;
begin
  select * into asked from cordon.hash_inquiry i
    where i.id = inquiry and i.asked_by = cordon.current_member() and i.asked_at = now();
  if asked.id is null then
    raise exception 'no inquiry is asked' using errcode = 'insufficient_privilege';
  end if;
  return asked;
end;
$$;

-- The items an inquiry asks about.
create function cordon.asked_items(asked cordon.hash_inquiry) returns setof uuid
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select i.id from cordon.media_item i
    where i.operation_id = asked.operation_id and i.agency_id = asked.agency_id
      and (i.id = asked.media_item_id
        or (asked.exhibit_id is not null and i.id in (select s.media_item_id from cordon.sighting s where s.exhibit_id = asked.exhibit_id)))
    order by i.id limit 10000;
  end;

-- The codes of other agencies of the operation, to be compared and not kept.
create function cordon.codes_elsewhere(inquiry uuid) returns table (media_item_id uuid, code text)
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
declare
  asked cordon.hash_inquiry := cordon.asked_now(inquiry);
  before text := coalesce(current_setting('cordon.counting', true), '');
begin
  perform set_config('cordon.counting', asked.operation_id::text, true);
  return query select p.media_item_id, p.code from cordon.perceptual_code p
    where p.operation_id = asked.operation_id and p.agency_id <> asked.agency_id;
  perform set_config('cordon.counting', before, true);
end;
$$;

-- Writes both sides of what an inquiry found: what has the same digest, and the pairs the codes gave. Answers how many of the
-- asker's items were hit.
create function cordon.answer_inquiry(inquiry uuid, own_items uuid[], other_items uuid[], distances integer[]) returns bigint
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
      legal_basis, reason, is_exact, distance)
    select asked.id, asked.operation_id, p.agency, p.other, asked.agency_id,
      (select a.name from cordon.agency a where a.id = asked.agency_id), asked.legal_basis, asked.reason, bool_or(p.exact),
      min(p.distance)
    from pairs p group by p.agency, p.other
  )
  select count(*) into hits from hit;
  perform set_config('cordon.counting', before, true);
  return hits;
end;
$$;
grant execute on function cordon.codes_elsewhere(uuid), cordon.answer_inquiry(uuid, uuid[], uuid[], integer[]) to cordon_app;
revoke execute on function cordon.asked_now(uuid), cordon.asked_items(cordon.hash_inquiry) from public;

-- Places items under the written rules: {"version", "bits": {name: bit}, "months", "least", "countries"}. Answers how many it
-- took up; to be called until none is left.
create function cordon.place_queue(operation uuid, rules jsonb, at_most integer) returns integer
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
  ), facts as (
    select t.id,
      not exists (select from cordon.media_reading r where r.media_item_id = t.id and not r.is_decoded
        and coalesce(r.reason, '') not like 'could not be%') as media,
      not exists (select from cordon.media_match m where m.media_item_id = t.id)
        and not exists (select from cordon.list_match m where m.media_item_id = t.id) as unknown,
      (select count(distinct o.country) from cordon.media_item o
        where o.operation_id = operation and o.sha256 = t.sha256) >= least_countries as spread,
      exists (select from cordon.hash_hit h where h.media_item_id = t.id) as hit,
      exists (select from cordon.media_mark k where k.media_item_id = t.id and k.kind = 'taken'
        and k.taken_at between t.first_seen_at - make_interval(months => months) and t.first_seen_at + interval '1 day') as recent,
      exists (select from cordon.media_mark k where k.media_item_id = t.id and k.kind = 'camera') as camera,
      exists (select from cordon.media_mark k where k.media_item_id = t.id and k.kind = 'camera' and k.digest is not null
          and (select count(*) from (select from cordon.media_mark s where s.operation_id = operation
            and s.agency_id = t.agency_id and s.kind = 'camera' and s.digest = k.digest limit least_series) c) >= least_series)
        or exists (select from cordon.near_group g where g.media_item_id = t.id
          and (select count(*) from (select from cordon.near_group o where o.operation_id = operation
            and o.group_id = g.group_id limit least_series) c) >= least_series) as series
    from touched t
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

-- Items placed under other rules are placed anew: asked when the server starts.
create function cordon.unplace_all(version integer) returns setof uuid
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  update cordon.queue_item set rules_version = 0 where rules_version not in (0, version);
  return query select distinct operation_id from cordon.queue_item where rules_version = 0;
end;
$$;
grant execute on function cordon.place_queue(uuid, jsonb, integer), cordon.unplace_all(integer) to cordon_app;

-- What is there already joins the queue; the server places it when it starts.
insert into cordon.queue_item (media_item_id, operation_id, agency_id, since)
  select id, operation_id, agency_id, first_seen_at from cordon.media_item;
insert into cordon.queue_whole (media_item_id, operation_id, since)
  select id, operation_id, first_seen_at from cordon.media_item;
update cordon.queue_item q set is_waiting = false
  where exists (select from cordon.assessment a where a.media_item_id = q.media_item_id and a.withdrawn_at is null);
update cordon.queue_whole w set is_waiting = false
  where exists (select from cordon.assessment a where a.media_item_id = w.media_item_id and a.withdrawn_at is null);

-- What is left in the queue.
create view cordon.review_queue with (security_invoker = true) as
  select i.id, i.operation_id, i.agency_id, i.country, i.sha256, i.first_seen_at
  from cordon.media_item i
  where not exists (select from cordon.assessment a where a.media_item_id = i.id and a.withdrawn_at is null);
grant select on cordon.review_queue to cordon_app;

-- An assessment is made under a named national scheme; what its categories mean differs from country to country.
alter table cordon.assessment
  add column scheme text check (length(btrim(scheme)) between 2 and 100),
  add column scheme_category text check (length(btrim(scheme_category)) between 1 and 60),
  add constraint category_with_scheme check (scheme_category is null or scheme is not null);
call cordon.erasure(2266, 'assessment', 'keep', null, null, 'The national scheme an assessment was made under, and its category.');
