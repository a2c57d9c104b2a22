-- Need to know, decided in one place: the rows of cordon.need_to_know. The policies of every table are made from them by
-- cordon.guard(table, area, append_only); services and pages ask the same rows by cordon.may(...). No rule, no access.
-- The application reads the rules and can not change them; a migration may add to them.

-- What there is to know ----------------------------------------------------------------------------------------------

create table cordon.area (
  name text primary key check (name ~ '^[a-z][a-z_]{1,40}$'),
  holds text not null,
  -- Rows of the case itself; the others tell of the work on it.
  is_case boolean not null default true,
  -- What leaves an operation carries a handling code of its own; for its recipient that one replaces the operation's.
  own_code boolean not null default false,
  -- Whether a member may open it in an emergency.
  break_glass boolean not null default false
);

-- reach: operation, every row of it; own_agency, rows of the member's agency; common, rows of no agency, which the lead
-- shares. rights: acts narrower than writing. categories: whose rows where the rows are persons; null, all.
create table cordon.need_to_know (
  role text not null check (role in ('analyst', 'coordinator', 'national_officer', 'examiner', 'victim_identification',
    'prosecutor', 'data_protection_officer', 'auditor', 'administrator')),
  area text not null references cordon.area,
  reach text not null check (reach in ('operation', 'own_agency', 'common')),
  may_read boolean not null,
  may_write boolean not null,
  rights text[] not null default '{}',
  categories text[] check (categories <@ '{suspect,convicted,victim,witness_or_contact,not_yet_assessed}'),
  because text not null check (length(btrim(because)) >= 10),
  primary key (role, area, reach),
  check (reach <> 'common' or not may_write)
);

-- The handling codes a grant opens when it names none itself.
create table cordon.role_clearance (
  role text primary key,
  codes text[] not null check (codes <@ '{H0,H1,H2,H3}'),
  because text not null
);

-- What can carry a code of its own, and which column of other tables points to it. own_agency: whether the code binds the
-- agency that holds the row, too; a subject's code does not bind the recipient of a package, the package's does.
create table cordon.handling_kind (
  kind text primary key,
  points text not null unique,
  area text not null references cordon.area,
  own_agency boolean not null
);

insert into cordon.area (name, holds, is_case, own_code, break_glass) values
  ('sources', 'What was taken in, its balance and what investigators know', true, false, true),
  ('proposals', 'Accounts, links, records and countries as rules propose them', true, false, true),
  ('subjects', 'Persons a member confirmed, and the judgements', true, false, true),
  ('countries', 'Countries a member decided', true, false, true),
  ('packages', 'Packages for agencies: drafts, subjects, records, recalls', true, true, true),
  ('outcomes', 'Receipts and outcomes agencies report for packages', true, true, true),
  ('action', 'Action days, sites, warrants, field reports, measures', true, false, true),
  ('evidence', 'Exhibits and their custody', true, false, true),
  ('triage', 'Digests of files on exhibits and signals', true, false, true),
  ('hash_lists', 'Lists of known digests and what they matched', true, false, true),
  ('assessments', 'What persons decided about items of the queue', true, false, true),
  ('victims', 'The register of identified victims; its sealed columns open by an act of their own', true, false, true),
  ('sealed_text', 'Who opened, marked or locked which conversation', true, false, false),
  ('figures', 'Figures and what was published', true, false, false),
  ('handling', 'Handling codes set on single records', true, false, false),
  ('ledger', 'Entries and what opens them', false, false, false),
  ('members', 'Members of the operation, grants, invitations', false, false, false),
  ('approvals', 'Acts that wait for a second person', false, false, false),
  ('keys', 'Which keys the operation has; wrapped, never in the clear', false, false, false),
  ('oversight', 'Findings in the ledger and what those who watch said of them', false, false, false),
  ('data_protection', 'Files of persons for the right of access, the register of processing, exports', true, false, false),
  ('break_glass', 'Emergency openings and their reviews', false, false, false);

insert into cordon.need_to_know (role, area, reach, may_read, may_write, rights, categories, because) values
  ('analyst', 'sources', 'operation', true, true, '{}', null, 'Takes the sources in and answers for their balance.'),
  ('analyst', 'proposals', 'operation', true, true, '{}', null, 'Works the links; a proposal is only checked against its records.'),
  ('analyst', 'subjects', 'operation', true, true, '{}', null, 'Confirms persons, and says in which category they stand (Directive (EU) 2016/680 Art. 6), so must see each category.'),
  ('analyst', 'countries', 'operation', true, true, '{}', null, 'Decides the country from the evidence.'),
  ('analyst', 'packages', 'operation', true, true, '{}', null, 'Drafts packages out of confirmed subjects.'),
  ('analyst', 'outcomes', 'operation', true, false, '{}', null, 'Learns that a person was the wrong one, and mends it.'),
  ('analyst', 'action', 'operation', true, false, '{}', null, 'Matches what was found to the records; plans and reports nothing.'),
  ('analyst', 'evidence', 'operation', true, false, '{}', null, 'Counts exhibits into the figures; keeps none.'),
  ('analyst', 'triage', 'operation', true, false, '{}', null, 'Sees the same digest across countries; assesses nothing.'),
  ('analyst', 'hash_lists', 'operation', true, true, '{load_list}', null, 'Loads lists that serve the whole operation.'),
  ('analyst', 'assessments', 'operation', true, false, '{}', null, 'Counts what is left in the queue.'),
  ('analyst', 'sealed_text', 'operation', true, true, '{open_thread,search,lock}', null, 'Finds contact abuse and exculpating facts in conversations.'),
  ('analyst', 'figures', 'operation', true, false, '{}', null, 'Checks figures against their records.'),
  ('analyst', 'handling', 'operation', true, false, '{}', null, 'Must know the restrictions on what is worked with.'),
  ('analyst', 'members', 'operation', true, false, '{}', null, 'Works with the members of all agencies.'),
  ('analyst', 'approvals', 'operation', true, true, '{}', null, 'Asks for acts that need a second person.'),
  ('analyst', 'keys', 'operation', true, true, '{}', null, 'Taking in a source seals it, with the first key of the operation.'),
  ('analyst', 'break_glass', 'own_agency', false, false, '{open}', null, 'May meet danger to life in what a role does not reach.'),

  ('coordinator', 'sources', 'operation', true, true, '{}', null, 'Answers for the operation; takes sources in where there is no analyst.'),
  ('coordinator', 'proposals', 'operation', true, true, '{}', null, 'Second look at proposals before they become persons.'),
  ('coordinator', 'subjects', 'operation', true, true, '{}', null, 'Decides which persons become packages, so must see each category.'),
  ('coordinator', 'countries', 'operation', true, true, '{}', null, 'Decides where two countries claim one person.'),
  ('coordinator', 'packages', 'operation', true, true, '{release,recall}', null, 'Answers for what leaves the operation.'),
  ('coordinator', 'outcomes', 'operation', true, false, '{}', null, 'Follows up packages; only their recipient reports.'),
  ('coordinator', 'action', 'operation', true, true, '{call_day}', null, 'Brings the action days of all agencies together.'),
  ('coordinator', 'evidence', 'operation', true, true, '{}', null, 'A match the coordinator decides may open an exhibit of the acting agency.'),
  ('coordinator', 'triage', 'operation', true, false, '{}', null, 'Sees the same digest across countries.'),
  ('coordinator', 'hash_lists', 'operation', true, true, '{load_list}', null, 'Loads lists that serve the whole operation.'),
  ('coordinator', 'assessments', 'operation', true, false, '{}', null, 'Counts what is left in the queue.'),
  ('coordinator', 'victims', 'operation', true, false, '{}', null, 'Numbers and countries, so that a child is safeguarded; no sealed value.'),
  ('coordinator', 'sealed_text', 'operation', true, false, '{}', null, 'Sees who opened what; reads no conversation.'),
  ('coordinator', 'figures', 'operation', true, true, '{publish}', null, 'Answers for what is published.'),
  ('coordinator', 'handling', 'operation', true, true, '{}', null, 'Sets the restrictions a provider names.'),
  ('coordinator', 'ledger', 'operation', true, false, '{}', null, 'Answers for what was done in the operation.'),
  ('coordinator', 'members', 'operation', true, true, '{grant_role}', null, 'Decides who works in the operation.'),
  ('coordinator', 'data_protection', 'operation', true, true, '{approve,export}', null, 'Second reader of a person''s file before it leaves; asks for the export of the operation.'),
  ('coordinator', 'approvals', 'operation', true, true, '{approve}', null, 'Asks, and approves as the second person.'),
  ('coordinator', 'keys', 'operation', true, true, '{approve}', null, 'Approves changes of the keys.'),
  ('coordinator', 'break_glass', 'operation', true, false, '{open,review}', null, 'Reviews what colleagues opened; own openings are reviewed by another.'),

  ('national_officer', 'packages', 'own_agency', true, false, '{receive}', null, 'Acts on packages released to the own agency: on suspects, and to protect victims named in them.'),
  ('national_officer', 'outcomes', 'own_agency', true, true, '{}', null, 'Confirms receipt and reports what came of it.'),
  ('national_officer', 'action', 'own_agency', true, true, '{report}', null, 'Plans, searches, arrests and reports for the own agency.'),
  ('national_officer', 'action', 'common', true, false, '{}', null, 'An action day is a name and dates, shared so that all act at once.'),
  ('national_officer', 'evidence', 'own_agency', true, true, '{}', null, 'Seizes and hands over.'),
  ('national_officer', 'triage', 'own_agency', true, true, '{}', null, 'Takes in digests of the own exhibits where there is no examiner.'),
  ('national_officer', 'hash_lists', 'own_agency', true, true, '{}', null, 'Digests taken in are matched at once.'),
  ('national_officer', 'hash_lists', 'common', true, false, '{}', null, 'Lists the lead loaded serve every agency.'),
  ('national_officer', 'assessments', 'own_agency', true, false, '{}', null, 'Learns what was found on the own exhibits.'),
  ('national_officer', 'figures', 'own_agency', true, false, '{}', null, 'Sees the own agency''s part of the figures.'),
  ('national_officer', 'keys', 'operation', true, true, '{}', null, 'What the officer writes may be sealed; the rows hold wrapped keys only.'),
  ('national_officer', 'break_glass', 'own_agency', false, false, '{open}', null, 'Stands before the door behind which a child may be.'),

  ('examiner', 'action', 'own_agency', true, false, '{}', null, 'Must know from which measure an exhibit came.'),
  ('examiner', 'evidence', 'own_agency', true, true, '{}', null, 'Registers exhibits and keeps custody.'),
  ('examiner', 'triage', 'own_agency', true, true, '{}', null, 'Takes digests of the own exhibits in.'),
  ('examiner', 'hash_lists', 'own_agency', true, true, '{load_list}', null, 'Loads lists of the own agency and matches them.'),
  ('examiner', 'hash_lists', 'common', true, false, '{}', null, 'Lists the lead loaded serve every agency.'),
  ('examiner', 'assessments', 'own_agency', true, true, '{signal,open_grounds}', null, 'Assesses what lies on the own exhibits.'),
  ('examiner', 'sealed_text', 'own_agency', true, true, '{open_names}', null, 'File names of the own exhibits are sealed text.'),
  ('examiner', 'figures', 'own_agency', true, false, '{}', null, 'Sees the own agency''s part of the figures.'),
  ('examiner', 'keys', 'operation', true, true, '{}', null, 'What the examiner writes may be sealed; the rows hold wrapped keys only.'),
  ('examiner', 'break_glass', 'own_agency', false, false, '{open}', null, 'May find a child in danger on an exhibit.'),

  ('victim_identification', 'triage', 'operation', true, false, '{}', null, 'Works the queue of all agencies: a child has no country yet.'),
  ('victim_identification', 'hash_lists', 'operation', true, false, '{}', null, 'Known material orders the queue.'),
  ('victim_identification', 'assessments', 'operation', true, true, '{open_grounds}', null, 'Assesses items of the queue.'),
  ('victim_identification', 'victims', 'operation', true, true, '{open_sealed}', null, 'Keeps the register of identified victims.'),
  ('victim_identification', 'sealed_text', 'operation', true, true, '{open_thread,search,lock,open_names}', null, 'Finds traces of children in conversations.'),
  ('victim_identification', 'keys', 'operation', true, true, '{}', null, 'Victims'' columns are sealed; the rows hold wrapped keys only.'),
  ('victim_identification', 'break_glass', 'own_agency', false, false, '{open}', null, 'May find a child in danger in the queue.'),

  ('prosecutor', 'packages', 'own_agency', true, false, '{}', '{suspect,convicted,witness_or_contact}', 'Proof in proceedings against named suspects, with witnesses. Not who is not yet assessed (Art. 4(1)(c), Art. 6: no case stands against them), not victims: they reach the prosecutor through those who protect them.'),
  ('prosecutor', 'outcomes', 'own_agency', true, false, '{}', null, 'Learns what came of the own agency''s packages.'),
  ('prosecutor', 'action', 'own_agency', true, false, '{}', null, 'Leads measures of the own agency: their warrants and reports.'),
  ('prosecutor', 'evidence', 'own_agency', true, false, '{}', null, 'Custody is proof in court.'),
  ('prosecutor', 'triage', 'own_agency', true, false, '{}', null, 'What was found on the own exhibits.'),
  ('prosecutor', 'hash_lists', 'own_agency', true, false, '{}', null, 'What was known of it.'),
  ('prosecutor', 'assessments', 'own_agency', true, false, '{}', null, 'How it was assessed, and by whom.'),
  ('prosecutor', 'sealed_text', 'operation', true, true, '{lock,unlock}', null, 'Decides on conversations with lawyers, doctors and priests; reads none.'),
  ('prosecutor', 'figures', 'own_agency', true, false, '{}', null, 'Sees the own agency''s part of the figures.'),
  ('prosecutor', 'break_glass', 'own_agency', false, false, '{open}', null, 'May have to act at once on danger to life.'),

  ('data_protection_officer', 'ledger', 'operation', true, false, '{erase}', null, 'Monitors who did what with personal data (Art. 34).'),
  ('data_protection_officer', 'members', 'operation', true, false, '{}', null, 'An entry without a name can not be followed up.'),
  ('data_protection_officer', 'approvals', 'operation', true, true, '{}', null, 'Asks for erasure.'),
  ('data_protection_officer', 'oversight', 'operation', true, true, '{}', null, 'Monitors unusual reading (Art. 34).'),
  ('data_protection_officer', 'data_protection', 'operation', true, true, '{file,export}', null, 'Answers persons who ask what is held (Art. 14), keeps the register (Art. 24).'),
  ('data_protection_officer', 'sealed_text', 'operation', true, true, '{unlock}', null, 'Second authority over locked conversations; reads none.'),
  ('data_protection_officer', 'break_glass', 'operation', true, false, '{review}', null, 'Reviews emergency openings.'),

  ('administrator', 'members', 'operation', true, true, '{grant_role}', null, 'Gives roles where a coordinator leaves that to somebody else; reads no case.'),

  ('auditor', 'ledger', 'operation', true, false, '{}', null, 'Verifies the ledger; sees no case data.'),
  ('auditor', 'members', 'operation', true, false, '{}', null, 'An entry without a name can not be followed up.'),
  ('auditor', 'oversight', 'operation', true, true, '{}', null, 'Marks findings as looked at.'),
  ('auditor', 'break_glass', 'operation', true, false, '{}', null, 'Sees emergency openings at once.');

-- The codes are no ladder: H1 limits use in court, H2 passing on, H3 says its limits in words. They are held as a set.
insert into cordon.role_clearance (role, codes, because) values
  ('analyst', '{H0,H1,H2}', 'Police work inside the operation; H3 only when the grant names it.'),
  ('coordinator', '{H0,H1,H2}', 'Police work inside the operation; H3 only when the grant names it.'),
  ('national_officer', '{H0,H1,H2}', 'Police work inside the operation; H3 only when the grant names it.'),
  ('examiner', '{H0,H1,H2}', 'Police work inside the operation; H3 only when the grant names it.'),
  ('victim_identification', '{H0,H1,H2}', 'Police work inside the operation; H3 only when the grant names it.'),
  ('prosecutor', '{H0,H2}', 'H1 is not for judicial proceedings without permission; who brings them does not read it.'),
  ('data_protection_officer', '{H0,H1,H2}', 'Watches all of it; H3 only when the grant names it.'),
  ('auditor', '{H0,H1,H2}', 'Watches all of it; H3 only when the grant names it.'),
  ('administrator', '{}', 'Sees no case data.');

insert into cordon.handling_kind (kind, points, area, own_agency) values
  ('source', 'source_id', 'sources', false),
  ('subject', 'subject_id', 'subjects', false),
  ('proposal', 'proposal_id', 'proposals', false),
  ('package', 'package_id', 'packages', true),
  ('site', 'site_id', 'action', true),
  ('exhibit', 'exhibit_id', 'evidence', true),
  ('hash_list', 'hash_list_id', 'hash_lists', true),
  ('publication', 'publication_id', 'figures', true);

-- A grant may open other codes than its role does by default.
alter table cordon.membership add column clearance text[] check (clearance <@ '{H0,H1,H2,H3}');

-- Who reaches what now -----------------------------------------------------------------------------------------------

create function cordon.current_grants() returns table (operation_id uuid, role text, codes text[], covers boolean)
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select s.operation_id, s.role, coalesce(s.clearance, c.codes), o.handling_code = any(coalesce(s.clearance, c.codes))
    from cordon.membership s
    join cordon.member m on m.id = s.member_id
    join cordon.operation o on o.id = s.operation_id
    join cordon.role_clearance c on c.role = s.role
    where s.member_id = cordon.current_member() and m.left_at is null
      and now() >= s.starts_at and now() < s.ends_at;
  end;

create table cordon.break_glass (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  member_id uuid not null references cordon.member,
  areas text[] not null check (cardinality(areas) between 1 and 20),
  danger text not null check (danger in ('life', 'child')),
  reason text not null check (length(btrim(reason)) between 10 and 2000),
  opened_at timestamptz not null default now(),
  ends_at timestamptz not null default now() + interval '60 minutes',
  unique (id, operation_id),
  check (ends_at <= opened_at + interval '60 minutes')
);
create index break_glass_member on cordon.break_glass (member_id, ends_at);
create index break_glass_operation on cordon.break_glass (operation_id, opened_at);

create table cordon.break_glass_review (
  break_glass_id uuid primary key,
  operation_id uuid not null references cordon.operation,
  justified boolean not null,
  words text not null check (length(btrim(words)) between 3 and 2000),
  reviewed_by uuid not null references cordon.member,
  reviewed_at timestamptz not null default now(),
  foreign key (break_glass_id, operation_id) references cordon.break_glass (id, operation_id)
);

-- Operations of the member in which that area stands open in an emergency. Without an area: any.
create function cordon.open_break_glass(asked_area text default null) returns uuid[]
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select coalesce(array_agg(distinct b.operation_id), '{}')
    from cordon.break_glass b
    where b.member_id = cordon.current_member() and now() >= b.opened_at and now() < b.ends_at
      and (asked_area is null or asked_area = any(b.areas))
      and b.operation_id in (select g.operation_id from cordon.current_grants() g);
  end;

-- Operations in which the member's rules reach that area so far; act is read, write or a right. With a category: as far as
-- persons of it ('*': of every). The operation's own code must be opened by the grant that reaches.
create function cordon.ruled(asked_area text, how text, act text, asked_category text default null) returns uuid[]
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select coalesce(array_agg(distinct g.operation_id), '{}')
    from cordon.current_grants() g
    join cordon.need_to_know n on n.role = g.role
    join cordon.area a on a.name = n.area
    where n.area = asked_area and n.reach = how
      and case act when 'read' then n.may_read when 'write' then n.may_write else act = any(n.rights) end
      and (asked_category is null or n.categories is null or asked_category = any(n.categories))
      and (g.covers or (a.own_code and how = 'own_agency') or not a.is_case);
  end;

-- The same, and for reading also what stands open in an emergency.
create function cordon.reach(asked_area text, how text, act text, asked_category text default null) returns uuid[]
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select case when how = 'operation' and act = 'read'
      then cordon.ruled(asked_area, how, act, asked_category) || cordon.open_break_glass(asked_area)
      else cordon.ruled(asked_area, how, act, asked_category) end;
  end;

-- Operations in which the member may see rows that carry this code themselves.
create function cordon.opened(code text) returns uuid[]
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select coalesce(array_agg(distinct g.operation_id), '{}') || cordon.open_break_glass()
    from cordon.current_grants() g
    where code = any(g.codes)
      and g.role in (select n.role from cordon.need_to_know n join cordon.area a on a.name = n.area
                     where n.may_read and a.is_case);
  end;

-- What services and pages ask: may the member do this in the area, be it for a part of the operation.
create function cordon.may(operation uuid, asked_area text, act text) returns boolean
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select operation = any(cordon.reach(asked_area, 'operation', act))
      or operation = any(cordon.ruled(asked_area, 'own_agency', act))
      or operation = any(cordon.ruled(asked_area, 'common', act));
  end;

-- Handling codes of single records ------------------------------------------------------------------------------------

-- A record without a mark has the operation's code; the last mark counts. Packages carry theirs in a column.
create table cordon.handling_mark (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  kind text not null references cordon.handling_kind check (kind not in ('package', 'proposal')),
  record_id uuid not null,
  handling_code text not null check (handling_code in ('H0', 'H1', 'H2', 'H3')),
  reason text not null check (length(btrim(reason)) between 1 and 2000),
  set_by uuid not null references cordon.member,
  set_at timestamptz not null default now(),
  sequence bigint generated always as identity
);
create index handling_mark_record on cordon.handling_mark (operation_id, kind, record_id, sequence desc);
create index package_handling on cordon.package (operation_id, handling_code);

-- Records of that kind whose code the member does not open. Few records carry a code of their own, so this is a short list.
create function cordon.hidden(asked_kind text) returns uuid[]
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    with clearance as materialized (
      select g.operation_id, c.code
      from (select distinct operation_id from cordon.current_grants()) g
      cross join unnest('{H0,H1,H2,H3}'::text[]) c(code)
      where not g.operation_id = any(cordon.opened(c.code))
    ), marked as (
      select m.operation_id, m.record_id, m.handling_code,
        row_number() over (partition by m.operation_id, m.record_id order by m.sequence desc) as place
      from cordon.handling_mark m
      where m.kind = case asked_kind when 'proposal' then 'subject' else asked_kind end
        and m.operation_id in (select operation_id from clearance)
    ), shut as (
      select m.record_id from marked m
      where m.place = 1 and (m.operation_id, m.handling_code) in (select operation_id, code from clearance)
    )
    select coalesce(array_agg(s.id), '{}') from (
      select record_id as id from shut where asked_kind <> 'proposal'
      union all
      select s.proposal_id from cordon.subject s where asked_kind = 'proposal' and s.id in (select record_id from shut)
      union all
      select p.id from cordon.package p
      where asked_kind = 'package' and (p.operation_id, p.handling_code) in (select operation_id, code from clearance)
    ) s;
  end;

-- The policies of a table ----------------------------------------------------------------------------------------------

-- Rows whose own code, and whose parents' codes, the member opens; empty where the table carries none. The sub-selects here
-- and below are computed once per statement and only when a row asks for them.
create function cordon.code_clause(target regclass, own_agency_only boolean) returns text
  language plpgsql stable
as $$
declare
  clause text := '';
  known record;
  table_name text := (select relname from pg_class where oid = target);
begin
  if exists (select from pg_attribute where attrelid = target and attname = 'handling_code' and not attisdropped) then
    clause := ' and case handling_code';
    for known in select code from unnest('{H0,H1,H2,H3}'::text[]) c(code) loop
      clause := clause || format(' when %L then operation_id = any((select cordon.opened(%L))::uuid[])', known.code, known.code);
    end loop;
    clause := clause || ' else handling_code is null end';
  end if;
  for known in
    select k.kind, case when k.kind = table_name then 'id' else k.points end as column_name
    from cordon.handling_kind k
    where (k.own_agency or not own_agency_only) and (k.kind <> table_name or k.kind <> 'package')
      and exists (select from pg_attribute where attrelid = target and not attisdropped
                  and attname = case when k.kind = table_name then 'id' else k.points end)
  loop
    clause := clause || format(' and (%I = any((select cordon.hidden(%L))::uuid[])) is not true', known.column_name, known.kind);
  end loop;
  return clause;
end;
$$;

-- Rows of persons in the categories the rule names.
create function cordon.category_clause(target regclass, area text, how text, act text) returns text
  language plpgsql stable
as $$
declare
  clause text := '';
  category text;
begin
  if area not in ('subjects', 'packages', 'victims') then
    return '';
  end if;
  if exists (select from pg_attribute where attrelid = target and attname = 'category' and not attisdropped) then
    clause := ' and case category';
    foreach category in array '{suspect,convicted,victim,witness_or_contact,not_yet_assessed}'::text[] loop
      clause := clause || format(' when %L then operation_id = any((select cordon.reach(%L, %L, %L, %L))::uuid[])',
        category, area, how, act, category);
    end loop;
    return clause || ' else false end';
  end if;
  if exists (select from pg_attribute where attrelid = target and attname = 'package_subject_id' and not attisdropped) then
    -- Asked row by row only for a member whose categories are limited.
    return format(' and (operation_id = any((select cordon.reach(%L, %L, %L, ''*''))::uuid[])'
      || ' or exists (select from cordon.package_subject whose where whose.id = package_subject_id))', area, how, act);
  end if;
  return '';
end;
$$;

create function cordon.guard_clause(target regclass, area text, act text) returns text
  language plpgsql stable
as $$
declare
  has_agency boolean := exists (select from pg_attribute
    where attrelid = target and attname = 'agency_id' and not attisdropped);
  clause text := format('(operation_id = any((select cordon.reach(%L, ''operation'', %L))::uuid[])%s%s)', area, act,
    cordon.code_clause(target, false), cordon.category_clause(target, area, 'operation', act));
begin
  if has_agency then
    clause := clause || format(
      ' or (agency_id = (select cordon.current_agency()) and operation_id = any((select cordon.reach(%L, ''own_agency'', %L))::uuid[])%s%s)',
      area, act, cordon.code_clause(target, true), cordon.category_clause(target, area, 'own_agency', act));
    if act = 'read' then
      clause := clause || format(
        ' or (agency_id is null and operation_id = any((select cordon.reach(%L, ''common'', ''read''))::uuid[])%s)',
        area, cordon.code_clause(target, true));
    end if;
  end if;
  return clause;
end;
$$;

-- Gives cordon.<table_name> the policies of that area: enables and forces row-level security, replaces the policies there
-- were. The table has operation_id, and agency_id where rows belong to an agency (null: the lead's). Rows are never deleted;
-- an append_only table is never changed either. A table without an operation needs policies of its own.
create procedure cordon.guard(table_name text, area text, append_only boolean default false)
  language plpgsql
as $$
declare
  target regclass := format('cordon.%I', table_name)::regclass;
  old name;
  reads text;
  writes text;
begin
  if not exists (select from cordon.area a where a.name = guard.area) then
    raise exception 'no area % in cordon.area: add it and its rules in cordon.need_to_know before guarding %', area, table_name;
  end if;
  for old in select polname from pg_policy where polrelid = target loop
    execute format('drop policy %I on %s', old, target);
  end loop;
  reads := cordon.guard_clause(target, area, 'read');
  writes := cordon.guard_clause(target, area, 'write');
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy reads on %s for select to cordon_app using (%s)', target, reads);
  execute format('create policy adds on %s for insert to cordon_app with check (%s)', target, writes);
  execute format('revoke update on %s from cordon_app', target);
  execute format('grant select, insert on %s to cordon_app', target);
  if not append_only then
    execute format('create policy changes on %s for update to cordon_app using (%s) with check (%s)', target, writes, writes);
    execute format('grant update on %s to cordon_app', target);
  end if;
  execute format('comment on table %s is %L', target, 'area ' || area);
end;
$$;

-- The rules' own tables: read by every member, changed by migrations only.
do $$
declare
  name text;
begin
  foreach name in array '{area,need_to_know,role_clearance,handling_kind}'::text[] loop
    execute format('alter table cordon.%I enable row level security', name);
    execute format('alter table cordon.%I force row level security', name);
    execute format('create policy reads on cordon.%I for select to cordon_app using (cordon.current_member() is not null)', name);
    execute format('create policy functions_read on cordon.%I for select to cordon_owner using (true)', name);
    execute format('create policy migrations_add on cordon.%I for insert to cordon_owner with check (true)', name);
    execute format('create policy migrations_change on cordon.%I for update to cordon_owner using (true) with check (true)', name);
    execute format('grant select on cordon.%I to cordon_app', name);
  end loop;
end;
$$;

-- Every table there is --------------------------------------------------------------------------------------------------

call cordon.guard('operation_facts', 'sources', true);
call cordon.guard('source', 'sources', true);
call cordon.guard('source_balance', 'sources', true);
call cordon.guard('resolution_run', 'proposals', true);
call cordon.guard('resolved_account', 'proposals', true);
call cordon.guard('paid_payment', 'proposals', true);
call cordon.guard('proposal', 'proposals', true);
call cordon.guard('proposal_link', 'proposals', true);
call cordon.guard('proposal_record', 'proposals', true);
call cordon.guard('proposal_view', 'proposals', true);
call cordon.guard('proposed_attribution', 'proposals', true);
call cordon.guard('attribution_evidence', 'proposals', true);
call cordon.guard('run_country', 'proposals', true);
call cordon.guard('subject', 'subjects', true);
call cordon.guard('judgement', 'subjects', true);
call cordon.guard('attribution', 'countries', true);
call cordon.guard('package', 'packages');
call cordon.guard('package_subject', 'packages');
call cordon.guard('package_record', 'packages');
call cordon.guard('package_recall', 'packages', true);
call cordon.guard('package_receipt', 'outcomes', true);
call cordon.guard('package_outcome', 'outcomes', true);
call cordon.guard('action_day', 'action', true);
call cordon.guard('site', 'action');
call cordon.guard('warrant', 'action', true);
call cordon.guard('field_report', 'action', true);
call cordon.guard('report_match', 'action');
call cordon.guard('measure', 'action', true);
call cordon.guard('seized_item', 'action', true);
call cordon.guard('exhibit', 'evidence', true);
call cordon.guard('hand_over', 'evidence', true);
call cordon.guard('media_item', 'triage', true);
call cordon.guard('sighting', 'triage', true);
call cordon.guard('digest_import', 'triage', true);
call cordon.guard('digest_quarantine', 'triage', true);
call cordon.guard('signal', 'triage', true);
call cordon.guard('hash_list', 'hash_lists', true);
call cordon.guard('hash_list_entry', 'hash_lists', true);
call cordon.guard('media_match', 'hash_lists', true);
call cordon.guard('assessment', 'assessments');
call cordon.guard('publication', 'figures', true);
call cordon.guard('published_figure', 'figures', true);
call cordon.guard('handling_mark', 'handling', true);

-- The functions above run as owner.
create policy functions_read on cordon.handling_mark for select to cordon_owner using (true);
create policy functions_read on cordon.package for select to cordon_owner using (true);
create policy functions_read on cordon.subject for select to cordon_owner using (true);

-- What a draft says stays what is released: only these columns ever change.
revoke update on cordon.package, cordon.package_subject, cordon.package_record from cordon_app;
grant update (agency_id, released_at, released_by, release_reason, gap_reason, manifest, manifest_sha256, signed_note)
  on cordon.package to cordon_app;
grant update (agency_id) on cordon.package_subject, cordon.package_record to cordon_app;

-- Drafting is writing; releasing, which is what changes these rows, and recalling are rights of their own.
do $$
declare
  name text;
begin
  foreach name in array '{package,package_subject,package_record}'::text[] loop
    execute format('create policy releases on cordon.%I as restrictive for update to cordon_app '
      || 'using (operation_id = any((select cordon.reach(''packages'', ''operation'', ''release''))::uuid[]))', name);
  end loop;
end;
$$;
-- Who drafts may still say, before the release is asked for, why a package goes out over a gap in the law.
drop policy releases on cordon.package;
create policy releases on cordon.package as restrictive for update to cordon_app using (
  operation_id = any((select cordon.reach('packages', 'operation', 'release'))::uuid[])
  or (released_at is null and operation_id = any((select cordon.reach('packages', 'operation', 'write'))::uuid[])));
create policy recalls on cordon.package_recall as restrictive for insert to cordon_app with check (
  operation_id = any((select cordon.reach('packages', 'operation', 'recall'))::uuid[]));

-- What must be unique is so within an agency: a refusal would tell that another agency has the same name or number.
alter table cordon.hash_list drop constraint hash_list_operation_id_name_version_key;
create unique index hash_list_name on cordon.hash_list (operation_id, agency_id, name, version) nulls not distinct;
alter table cordon.exhibit drop constraint exhibit_operation_id_number_key;
alter table cordon.exhibit add unique (operation_id, agency_id, number);

-- Nobody gives codes of an operation that the own grants there do not open.
create policy clearance_held on cordon.membership as restrictive for insert to cordon_app with check (
  clearance is null or (select cordon.is_administrator())
  or clearance <@ (select coalesce(array_agg(c.code), '{}') from unnest('{H0,H1,H2,H3}'::text[]) c(code)
                   where operation_id = any(cordon.opened(c.code))));

-- The ledger: own entries, and those of operations the member answers for or watches over.
drop policy reads on cordon.ledger_entry;
create policy reads on cordon.ledger_entry for select to cordon_app using (
  member_id = (select cordon.current_member())
  or operation_id = any((select cordon.reach('ledger', 'operation', 'read'))::uuid[]));
drop policy reads on cordon.ledger_opening;
create policy reads on cordon.ledger_opening for select to cordon_app using (
  operation_id = any((select cordon.reach('ledger', 'operation', 'read'))::uuid[]));

-- Colleagues whose names the member may know: all of an operation for those who work with or watch all of it, for others
-- those who run it.
create or replace function cordon.known_members() returns uuid[]
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select coalesce(array_agg(distinct s.member_id), '{}')
    from cordon.membership s
    where s.operation_id = any((select cordon.reach('members', 'operation', 'read'))::uuid[])
       or (s.role in ('analyst', 'coordinator') and s.operation_id = any((select cordon.operations_of_member())::uuid[]));
  end;

create or replace function cordon.known_agencies() returns uuid[]
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select coalesce(array_agg(distinct known.agency_id), '{}')
    from (select m.agency_id from cordon.member m where m.id = any((select cordon.known_members())::uuid[])
          union all
          select o.lead_agency_id from cordon.operation o where o.id = any((select cordon.operations_of_member())::uuid[])) known
    where known.agency_id is not null;
  end;

-- Emergencies: opened by a member whose role has the right, for the member alone; seen at once by those who watch; reviewed
-- by another person.
alter table cordon.break_glass enable row level security;
alter table cordon.break_glass force row level security;
alter table cordon.break_glass_review enable row level security;
alter table cordon.break_glass_review force row level security;
create policy functions_read on cordon.break_glass for select to cordon_owner using (true);
create policy reads on cordon.break_glass for select to cordon_app using (
  member_id = (select cordon.current_member())
  or operation_id = any((select cordon.reach('break_glass', 'operation', 'read'))::uuid[]));
create policy adds on cordon.break_glass for insert to cordon_app with check (
  member_id = (select cordon.current_member()) and cordon.may(operation_id, 'break_glass', 'open')
  and areas <@ (select array_agg(a.name) from cordon.area a where a.break_glass));
create policy closes on cordon.break_glass for update to cordon_app
  using (member_id = (select cordon.current_member()) and now() < ends_at)
  with check (member_id = (select cordon.current_member()) and ends_at <= now());
grant select on cordon.break_glass to cordon_app;
grant insert (id, operation_id, member_id, areas, danger, reason) on cordon.break_glass to cordon_app;
grant update (ends_at) on cordon.break_glass to cordon_app;
create policy reads on cordon.break_glass_review for select to cordon_app using (
  operation_id = any((select cordon.reach('break_glass', 'operation', 'read'))::uuid[])
  or exists (select from cordon.break_glass b where b.id = break_glass_id and b.member_id = (select cordon.current_member())));
create policy adds on cordon.break_glass_review for insert to cordon_app with check (
  reviewed_by = (select cordon.current_member()) and cordon.may(operation_id, 'break_glass', 'review')
  and exists (select from cordon.break_glass b where b.id = break_glass_id and b.member_id <> reviewed_by));
grant select on cordon.break_glass_review to cordon_app;
grant insert (break_glass_id, operation_id, justified, words, reviewed_by) on cordon.break_glass_review to cordon_app;

-- Why a member reads: said once per operation, for a set time; the last one said counts.
create table cordon.reading_reason (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  member_id uuid not null references cordon.member,
  purpose text not null check (purpose in ('identify', 'prepare_package', 'plan_action', 'execute_measure', 'examine',
    'protect_victim', 'proceedings', 'quality', 'request')),
  words text not null check (length(btrim(words)) between 3 and 500),
  stated_at timestamptz not null default now(),
  ends_at timestamptz not null,
  check (ends_at > stated_at and ends_at <= stated_at + interval '24 hours')
);
create index reading_reason_member on cordon.reading_reason (member_id, operation_id, stated_at desc);
alter table cordon.reading_reason enable row level security;
alter table cordon.reading_reason force row level security;
create policy reads on cordon.reading_reason for select to cordon_app using (member_id = (select cordon.current_member()));
create policy adds on cordon.reading_reason for insert to cordon_app with check (
  member_id = (select cordon.current_member())
  and operation_id = any((select cordon.operations_of_member())::uuid[]));
grant select on cordon.reading_reason to cordon_app;
grant insert (id, operation_id, member_id, purpose, words, ends_at) on cordon.reading_reason to cordon_app;

-- What made the policies until now.
drop procedure cordon.protect(text, boolean);
drop procedure cordon.only_lead_writes(text, boolean);
drop procedure cordon.also_victim_identification(text, boolean);
drop function cordon.may_read(uuid, uuid);
drop function cordon.may_write(uuid, uuid);

grant execute on function cordon.current_grants(), cordon.open_break_glass(text), cordon.ruled(text, text, text, text),
  cordon.reach(text, text, text, text), cordon.opened(text), cordon.may(uuid, text, text), cordon.hidden(text) to cordon_app;
