-- An action day is planned by each agency for its own sites. What names a person or a place, and what officers write in words,
-- stands in an area of its own that only the owning agency reads; states, times and counts stand in the area 'action', which
-- the coordinator reads for all. Why something was ordered, leaks and who may know of a day are the lead's alone.

insert into cordon.area (name, holds, is_case, own_code, break_glass) values
  ('action_plans', 'Addresses, names and words of planned sites and of reports from them', true, false, true),
  ('action_command', 'Why an action day was ordered so, leaks, who may know of it, minutes and lessons', true, false, false);
insert into cordon.need_to_know (role, area, reach, may_read, may_write, rights, categories, because) values
  ('national_officer', 'action_plans', 'own_agency', true, true, '{}', null, 'Must know the door behind which the own team goes.'),
  ('prosecutor', 'action_plans', 'own_agency', true, false, '{}', null, 'Answers for the own agency''s measures.'),
  ('prosecutor', 'action', 'common', true, false, '{}', null, 'Must be reachable on the day, so knows its name, its dates and the orders for all.'),
  ('coordinator', 'action_command', 'operation', true, true, '{}', null, 'Orders the day and answers for the reasons.'),
  ('national_officer', 'action_command', 'own_agency', true, true, '{}', null, 'Tells of a leak; writes the own minutes and lessons.');

alter table cordon.action_day
  add column common_start timestamptz,
  add column overdue_minutes integer not null default 15 check (overdue_minutes between 1 and 720),
  add column silent_minutes integer not null default 30 check (silent_minutes between 1 and 720),
  add column welfare_hours integer not null default 4 check (welfare_hours between 1 and 72);

create table cordon.team (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  action_day_id uuid not null references cordon.action_day,
  name text not null check (length(btrim(name)) between 1 and 100),
  officers integer not null check (officers between 1 and 500),
  made_by uuid not null references cordon.member,
  made_at timestamptz not null default now(),
  unique (action_day_id, agency_id, name),
  unique (id, agency_id)
);

create table cordon.team_member (
  team_id uuid not null,
  member_id uuid not null references cordon.member,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  added_by uuid not null references cordon.member,
  added_at timestamptz not null default now(),
  primary key (team_id, member_id),
  foreign key (team_id, agency_id) references cordon.team (id, agency_id)
);
create index team_member_member on cordon.team_member (operation_id, member_id);

-- What others call a site: the country and the place in the agency's own series, so that it tells nothing of others.
alter table cordon.site
  add column number text,
  add column team_id uuid,
  add column authority text check (length(authority) <= 300),
  add column legal_reference text check (length(legal_reference) <= 300),
  add foreign key (team_id, agency_id) references cordon.team (id, agency_id);
create function cordon.number_site() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(concat('site number ', new.operation_id, new.agency_id), 0));
  if new.number is null then
    new.number := new.country || '-' || lpad((1 + (select count(*) from cordon.site s
      where s.operation_id = new.operation_id and s.agency_id = new.agency_id))::text, 2, '0');
  end if;
  return new;
end;
$$;
create trigger numbered before insert on cordon.site for each row execute function cordon.number_site();
create policy functions_read on cordon.site for select to current_user using (true);
alter table cordon.site no force row level security;
update cordon.site s set number = n.country || '-' || lpad(n.place::text, 2, '0')
  from (select id, country, row_number() over (partition by operation_id, agency_id order by created_at, id) as place
        from cordon.site) n
  where n.id = s.id;
alter table cordon.site force row level security;
alter table cordon.site alter column number set not null;
create index site_day on cordon.site (action_day_id, agency_id);

alter table cordon.warrant add column legal_reference text check (length(legal_reference) between 1 and 300);

-- The plan of a site, each time it was written; the last one counts. The digests let the same place or person be found
-- twice without showing either.
create table cordon.site_plan (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  action_day_id uuid not null references cordon.action_day,
  site_id uuid not null,
  address_line text check (length(address_line) <= 300),
  postcode text check (length(postcode) <= 20),
  city text check (length(city) <= 200),
  person text check (length(person) <= 300),
  risks text check (length(risks) <= 2000),
  words text check (length(words) <= 4000),
  place_digest text check (place_digest ~ '^[0-9a-f]{64}$'),
  person_digest text check (person_digest ~ '^[0-9a-f]{64}$'),
  written_by uuid not null references cordon.member,
  written_at timestamptz not null default now(),
  sequence bigint generated always as identity,
  foreign key (site_id, agency_id) references cordon.site (id, agency_id)
);
create index site_plan_last on cordon.site_plan (site_id, sequence desc);
create index site_plan_place on cordon.site_plan (operation_id, place_digest) where place_digest is not null;
create index site_plan_person on cordon.site_plan (operation_id, person_digest) where person_digest is not null;

-- The owner shares a site's plan with the coordinators, or no longer does; the last word counts.
create table cordon.site_share (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  action_day_id uuid not null references cordon.action_day,
  site_id uuid not null,
  shares boolean not null,
  reason text not null check (length(btrim(reason)) between 3 and 2000),
  said_by uuid not null references cordon.member,
  said_at timestamptz not null default now(),
  sequence bigint generated always as identity,
  foreign key (site_id, agency_id) references cordon.site (id, agency_id)
);
create index site_share_last on cordon.site_share (site_id, sequence desc);

-- Who waits for whom. The waiting agency reads the words; which agency stands behind them only the lead.
create table cordon.day_dependency (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  action_day_id uuid not null references cordon.action_day,
  words text not null check (length(btrim(words)) between 3 and 300),
  set_by uuid not null references cordon.member,
  set_at timestamptz not null default now()
);
create table cordon.day_dependency_order (
  dependency_id uuid primary key references cordon.day_dependency,
  operation_id uuid not null references cordon.operation,
  action_day_id uuid not null references cordon.action_day,
  before_agency_id uuid not null references cordon.agency
);

-- An agency's answer to one line of the checklist; the last one counts.
create table cordon.readiness_answer (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  action_day_id uuid not null references cordon.action_day,
  item text not null check (item ~ '^[a-z_]{2,60}$'),
  state text not null check (state in ('yes', 'no', 'not_needed')),
  words text check (length(words) <= 1000),
  answered_by uuid not null references cordon.member,
  answered_at timestamptz not null default now(),
  sequence bigint generated always as identity
);
create index readiness_answer_last on cordon.readiness_answer (action_day_id, agency_id, item, sequence desc);

-- Who stands by for victims and for children at a site.
create table cordon.site_support (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  action_day_id uuid not null references cordon.action_day,
  site_id uuid not null,
  kind text not null check (kind in ('victim_support', 'childrens_service')),
  service text not null check (length(btrim(service)) between 2 and 300),
  reached text not null check (length(btrim(reached)) between 2 and 300),
  informed_at timestamptz,
  named_by uuid not null references cordon.member,
  named_at timestamptz not null default now(),
  foreign key (site_id, agency_id) references cordon.site (id, agency_id)
);
create index site_support_site on cordon.site_support (site_id);

-- The operation's own list of days on which offices are shut: with the source each was taken from.
create table cordon.holiday (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  on_day date not null,
  name text not null check (length(btrim(name)) between 2 and 200),
  source text not null check (length(btrim(source)) between 2 and 500),
  added_by uuid not null references cordon.member,
  added_at timestamptz not null default now(),
  unique (operation_id, agency_id, on_day)
);

-- Until when nobody but those named may know that anything is planned, and until when no figure of it is published; the last
-- word counts.
create table cordon.day_embargo (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  action_day_id uuid not null references cordon.action_day,
  until timestamptz,
  figures_until timestamptz,
  reason text not null check (length(btrim(reason)) between 3 and 2000),
  set_by uuid not null references cordon.member,
  set_at timestamptz not null default now(),
  sequence bigint generated always as identity
);
create index day_embargo_last on cordon.day_embargo (action_day_id, sequence desc);

-- Who may know of a day under embargo: a member, or every member of an agency; the last word counts.
create table cordon.day_reader (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  action_day_id uuid not null references cordon.action_day,
  reader_agency_id uuid references cordon.agency,
  member_id uuid references cordon.member,
  may boolean not null,
  named_by uuid not null references cordon.member,
  named_at timestamptz not null default now(),
  sequence bigint generated always as identity,
  check (num_nonnulls(reader_agency_id, member_id) = 1)
);
create index day_reader_day on cordon.day_reader (action_day_id, sequence desc);

-- A line for the press: readable by officers from its own hour on.
create table cordon.press_line (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid references cordon.agency,
  action_day_id uuid not null references cordon.action_day,
  words text not null check (length(btrim(words)) between 3 and 4000),
  until timestamptz not null,
  written_by uuid not null references cordon.member,
  written_at timestamptz not null default now(),
  check (agency_id is null)
);

call cordon.guard('team', 'action', true);
call cordon.guard('team_member', 'action', true);
call cordon.guard('site_plan', 'action_plans', true);
call cordon.guard('site_share', 'action', true);
call cordon.guard('day_dependency', 'action', true);
call cordon.guard('day_dependency_order', 'action_command', true);
call cordon.guard('readiness_answer', 'action', true);
call cordon.guard('site_support', 'action', true);
call cordon.guard('holiday', 'action', true);
call cordon.guard('day_embargo', 'action_command', true);
call cordon.guard('day_reader', 'action_command', true);
call cordon.guard('press_line', 'action', true);
do $$
declare
  name text;
begin
  foreach name in array '{team,team_member,site_plan,site_share,day_dependency,day_dependency_order,readiness_answer,site_support,holiday,day_embargo,day_reader,press_line}'::text[] loop
    call cordon.counted(name);
  end loop;
end;
$$;
create policy functions_read on cordon.day_embargo for select to current_user using (true);
create policy functions_read on cordon.day_reader for select to current_user using (true);
create policy functions_read on cordon.site_plan for select to current_user using (true);
create policy functions_read on cordon.site_share for select to current_user using (true);
create policy functions_read on cordon.package_subject for select to cordon_owner using (true);

-- Days under embargo of which the member is not told; who set the embargo always is.
create function cordon.shut_days() returns uuid[]
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select coalesce(array_agg(e.action_day_id), '{}')
    from (select distinct on (action_day_id) action_day_id, until, set_by from cordon.day_embargo
          order by action_day_id, sequence desc) e
    where e.until > now() and e.set_by <> cordon.current_member()
      and not coalesce((select r.may from cordon.day_reader r where r.action_day_id = e.action_day_id
        and r.member_id = cordon.current_member() order by r.sequence desc limit 1),
        (select r.may from cordon.day_reader r where r.action_day_id = e.action_day_id
        and r.reader_agency_id = cordon.current_agency() order by r.sequence desc limit 1), false);
  end;
create function cordon.shut_sites() returns uuid[]
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select coalesce(array_agg(s.id), '{}') from cordon.site s where s.action_day_id = any((select cordon.shut_days())::uuid[]);
  end;
-- Whether a day is under embargo now, for whoever may read it: reading it is an entry.
create function cordon.embargoed_until(day uuid) returns timestamptz
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select e.until from (select until from cordon.day_embargo where action_day_id = day order by sequence desc limit 1) e
    where e.until > now() and not day = any(cordon.shut_days());
  end;
-- Until when no figures of the operation are published; null when they may be.
create function cordon.figures_shut(operation uuid) returns timestamptz
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select max(e.figures_until) from (select distinct on (action_day_id) figures_until from cordon.day_embargo
      where operation_id = operation order by action_day_id, sequence desc) e where e.figures_until > now();
  end;
create function cordon.check_figures_embargo() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  if cordon.figures_shut(new.operation_id) is not null then
    raise exception 'figures of the operation are under an embargo' using errcode = 'check_violation';
  end if;
  return new;
end;
$$;
create trigger embargoed before insert on cordon.publication for each row execute function cordon.check_figures_embargo();

-- Sites that fall on the same place or person as another one not ended yet. Of a site the asker does not read only this is
-- told: that there is one.
create function cordon.site_conflicts(day uuid)
  returns table (site_id uuid, what text, other_number text)
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    with own as (
      select s.* from cordon.site s
      where s.action_day_id = day and not day = any(cordon.shut_days())
        and (s.operation_id = any(cordon.reach('action', 'operation', 'read'))
          or (s.agency_id = cordon.current_agency() and s.operation_id = any(cordon.reach('action', 'own_agency', 'read'))))
    ), plan as (
      select distinct on (p.site_id) p.site_id, p.operation_id, p.place_digest, p.person_digest
      from cordon.site_plan p where p.operation_id in (select o.operation_id from own o)
      order by p.site_id, p.sequence desc
    ), pair as (
      select a.site_id, b.site_id as other, 'place' as what from plan a join plan b
        on b.operation_id = a.operation_id and b.place_digest = a.place_digest and b.site_id <> a.site_id
      union
      select a.site_id, b.site_id, 'person' from plan a join plan b
        on b.operation_id = a.operation_id and b.person_digest = a.person_digest and b.site_id <> a.site_id
      union
      select a.id, b.id, 'person' from own a join cordon.package_subject p on p.id = a.package_subject_id
        join cordon.package_subject q on q.operation_id = p.operation_id and q.subject_id = p.subject_id
        join cordon.site b on b.package_subject_id = q.id and b.id <> a.id
    )
    select o.id, p.what, case when b.operation_id = any(cordon.reach('action', 'operation', 'read'))
        or b.agency_id = cordon.current_agency() then b.number end
    from pair p join own o on o.id = p.site_id join cordon.site b on b.id = p.other
    where b.ended_at is null order by o.number, p.what;
  end;
revoke execute on function cordon.number_site(), cordon.check_figures_embargo() from public;
grant execute on function cordon.shut_days(), cordon.shut_sites(), cordon.embargoed_until(uuid), cordon.figures_shut(uuid),
  cordon.site_conflicts(uuid) to cordon_app;

-- A shared plan is read by the coordinators, too.
create policy shared_reads on cordon.site_plan for select to cordon_app using (
  operation_id = any((select cordon.ruled('action', 'operation', 'call_day'))::uuid[])
  and (select s.shares from cordon.site_share s where s.site_id = site_plan.site_id order by s.sequence desc limit 1));
create policy from_its_hour on cordon.press_line as restrictive for select to cordon_app using (
  until is null or until <= now() or operation_id = any((select cordon.ruled('action_command', 'operation', 'write'))::uuid[]));

create policy embargoed on cordon.action_day as restrictive for select to cordon_app using (
  (id = any((select cordon.shut_days())::uuid[])) is not true);
create policy embargoed on cordon.warrant as restrictive for select to cordon_app using (
  (site_id = any((select cordon.shut_sites())::uuid[])) is not true);
do $$
declare
  name text;
begin
  foreach name in array '{site,action_abort,team,site_plan,site_share,day_dependency,day_dependency_order,readiness_answer,site_support,day_embargo,day_reader,press_line}'::text[] loop
    execute format('create policy embargoed on cordon.%I as restrictive for select to cordon_app using (
      (action_day_id = any((select cordon.shut_days())::uuid[])) is not true)', name);
  end loop;
end;
$$;
create policy own_name on cordon.day_embargo as restrictive for insert to cordon_app with check (set_by = (select cordon.current_member()));
create policy own_name on cordon.day_reader as restrictive for insert to cordon_app with check (named_by = (select cordon.current_member()));
create policy own_name on cordon.site_plan as restrictive for insert to cordon_app with check (written_by = (select cordon.current_member()));
create policy own_name on cordon.site_share as restrictive for insert to cordon_app with check (
  said_by = (select cordon.current_member()) and agency_id = (select cordon.current_agency()));

call cordon.erasure(2300, 'site_plan', 'delete', null, 't.site_id::text in (select cordon.named($1, ''site''))',
  'Name and address of the person in plans of an action day.');
call cordon.erasure(2301, 'site', 'keep', null, null, 'Its number, who ordered it and on which provision.');
call cordon.erasure(2302, 'warrant', 'empty', 'legal_reference = null', 't.site_id::text in (select cordon.named($1, ''site''))',
  'The provision a warrant for the person names.');
call cordon.erasure(2303, 'site_support', 'delete', null, 't.site_id::text in (select cordon.named($1, ''site''))',
  'Which service stood by at the person''s home.');
call cordon.erasure(2304, 'site_share', 'keep', null, null, 'That an agency shared a plan, and why.');
call cordon.erasure(2305, 'team', 'keep', null, null, 'Names of teams and how many officers.');
call cordon.erasure(2306, 'team_member', 'keep', null, null, 'Which member was in which team.');
call cordon.erasure(2307, 'day_dependency', 'keep', null, null, 'Which agency waits for which word.');
call cordon.erasure(2308, 'day_dependency_order', 'keep', null, null, 'Which agency goes before which.');
call cordon.erasure(2309, 'readiness_answer', 'keep', null, null, 'What an agency said of its readiness.');
call cordon.erasure(2310, 'holiday', 'keep', null, null, 'Days on which offices are shut.');
call cordon.erasure(2311, 'day_embargo', 'keep', null, null, 'Until when nobody else is told.');
call cordon.erasure(2312, 'day_reader', 'keep', null, null, 'Which members were told.');
call cordon.erasure(2313, 'press_line', 'keep', null, null, 'Words for the press; they name nobody.');
