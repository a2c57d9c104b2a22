-- What the examiner's program remarked on a whole exhibit: a walk that ended at a limit, folders too deep, volumes not listed to
-- their end, and how decoding was confined. Without it a count of files could be taken for all there are.
alter table cordon.digest_import drop constraint digest_import_form_check;
alter table cordon.digest_import add constraint digest_import_form_check
  check (form in ('csv', 'inventory', 'names', 'codes', 'matches', 'series', 'groups', 'summary'));

create table cordon.walk_remark (
  id uuid primary key default gen_random_uuid(),
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  exhibit_id uuid not null,
  remark text not null check (length(remark) between 1 and 500),
  is_confinement boolean not null,
  told_at timestamptz not null default now(),
  unique (exhibit_id, remark),
  foreign key (exhibit_id, agency_id) references cordon.exhibit (id, agency_id)
);
create index walk_remark_agency on cordon.walk_remark (operation_id, agency_id);

call cordon.guard('walk_remark', 'triage', true);
call cordon.counted('walk_remark');
call cordon.erasure(2404, 'walk_remark', 'keep', null, null, 'What the program remarked on a whole exhibit; no name, no path.');
