-- An inventory of a million files is taken in within one transaction. Whoever assesses a file meanwhile must not wait for its end:
-- how many wait is the sum of shares, and a writer takes one that nobody holds, or adds one.
alter table cordon.queue_count drop constraint queue_count_pkey;
alter table cordon.queue_count drop constraint queue_count_waiting_check;
alter table cordon.queue_count add column share uuid primary key default gen_random_uuid();
create index queue_count_agency on cordon.queue_count (operation_id, agency_id);

create function cordon.add_waiting(operation uuid, agency uuid, change bigint) returns void
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
declare
  own uuid;
begin
  if change = 0 then
    return;
  end if;
  select c.share into own from cordon.queue_count c where c.operation_id = operation and c.agency_id = agency
    limit 1 for update skip locked;
  if own is null then
    insert into cordon.queue_count (operation_id, agency_id, waiting) values (operation, agency, change);
  else
    update cordon.queue_count c set waiting = c.waiting + change where c.share = own;
  end if;
end;
$$;
revoke execute on function cordon.add_waiting(uuid, uuid, bigint) from public;

-- The rows of a statement have no statistics, so joining old and new ones compares each with each; what is added up is not joined.
create or replace function cordon.count_queue() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  if tg_op = 'INSERT' then
    perform cordon.add_waiting(n.operation_id, n.agency_id, n.change)
      from (select operation_id, agency_id, count(*) filter (where is_waiting) as change from new_rows group by 1, 2) n;
  else
    perform cordon.add_waiting(n.operation_id, n.agency_id, n.change)
      from (select operation_id, agency_id, sum(change) as change
            from (select operation_id, agency_id, is_waiting::int as change from new_rows
                  union all select operation_id, agency_id, -is_waiting::int from old_rows) both_rows group by 1, 2) n;
  end if;
  return null;
end;
$$;

-- What an exhibit holds, counted once and kept until something of it changes, so that no page counts a million files each time.
create table cordon.exhibit_count (
  exhibit_id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  files bigint not null,
  places bigint not null,
  decoded bigint not null,
  undecoded bigint not null,
  known bigint not null,
  waiting bigint not null,
  unread bigint not null,
  counted_at timestamptz not null default now(),
  foreign key (exhibit_id, agency_id) references cordon.exhibit (id, agency_id)
);
create index exhibit_count_agency on cordon.exhibit_count (operation_id, agency_id);

-- That something of an exhibit changed since it was counted. Only added to, so that no writer waits for another.
create table cordon.exhibit_change (
  id uuid primary key default gen_random_uuid(),
  exhibit_id uuid not null,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  foreign key (exhibit_id, agency_id) references cordon.exhibit (id, agency_id)
);
create index exhibit_change_exhibit on cordon.exhibit_change (exhibit_id);
create index exhibit_change_agency on cordon.exhibit_change (operation_id, agency_id);

do $$
declare
  name text;
begin
  foreach name in array '{exhibit_count,exhibit_change}'::text[] loop
    call cordon.guard(name, 'triage', true);
    call cordon.counted(name);
    execute format('revoke insert on cordon.%I from cordon_app', name);
    execute format('create policy functions_work on cordon.%I for all to current_user using (true) with check (true)', name);
  end loop;
end;
$$;
call cordon.erasure(2405, 'exhibit_count', 'keep', null, null, 'How many files an exhibit holds.');
call cordon.erasure(2406, 'exhibit_change', 'keep', null, null, 'That the files of an exhibit are to be counted anew.');

do $$
declare
  name text;
begin
  foreach name in array '{sighting,unread_file,media_reading,media_match,list_match}'::text[] loop
    execute format('create policy functions_count on cordon.%I for select to current_user using (true)', name);
  end loop;
end;
$$;

create function cordon.exhibit_changed() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  insert into cordon.exhibit_change (exhibit_id, operation_id, agency_id)
    select distinct n.exhibit_id, n.operation_id, n.agency_id from new_rows n;
  return null;
end;
$$;

create function cordon.exhibits_of_items_changed() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  insert into cordon.exhibit_change (exhibit_id, operation_id, agency_id)
    select distinct s.exhibit_id, s.operation_id, s.agency_id
    from (select distinct media_item_id from new_rows) n join cordon.sighting s using (media_item_id);
  return null;
end;
$$;

create function cordon.exhibits_of_assessed_changed() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  insert into cordon.exhibit_change (exhibit_id, operation_id, agency_id)
    select distinct s.exhibit_id, s.operation_id, s.agency_id
    from (select media_item_id, is_waiting from new_rows except select media_item_id, is_waiting from old_rows) n
    join cordon.sighting s using (media_item_id);
  return null;
end;
$$;

create trigger changes_exhibit after insert on cordon.sighting
  referencing new table as new_rows for each statement execute function cordon.exhibit_changed();
create trigger changes_exhibit after insert on cordon.unread_file
  referencing new table as new_rows for each statement execute function cordon.exhibit_changed();
create trigger changes_exhibit after insert on cordon.media_reading
  referencing new table as new_rows for each statement execute function cordon.exhibits_of_items_changed();
create trigger changes_exhibit_again after update on cordon.media_reading
  referencing new table as new_rows for each statement execute function cordon.exhibits_of_items_changed();
create trigger changes_exhibit after insert on cordon.media_match
  referencing new table as new_rows for each statement execute function cordon.exhibits_of_items_changed();
create trigger changes_exhibit after insert on cordon.list_match
  referencing new table as new_rows for each statement execute function cordon.exhibits_of_items_changed();
create trigger changes_exhibit after update on cordon.queue_item
  referencing old table as old_rows new table as new_rows for each statement execute function cordon.exhibits_of_assessed_changed();

-- Counts those of the exhibits that changed. Changes go and counts are made by one statement, so by one look at the database: what
-- another writer ends meanwhile leaves its change for the next time.
create function cordon.count_exhibits(exhibits uuid[]) returns void
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
declare
  changed record;
begin
  for changed in select distinct c.exhibit_id from cordon.exhibit_change c
      where c.exhibit_id = any (exhibits) order by c.exhibit_id loop
    perform pg_advisory_xact_lock(hashtextextended(changed.exhibit_id::text, 1231));
    with gone as (
      delete from cordon.exhibit_change c where c.exhibit_id = changed.exhibit_id returning c.operation_id, c.agency_id
    ), found as (
      select s.media_item_id, count(*) as places from cordon.sighting s where s.exhibit_id = changed.exhibit_id group by 1
    ), known as (
      select m.media_item_id from cordon.media_match m, (select * from gone limit 1) g
        where m.operation_id = g.operation_id and m.agency_id = g.agency_id
      union
      select m.media_item_id from cordon.list_match m, (select * from gone limit 1) g
        where m.operation_id = g.operation_id and m.agency_id = g.agency_id
    ), counted as (
      select count(*) as files, coalesce(sum(f.places), 0) as places, count(*) filter (where r.is_decoded) as decoded,
        count(*) filter (where not r.is_decoded and r.reason like 'could not be%') as undecoded,
        count(k.media_item_id) as known, count(*) filter (where q.is_waiting) as waiting
      from found f
      left join cordon.media_reading r using (media_item_id)
      left join cordon.queue_item q using (media_item_id)
      left join known k using (media_item_id)
    )
    insert into cordon.exhibit_count as e (exhibit_id, operation_id, agency_id, files, places, decoded, undecoded, known, waiting,
        unread)
      select changed.exhibit_id, g.operation_id, g.agency_id, c.files, c.places, c.decoded, c.undecoded, c.known, c.waiting,
        (select count(*) from cordon.unread_file u where u.exhibit_id = changed.exhibit_id)
      from (select * from gone limit 1) g, counted c
    on conflict (exhibit_id) do update set files = excluded.files, places = excluded.places, decoded = excluded.decoded,
      undecoded = excluded.undecoded, known = excluded.known, waiting = excluded.waiting, unread = excluded.unread,
      counted_at = now();
  end loop;
end;
$$;
grant execute on function cordon.count_exhibits(uuid[]) to cordon_app;

insert into cordon.exhibit_change (exhibit_id, operation_id, agency_id)
  select e.id, e.operation_id, e.agency_id from cordon.exhibit e
  where exists (select from cordon.sighting s where s.exhibit_id = e.id)
    or exists (select from cordon.unread_file u where u.exhibit_id = e.id);
