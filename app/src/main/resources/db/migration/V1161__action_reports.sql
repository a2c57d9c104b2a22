-- The day itself: orders, devices, reports from the field and what they come to.

-- Calling off binds from its moment on: who had entered before had entered, also when the report of it comes late.
create or replace function cordon.check_site_start() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  if exists (select from cordon.action_abort a where a.action_day_id = new.action_day_id
      and (new.started_at is null or new.started_at > a.aborted_at)) then
    raise exception 'the action day was called off' using errcode = 'check_violation';
  end if;
  return new;
end;
$$;

create table cordon.leak (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid references cordon.agency,
  action_day_id uuid not null references cordon.action_day,
  kind text not null check (kind in ('press', 'suspect_warned', 'platform', 'lost_device', 'own_staff', 'other')),
  words text not null check (length(btrim(words)) between 3 and 4000),
  source text not null check (length(btrim(source)) between 3 and 1000),
  known_at timestamptz not null,
  recorded_by uuid not null references cordon.member,
  recorded_at timestamptz not null default now()
);

-- One order: for all (no agency), for an agency, for a site. Each of the three keeps its own last word.
create table cordon.day_order (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid references cordon.agency,
  action_day_id uuid not null references cordon.action_day,
  site_id uuid,
  kind text not null check (kind in ('go', 'hold', 'abort', 'pull_forward')),
  start_at timestamptz,
  ordered_by uuid not null references cordon.member,
  ordered_at timestamptz not null default clock_timestamp(),
  sequence bigint generated always as identity,
  foreign key (site_id, agency_id) references cordon.site (id, agency_id),
  check (site_id is null or agency_id is not null),
  check ((kind = 'pull_forward') = (start_at is not null)),
  -- All are called off by two persons: that is cordon.action_abort.
  check (kind <> 'abort' or agency_id is not null)
);
create index day_order_last on cordon.day_order (action_day_id, sequence desc);

create table cordon.day_order_reason (
  order_id uuid primary key references cordon.day_order,
  operation_id uuid not null references cordon.operation,
  agency_id uuid references cordon.agency,
  action_day_id uuid not null references cordon.action_day,
  reason text not null check (length(btrim(reason)) between 3 and 2000),
  leak_id uuid references cordon.leak
);

-- What an order to start at another time did to each site.
create table cordon.site_retime (
  order_id uuid not null references cordon.day_order,
  site_id uuid not null,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  action_day_id uuid not null references cordon.action_day,
  planned_before timestamptz not null,
  planned_after timestamptz not null,
  primary key (order_id, site_id),
  foreign key (site_id, agency_id) references cordon.site (id, agency_id)
);

create table cordon.field_device (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  member_id uuid not null references cordon.member,
  name text not null check (length(btrim(name)) between 1 and 100),
  registered_at timestamptz not null default now(),
  unique (id, agency_id)
);
create index field_device_member on cordon.field_device (operation_id, member_id);

create table cordon.field_device_end (
  device_id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  reason text not null check (length(btrim(reason)) between 3 and 2000),
  ended_by uuid not null references cordon.member,
  ended_at timestamptz not null default now(),
  foreign key (device_id, agency_id) references cordon.field_device (id, agency_id)
);

-- A report as it came, once. device_at is the device's clock; clock_offset what the device had found its clock to differ from
-- the server's (seconds, server minus device); placed_at their sum, and so a matter of the report alone. received_at is the
-- server's clock.
create table cordon.day_report (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  action_day_id uuid not null references cordon.action_day,
  site_id uuid not null,
  kind text not null check (kind in ('nobody_there', 'entry', 'premises_safe', 'search_running', 'person_met', 'arrest',
    'interview', 'item_seized', 'all_well', 'resource_asked', 'resource_there', 'wrong_place', 'search_ended', 'void')),
  resource text check (resource in ('decryption', 'interpreter', 'medical', 'victim_support', 'childrens_service', 'officers',
    'transport', 'prosecutor')),
  device_id uuid,
  device_sequence bigint not null default 0 check (device_sequence >= 0),
  device_at timestamptz not null,
  utc_offset_seconds integer not null check (utc_offset_seconds between -64800 and 64800),
  clock_offset_seconds integer not null default 0 check (abs(clock_offset_seconds) <= 31622400),
  placed_at timestamptz not null,
  sent_at timestamptz,
  received_at timestamptz not null default clock_timestamp(),
  clock_doubted boolean not null,
  corrects uuid,
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  reported_by uuid not null references cordon.member,
  unique (id, agency_id),
  foreign key (site_id, agency_id) references cordon.site (id, agency_id),
  foreign key (device_id, agency_id) references cordon.field_device (id, agency_id),
  check ((resource is not null) = (kind in ('resource_asked', 'resource_there'))),
  check (placed_at = device_at + make_interval(secs => clock_offset_seconds))
);
create index day_report_site on cordon.day_report (site_id, placed_at);
create index day_report_corrects on cordon.day_report (corrects) where corrects is not null;
create index day_report_day on cordon.day_report (action_day_id, received_at);

-- The words beside a report or a welfare record: the owning agency's alone.
create table cordon.site_words (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  action_day_id uuid not null references cordon.action_day,
  site_id uuid not null,
  words text not null check (length(btrim(words)) between 1 and 4000),
  foreign key (site_id, agency_id) references cordon.site (id, agency_id)
);
create index site_words_site on cordon.site_words (site_id);

-- A report that could not be taken as it is: kept whole, counted, and looked at by a person of the reporting agency.
create table cordon.day_report_aside (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  report_id uuid not null,
  reason text not null check (reason in ('not_your_site', 'ended_device', 'other_content', 'not_readable')),
  content text not null check (length(content) between 2 and 20000),
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  received_by uuid not null references cordon.member,
  received_at timestamptz not null default clock_timestamp(),
  unique (operation_id, agency_id, report_id, content_sha256),
  unique (id, agency_id)
);
create table cordon.day_report_aside_end (
  aside_id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  outcome text not null check (outcome in ('taken', 'left')),
  reason text not null check (length(btrim(reason)) between 3 and 2000),
  decided_by uuid not null references cordon.member,
  decided_at timestamptz not null default now(),
  foreign key (aside_id, agency_id) references cordon.day_report_aside (id, agency_id)
);

-- What all reports of a site come to: computed from the set of them each time one is taken, whatever came first.
create table cordon.site_state (
  site_id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  action_day_id uuid not null references cordon.action_day,
  progress text not null default 'planned' check (progress in ('planned', 'nobody_there', 'entered', 'safe', 'searching', 'ended')),
  entered_at timestamptz,
  safe_at timestamptz,
  searching_at timestamptz,
  ended_at timestamptz,
  last_at timestamptz,
  reports integer not null default 0,
  corrected integer not null default 0,
  doubted integer not null default 0,
  persons_met integer not null default 0,
  arrests integer not null default 0,
  interviews integer not null default 0,
  items integer not null default 0,
  wrong_place boolean not null default false,
  asked text[] not null default '{}',
  foreign key (site_id, agency_id) references cordon.site (id, agency_id)
);
create index site_state_day on cordon.site_state (action_day_id);

-- A measure stands on a report; the view below says which still stand.
alter table cordon.measure
  add column site_id uuid,
  add column day_report_id uuid unique,
  add column authority text check (length(authority) <= 300),
  add column legal_reference text check (length(legal_reference) <= 300),
  add foreign key (site_id, agency_id) references cordon.site (id, agency_id),
  add foreign key (day_report_id, agency_id) references cordon.day_report (id, agency_id);
create index measure_site on cordon.measure (site_id) where site_id is not null;
create table cordon.welfare_record (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  action_day_id uuid not null references cordon.action_day,
  site_id uuid not null,
  whom text not null check (whom in ('suspect', 'family')),
  step text not null check (step in ('spoken_with', 'help_line_given', 'handed_to_doctor', 'taken_to_safety',
    'relatives_informed', 'in_custody_told', 'refused_help', 'nobody_there')),
  done_at timestamptz not null,
  recorded_by uuid not null references cordon.member,
  recorded_at timestamptz not null default now(),
  foreign key (site_id, agency_id) references cordon.site (id, agency_id)
);
create index welfare_record_site on cordon.welfare_record (site_id, whom);

create table cordon.day_note (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid references cordon.agency,
  action_day_id uuid not null references cordon.action_day,
  kind text not null check (kind in ('minute', 'lesson')),
  happened_at timestamptz not null,
  words text not null check (length(btrim(words)) between 3 and 4000),
  written_by uuid not null references cordon.member,
  written_at timestamptz not null default now()
);
create index day_note_day on cordon.day_note (action_day_id, happened_at);

call cordon.guard('leak', 'action_command', true);
call cordon.guard('day_order', 'action', true);
call cordon.guard('day_order_reason', 'action_command', true);
call cordon.guard('site_retime', 'action', true);
call cordon.guard('field_device', 'action', true);
call cordon.guard('field_device_end', 'action', true);
call cordon.guard('day_report', 'action', true);
call cordon.guard('site_words', 'action_plans', true);
call cordon.guard('day_report_aside', 'action_plans', true);
call cordon.guard('day_report_aside_end', 'action_plans', true);
call cordon.guard('site_state', 'action');
call cordon.guard('welfare_record', 'action', true);
call cordon.guard('day_note', 'action_command', true);
do $$
declare
  name text;
begin
  foreach name in array '{leak,day_order,day_order_reason,site_retime,field_device,field_device_end,day_report,site_words,day_report_aside,day_report_aside_end,site_state,welfare_record,day_note}'::text[] loop
    call cordon.counted(name);
  end loop;
  foreach name in array '{leak,day_order,day_order_reason,site_retime,day_report,site_words,site_state,welfare_record,day_note}'::text[] loop
    execute format('create policy embargoed on cordon.%I as restrictive for select to cordon_app using (
      (action_day_id = any((select cordon.shut_days())::uuid[])) is not true)', name);
  end loop;
end;
$$;
-- Words beside a report are shared with the plan of their site.
create policy shared_reads on cordon.site_words for select to cordon_app using (
  operation_id = any((select cordon.ruled('action', 'operation', 'call_day'))::uuid[])
  and (select s.shares from cordon.site_share s where s.site_id = site_words.site_id order by s.sequence desc limit 1));
-- Who orders and who reports does it in the own name; reports are the acting agency's own.
create policy own_name on cordon.day_order as restrictive for insert to cordon_app with check (
  ordered_by = (select cordon.current_member())
  and (kind <> 'pull_forward' or operation_id = any((select cordon.ruled('action', 'operation', 'call_day'))::uuid[])));
create policy own_name on cordon.day_report as restrictive for insert to cordon_app with check (
  reported_by = (select cordon.current_member()) and agency_id = (select cordon.current_agency())
  and operation_id = any((select cordon.reach('action', 'own_agency', 'report'))::uuid[])
  and not exists (select from cordon.field_device_end e where e.device_id = day_report.device_id));
create policy own_name on cordon.field_device as restrictive for insert to cordon_app with check (
  member_id = (select cordon.current_member()));
create policy own_name on cordon.welfare_record as restrictive for insert to cordon_app with check (
  recorded_by = (select cordon.current_member()));

-- Reports in force: nobody corrected them, and no later correction of the same report followed. A matter of the set alone,
-- whatever came first.
create view cordon.standing_report with (security_invoker = true) as
  select r.* from cordon.day_report r
  where not exists (select from cordon.day_report c where c.corrects = r.id and c.site_id = r.site_id)
    and not exists (select from cordon.day_report c where c.corrects = r.corrects and c.site_id = r.site_id
      and (c.placed_at, c.id) > (r.placed_at, r.id));
-- Measures to be counted: those of reports in force, and of several entries of one site the first.
create view cordon.standing_measure with (security_invoker = true) as
  select m.* from cordon.measure m
  where m.day_report_id is null
    or exists (select from cordon.standing_report r where r.id = m.day_report_id and (m.kind <> 'search'
      or not exists (select from cordon.standing_report e where e.site_id = r.site_id and e.kind = 'entry'
        and (e.placed_at, e.id) < (r.placed_at, r.id))));
grant select on cordon.standing_report, cordon.standing_measure to cordon_app;

-- What has to be done for persons after a search, until when, and whether it was.
create view cordon.welfare_due with (security_invoker = true) as
  select s.operation_id, s.agency_id, s.action_day_id, s.id as site_id, s.number, s.country, w.whom,
    t.ended_at + make_interval(hours => d.welfare_hours) as due_at, t.ended_at,
    (select min(r.done_at) from cordon.welfare_record r where r.site_id = s.id and r.whom = w.whom) as done_at
  from cordon.site s
  join cordon.action_day d on d.id = s.action_day_id
  join cordon.site_state t on t.site_id = s.id and t.ended_at is not null and t.entered_at is not null
  cross join (values ('suspect'), ('family')) w(whom);
grant select on cordon.welfare_due to cordon_app;

call cordon.erasure(2320, 'site_words', 'delete', null, 't.site_id::text in (select cordon.named($1, ''site''))',
  'What officers wrote beside reports from the person''s home.');
call cordon.erasure(2321, 'day_report_aside', 'delete', null,
  'exists (select from cordon.erasure_thing e where e.order_id = $1 and e.kind = ''site'' and position(e.id in t.content) > 0) and not exists (select from cordon.day_report_aside_end d where d.aside_id = t.id)',
  'Reports kept aside that name the person''s site.');
call cordon.erasure(2322, 'day_report_aside', 'empty', 'content = ''{}''',
  'exists (select from cordon.erasure_thing e where e.order_id = $1 and e.kind = ''site'' and position(e.id in t.content) > 0)',
  'Reports kept aside that name the person''s site and were decided on: that there was one stays.');
call cordon.erasure(2323, 'day_report_aside_end', 'keep', null, null, 'What was decided of a report kept aside.');
call cordon.erasure(2324, 'measure', 'keep', null, null, 'Who ordered a measure and on which provision.');
call cordon.erasure(2326, 'day_report', 'keep', null, null, 'Kinds and times of reports from a site; no name, no address.');
call cordon.erasure(2327, 'site_state', 'keep', null, null, 'How far a site came, in times and counts.');
call cordon.erasure(2328, 'welfare_record', 'delete', null, 't.site_id::text in (select cordon.named($1, ''site''))',
  'What was done for the person and the family after a search.');
call cordon.erasure(2329, 'leak', 'keep', null, null, 'What became known too early; words of members.');
call cordon.erasure(2330, 'day_order', 'keep', null, null, 'Orders of an action day.');
call cordon.erasure(2331, 'day_order_reason', 'keep', null, null, 'Why they were given; words of members.');
call cordon.erasure(2332, 'site_retime', 'keep', null, null, 'From when to when a start was moved.');
call cordon.erasure(2333, 'field_device', 'keep', null, null, 'Which device a member reports from.');
call cordon.erasure(2334, 'field_device_end', 'keep', null, null, 'That it no longer does, and why.');
call cordon.erasure(2335, 'day_note', 'keep', null, null, 'Minutes and lessons of a day; words of members.');
