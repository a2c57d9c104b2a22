-- Action days, sites, warrants, field reports and the measures they tell of. All but the action day belong to the
-- acting agency. A report is never changed; what was matched to it can be withdrawn, never erased.

create table cordon.action_day (
  id uuid primary key default gen_random_uuid(),
  operation_id uuid not null references cordon.operation,
  agency_id uuid references cordon.agency,
  name text not null check (length(btrim(name)) between 1 and 200),
  starts_on date not null,
  ends_on date not null,
  created_by uuid not null references cordon.member,
  created_at timestamptz not null default now(),
  unique (operation_id, name),
  check (ends_on >= starts_on),
  check (agency_id is null)
);

create table cordon.site (
  id uuid primary key default gen_random_uuid(),
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  action_day_id uuid not null references cordon.action_day,
  label text not null check (length(btrim(label)) between 1 and 200),
  country text not null check (country ~ '^[A-Z]{2}$'),
  time_zone text not null,
  planned_at timestamptz not null,
  package_subject_id uuid,
  started_at timestamptz,
  ended_at timestamptz,
  planned_by uuid not null references cordon.member,
  created_at timestamptz not null default now(),
  unique (action_day_id, agency_id, label),
  unique (id, agency_id),
  foreign key (package_subject_id, agency_id) references cordon.package_subject (id, agency_id),
  check (ended_at is null or (started_at is not null and ended_at >= started_at))
);
create index site_operation on cordon.site (operation_id, country);

create table cordon.warrant (
  id uuid primary key default gen_random_uuid(),
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  site_id uuid not null,
  kind text not null check (kind in ('search', 'arrest')),
  issued_by text not null check (length(btrim(issued_by)) between 1 and 300),
  reference text not null check (length(btrim(reference)) between 1 and 200),
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  recorded_by uuid not null references cordon.member,
  recorded_at timestamptz not null default now(),
  foreign key (site_id, agency_id) references cordon.site (id, agency_id),
  check (valid_until > valid_from)
);
create index warrant_site on cordon.warrant (site_id);

create table cordon.field_report (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  report text not null check (length(btrim(report)) between 1 and 100),
  country text not null check (country ~ '^[A-Z]{2}$'),
  officer text not null check (length(btrim(officer)) between 1 and 200),
  kind text not null check (kind in ('search', 'arrest', 'interview', 'seizure', 'no_action')),
  happened_at timestamptz not null,
  utc_offset_seconds integer not null,
  given text,
  family text,
  birth_year integer,
  address_line text,
  postcode text,
  city text,
  address_country text,
  visit text,
  note text,
  -- Arrived after a later report of the same agency.
  late boolean not null,
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  received_by uuid not null references cordon.member,
  received_at timestamptz not null default now(),
  unique (operation_id, agency_id, report),
  unique (id, agency_id)
);
create index field_report_time on cordon.field_report (operation_id, happened_at, id);

create table cordon.report_match (
  id uuid primary key default gen_random_uuid(),
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  field_report_id uuid not null,
  package_subject_id uuid not null,
  subject_id uuid not null,
  -- The rule's name and version; null when a person matched it.
  rule text,
  why text not null check (length(btrim(why)) between 1 and 2000),
  matched_by uuid not null references cordon.member,
  matched_at timestamptz not null default now(),
  withdrawn_by uuid references cordon.member,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  foreign key (field_report_id, agency_id) references cordon.field_report (id, agency_id),
  foreign key (package_subject_id, agency_id) references cordon.package_subject (id, agency_id),
  check (num_nulls(withdrawn_by, withdrawn_at, withdrawn_reason) in (0, 3))
);
create unique index report_match_current on cordon.report_match (field_report_id) where withdrawn_at is null;
create index report_match_subject on cordon.report_match (operation_id, subject_id) where withdrawn_at is null;

create table cordon.measure (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  field_report_id uuid not null unique,
  kind text not null check (kind in ('search', 'arrest', 'interview', 'seizure')),
  country text not null,
  visit text,
  happened_at timestamptz not null,
  unique (id, agency_id),
  foreign key (field_report_id, agency_id) references cordon.field_report (id, agency_id)
);
create index measure_operation on cordon.measure (operation_id, kind, country);

create table cordon.seized_item (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  measure_id uuid not null,
  number integer not null check (number >= 1),
  kind text not null check (length(btrim(kind)) between 1 and 60),
  description text not null,
  seal text,
  unique (measure_id, number),
  unique (id, agency_id),
  foreign key (measure_id, agency_id) references cordon.measure (id, agency_id)
);
create index seized_item_operation on cordon.seized_item (operation_id);

call cordon.protect('action_day', true);
-- Officers plan their own sites in it; it holds a name and dates, no country and no site.
create policy shared_reads on cordon.action_day for select to cordon_app using (
  operation_id = any((select cordon.operations_with_role('national_officer'))::uuid[]));
call cordon.protect('site');
call cordon.protect('warrant', true);
call cordon.protect('field_report', true);
call cordon.protect('report_match');
call cordon.protect('measure', true);
call cordon.protect('seized_item', true);

create view cordon.field_report_state with (security_invoker = true) as
  select r.*, m.id as match_id, m.package_subject_id, m.subject_id, m.rule, m.why,
    case when m.id is null then 'open' else 'matched' end as state
  from cordon.field_report r
  left join cordon.report_match m on m.field_report_id = r.id and m.withdrawn_at is null;
grant select on cordon.field_report_state to cordon_app;
