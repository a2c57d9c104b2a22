-- Packages as bags: by which field rules, with whom to ask and until when; what was concluded apart from what was found;
-- the files as they were signed, so that a later copy has the same bytes whatever program makes it.

alter table cordon.package
  add column form integer not null default 1 check (form in (1, 2)),
  add column profile text not null default 'national' check (profile ~ '^[a-z][a-z0-9-]{0,39}$'),
  add column contact text check (length(btrim(contact)) between 1 and 500),
  add column expires_on date,
  add column languages text[] not null default '{en}' check (cardinality(languages) between 1 and 5);
alter table cordon.package_record
  add column concerns text not null default 'subject' check (concerns in ('subject', 'other'));

create table cordon.package_statement (
  id bigint generated always as identity primary key,
  package_id uuid not null references cordon.package,
  package_subject_id uuid not null references cordon.package_subject,
  operation_id uuid not null references cordon.operation,
  agency_id uuid references cordon.agency,
  kind text not null check (kind in ('link', 'country', 'omission')),
  label text not null,
  words text not null,
  count bigint not null default 1 check (count >= 1)
);
create index package_statement_package on cordon.package_statement (package_id, id);
create index package_statement_subject on cordon.package_statement (package_subject_id, id);
call cordon.guard('package_statement', 'packages');
call cordon.counted('package_statement');
create policy two_persons_add on cordon.package_statement as restrictive for insert to cordon_app with check (
  agency_id is null or cordon.approval_for('package_release', package_id::text, operation_id) is not null);
create policy two_persons on cordon.package_statement as restrictive for update to cordon_app using (true) with check (
  agency_id is null or cordon.approval_for('package_release', package_id::text, operation_id) is not null);

create table cordon.package_file (
  package_id uuid not null references cordon.package,
  path text not null check (path ~ '^data/[A-Za-z0-9][A-Za-z0-9._-]*$'),
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  content bytea not null,
  primary key (package_id, path)
);
call cordon.guard('package_file', 'packages', true);
call cordon.counted('package_file');
create policy two_persons_add on cordon.package_file as restrictive for insert to cordon_app with check (
  cordon.approval_for('package_release', package_id::text, operation_id) is not null);

create table cordon.package_release_receipt (
  package_id uuid primary key references cordon.package,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  statement text not null check (length(statement) <= 1000000),
  entry_id uuid not null references cordon.ledger_entry
);
create index package_release_receipt_operation on cordon.package_release_receipt (operation_id, agency_id);
call cordon.guard('package_release_receipt', 'packages', true);
call cordon.counted('package_release_receipt');
create policy functions_read on cordon.package_release_receipt for select to current_user using (true);

create function cordon.release_opening(which uuid) returns table (entry_id uuid, salt bytea, record_ids text[])
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select r.entry_id, o.salt, o.record_ids
    from cordon.package_release_receipt r
    join cordon.ledger_opening o on o.entry_id = r.entry_id and o.destroyed_at is null
    where r.package_id = which
      and (r.operation_id = any (cordon.reach('packages', 'operation', 'read'))
        or (r.agency_id = cordon.current_agency() and r.operation_id = any (cordon.ruled('packages', 'own_agency', 'read'))));
  end;
revoke execute on function cordon.release_opening(uuid) from public;
grant execute on function cordon.release_opening(uuid) to cordon_app;

-- Why the accounts of a subject are one person's: links that join, never those that were kept apart.
create view cordon.subject_link with (security_invoker = true) as
  select p.operation_id, p.subject_id, l.a, l.b, l.rule, l.place,
    regexp_replace(l.why, 'held by [0-9]+( of [0-9]+)? accounts?', 'in common', 'g') as why
  from (
    select s.operation_id, s.id as subject_id, s.proposal_id from cordon.subject_state s where s.state = 'confirmed'
    union
    select s.operation_id, s.id, m.proposal_id
    from cordon.subject_state m join cordon.subject_state s on s.id = m.into_id and s.state = 'confirmed'
    where m.state = 'merged') p
  join cordon.proposal_link l on l.proposal_id = p.proposal_id
  where l.flag = '' and l.why not like '%judged these accounts not the same%';

-- What pointed to a country, counted by kind.
create view cordon.subject_evidence with (security_invoker = true) as
  select s.operation_id, s.id as subject_id, e.kind, e.country, e.items, e.days, e.first_at, e.last_at,
    c.name as source_name, e.source_table, e.source_row
  from cordon.subject_state s
  join cordon.attribution_evidence e on e.proposal_id = s.proposal_id
  left join cordon.source c on c.operation_id = e.operation_id and c.id = e.source_id
  where s.state = 'confirmed';
grant select on cordon.subject_link, cordon.subject_evidence to cordon_app;

call cordon.erasure(127, 'package_file', 'delete', null,
  't.package_id in (select s.package_id from cordon.package_subject s where s.id::text in (select cordon.named($1, ''package_subject'')))',
  'The signed files of packages the person is in, with everybody in them: a copy can no longer be taken out.');
call cordon.erasure(128, 'package_statement', 'delete', null, 't.package_subject_id::text in (select cordon.named($1, ''package_subject''))',
  'What was concluded of the person in packages, and what was left out.');
call cordon.erasure(2140, 'package_release_receipt', 'keep', null, null,
  'The digest of a package''s signed list of files, and the entry that proves its release; nothing of a person.');
call cordon.erasure(2141, 'package', 'keep', null, null, 'By which rules fields were left out of a package, whom to ask, and until when it may be kept; a member, no person of the case.');
