-- Which table of reference each piece of evidence was placed by, so that it can be looked up again years later.

alter table cordon.attribution_evidence add column table_number integer;
alter table cordon.attribution_evidence add column table_row integer check (table_row >= 1);

create table cordon.reference_table_used (
  run_id uuid not null references cordon.resolution_run,
  operation_id uuid not null references cordon.operation,
  number integer not null,
  name text not null check (length(name) between 1 and 500),
  version text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  table_rows integer not null check (table_rows >= 0),
  primary key (run_id, number)
);
call cordon.guard('reference_table_used', 'proposals', true);
call cordon.counted('reference_table_used');
call cordon.erasure(2120, 'reference_table_used', 'keep', null, null, 'Names and digests of tables of addresses; nothing of a person.');

-- Who opened a subject; only who did may decide its country.
create table cordon.subject_view (
  subject_id uuid not null references cordon.subject,
  operation_id uuid not null references cordon.operation,
  member_id uuid not null references cordon.member,
  opened_at timestamptz not null default now(),
  primary key (subject_id, member_id)
);
call cordon.guard('subject_view', 'subjects', true);
call cordon.counted('subject_view');
call cordon.erasure(35, 'subject_view', 'delete', null, 't.subject_id::text in (select cordon.named($1, ''subject''))',
  'Who looked at a subject that is gone; the ledger keeps that somebody looked.');
