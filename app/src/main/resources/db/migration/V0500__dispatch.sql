-- Packages for receiving agencies. A draft belongs to the lead (agency_id null); its release gives the rows to the
-- recipient, in the same statement for the package, its subjects and their records, so that the agency reads exactly
-- what was released and learns of nothing else. Only the lead writes them; receipts and outcomes are the agency's.

-- Rows the recipient reads but never writes: for tables protected as append-only.
create procedure cordon.only_lead_writes(table_name text, changes boolean)
  language plpgsql
as $$
declare
  lead text := 'operation_id = any((select cordon.operations_with_role(''analyst'', ''coordinator''))::uuid[])';
begin
  execute format('drop policy adds on cordon.%I', table_name);
  execute format('create policy adds on cordon.%I for insert to cordon_app with check (%s)', table_name, lead);
  if changes then
    execute format('create policy changes on cordon.%I for update to cordon_app using (%s) with check (%s)',
      table_name, lead, lead);
    execute format('grant update on cordon.%I to cordon_app', table_name);
  end if;
end;
$$;

create table cordon.package (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid references cordon.agency,
  recipient_id uuid not null references cordon.agency,
  country text not null check (country ~ '^[A-Z]{2}$'),
  number text not null check (length(number) between 1 and 40),
  version integer not null check (version >= 1),
  supersedes uuid references cordon.package,
  handling_code text not null check (handling_code in ('H0', 'H1', 'H2', 'H3')),
  handling_note text,
  grading_source text not null check (grading_source in ('A', 'B', 'C', 'X')),
  grading_information text not null check (grading_information in ('1', '2', '3', '4')),
  legal_basis text not null check (length(btrim(legal_basis)) between 1 and 1000),
  conduct text not null,
  conduct_on date not null,
  coverage text not null check (coverage in ('COVERED', 'NOT_COVERED', 'UNKNOWN')),
  coverage_reason text not null,
  law_questions text[] not null,
  draft_reason text not null check (length(btrim(draft_reason)) between 1 and 2000),
  drafted_by uuid not null references cordon.member,
  drafted_at timestamptz not null default now(),
  release_reason text check (length(btrim(release_reason)) between 1 and 2000),
  released_by uuid references cordon.member,
  released_at timestamptz,
  -- Why it goes out although the law of the receiving country is unknown or does not cover the conduct.
  gap_reason text check (length(btrim(gap_reason)) between 1 and 2000),
  manifest text,
  manifest_sha256 text check (manifest_sha256 ~ '^[0-9a-f]{64}$'),
  signed_note text,
  unique (operation_id, number, version),
  unique (id, agency_id),
  check (agency_id is null or agency_id = recipient_id),
  check (num_nulls(agency_id, released_at, released_by, release_reason, manifest, manifest_sha256, signed_note) in (0, 7)),
  check (released_at is null or coverage = 'COVERED' or gap_reason is not null),
  check (handling_code <> 'H3' or handling_note is not null)
);
create index package_operation on cordon.package (operation_id, drafted_at);
create index package_agency on cordon.package (agency_id, operation_id);

create table cordon.package_subject (
  id uuid primary key,
  package_id uuid not null references cordon.package,
  operation_id uuid not null references cordon.operation,
  agency_id uuid references cordon.agency,
  subject_id uuid not null,
  subject_number text not null,
  category text not null check (category in ('suspect', 'convicted', 'victim', 'witness_or_contact', 'not_yet_assessed')),
  attribution_reason text not null,
  unique (package_id, subject_id),
  unique (id, agency_id)
);
create index package_subject_subject on cordon.package_subject (operation_id, subject_id);

create table cordon.package_record (
  id bigint generated always as identity primary key,
  package_id uuid not null references cordon.package,
  package_subject_id uuid not null references cordon.package_subject,
  operation_id uuid not null references cordon.operation,
  agency_id uuid references cordon.agency,
  kind text not null,
  label text not null,
  value text not null,
  at timestamptz,
  source_name text not null,
  source_table text not null,
  source_row bigint not null check (source_row >= 1)
);
create index package_record_subject on cordon.package_record (package_subject_id, id);
create index package_record_package on cordon.package_record (package_id, id);

create table cordon.package_receipt (
  id uuid primary key default gen_random_uuid(),
  package_id uuid not null unique,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  received_by uuid not null references cordon.member,
  received_at timestamptz not null default now(),
  note text,
  foreign key (package_id, agency_id) references cordon.package (id, agency_id)
);

create table cordon.package_recall (
  id uuid primary key default gen_random_uuid(),
  package_id uuid not null unique,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  recalled_by uuid not null references cordon.member,
  recalled_at timestamptz not null default now(),
  reason text not null check (length(btrim(reason)) between 1 and 2000),
  foreign key (package_id, agency_id) references cordon.package (id, agency_id)
);

create table cordon.package_outcome (
  id uuid primary key default gen_random_uuid(),
  package_id uuid not null,
  package_subject_id uuid,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  outcome text not null check (outcome in ('opened', 'no_offence_here', 'not_identified', 'searched', 'arrested',
    'closed', 'wrong_person')),
  note text,
  reported_by uuid not null references cordon.member,
  reported_at timestamptz not null default now(),
  foreign key (package_id, agency_id) references cordon.package (id, agency_id),
  foreign key (package_subject_id, agency_id) references cordon.package_subject (id, agency_id)
);
create index package_outcome_package on cordon.package_outcome (package_id, reported_at);

call cordon.protect('package', true);
call cordon.only_lead_writes('package', true);
call cordon.protect('package_subject', true);
call cordon.only_lead_writes('package_subject', true);
call cordon.protect('package_record', true);
call cordon.only_lead_writes('package_record', true);
call cordon.protect('package_receipt', true);
call cordon.protect('package_recall', true);
call cordon.only_lead_writes('package_recall', false);
call cordon.protect('package_outcome', true);

-- What later stages and the figures read: under the reader's own rules.
create view cordon.package_state with (security_invoker = true) as
  select p.*, a.name as recipient, r.received_at, c.recalled_at, c.reason as recall_reason,
    case
      when c.package_id is not null then 'recalled'
      when p.released_at is null then 'draft'
      when exists (select from cordon.package later where later.supersedes = p.id and later.released_at is not null)
        then 'superseded'
      when r.package_id is not null then 'received'
      else 'released'
    end as state,
    (select count(*) from cordon.package_subject s where s.package_id = p.id) as subjects
  from cordon.package p
  left join cordon.agency a on a.id = p.recipient_id
  left join cordon.package_receipt r on r.package_id = p.id
  left join cordon.package_recall c on c.package_id = p.id;
grant select on cordon.package_state to cordon_app;

-- Subjects an agency holds now: of packages released, not recalled, not superseded.
create view cordon.dispatched_subject with (security_invoker = true) as
  select s.id, s.package_id, s.operation_id, s.agency_id, s.subject_id, s.subject_number, p.country, p.number, p.released_at
  from cordon.package_subject s join cordon.package p on p.id = s.package_id
  where p.released_at is not null
    and not exists (select from cordon.package_recall c where c.package_id = p.id)
    and not exists (select from cordon.package later where later.supersedes = p.id and later.released_at is not null);
grant select on cordon.dispatched_subject to cordon_app;
