-- A large invented installation: 20 agencies, 4 operations, 200 members, a given number of records. All values are made
-- of numbers; each agency's packages carry a marker no other agency may meet. Run by the superuser of an own, empty
-- data directory, triggers and foreign keys off: nothing here tests writing.
set session_replication_role = replica;
set synchronous_commit = off;
set maintenance_work_mem = '256MB';

create temp table country (n integer, code text);
insert into country select row_number() over (), c from unnest(array['DK','SE','DE','AT','BE','CZ','FI','FR','HU','IS','NL','NZ',
  'NO','PL','ES','CH','GB','BA','AU','IT']) c;

create function pg_temp.id(kind text, n bigint) returns uuid language sql immutable as $$ select md5(kind || n)::uuid $$;

insert into cordon.agency (id, name, country) select pg_temp.id('agency', n), 'Agency ' || code, code from country;

insert into cordon.member (id, agency_id, sign_in_name, display_name, password_hash)
select pg_temp.id('member', n), pg_temp.id('agency', case when n <= 30 then 1 else 1 + n % 20 end), 'bench' || n, 'Member ' || n, :hash
from generate_series(1, 200) n;

insert into cordon.operation (id, name, authority, legal_basis, purpose, opened_on, review_on, ends_on, lead_agency_id)
select pg_temp.id('operation', n), 'Operation ' || n, 'Court of Example', 'Order ' || n, 'online-child-sexual-exploitation',
  current_date - 10, current_date + 90, current_date + 180, pg_temp.id('agency', 1)
from generate_series(1, 4) n;

-- 1..20 analysts, 21..30 coordinators, 31..40 auditors, 41..200 officers; all of them in the first operation.
insert into cordon.membership (operation_id, member_id, role, starts_at, ends_at, granted_by)
select pg_temp.id('operation', o), pg_temp.id('member', n),
  case when n <= 20 then 'analyst' when n <= 30 then 'coordinator' when n <= 40 then 'auditor' else 'national_officer' end,
  now() - interval '1 day', now() + interval '30 days', pg_temp.id('member', 21)
from generate_series(1, 200) n, generate_series(1, 4) o where o = 1 or n % 4 = o - 1;

insert into cordon.resolution_run (id, operation_id, rules, reason, started_by)
select pg_temp.id('run', o), pg_temp.id('operation', o), '1', 'bench', pg_temp.id('member', 1) from generate_series(1, 4) o;

insert into cordon.source (operation_id, id, name, system, sha256, size_bytes, form, is_reference, sealing, notes, media_found, is_damaged, taken_by, number)
select pg_temp.id('operation', o), pg_temp.id('source', o * 100 + n), 'source-' || n, 'shop', md5(n || 'x' || o) || md5(n || 'y' || o),
  1, 'SQL', false, 'COPIED', '{}', 0, false, pg_temp.id('member', 1), n
from generate_series(1, 4) o, generate_series(1, 10) n;

-- The first operation has seven tenths of all subjects, the others a tenth each; twenty records for each subject.
create temp table person as
select n, case when n % 10 < 7 then 1 else n % 10 - 5 end as o, 1 + (n / 10) % 20 as a
from generate_series(1, :records / 20) n;

insert into cordon.proposal (id, run_id, operation_id, number, cluster_id, accounts, payer)
select pg_temp.id('proposal', n), pg_temp.id('run', o), pg_temp.id('operation', o), 'P-' || lpad(n::text, 7, '0'), 'c' || n, 1, true from person;

insert into cordon.resolved_account (run_id, operation_id, holder, system, account, kind, handle, mailbox, payer, cluster_id, alone_because, source_id, source_table, source_row)
select pg_temp.id('run', o), pg_temp.id('operation', o), n, 'shop', 'a' || n, 'member', 'h' || n, false, true, 'c' || n, '',
  pg_temp.id('source', o * 100 + 1), 'users', n from person;

insert into cordon.proposal_record (proposal_id, operation_id, place, kind, label, value, at, source_id, source_table, source_row)
select pg_temp.id('proposal', p.n), pg_temp.id('operation', p.o), k,
  case when k = 0 then 'PERSON_NAME' when k < 6 then 'PAYMENT' when k < 12 then 'IP' else 'LOGIN' end, 'shop',
  case when k = 0 then 'Person ' || p.n else 'value ' || p.n || '-' || k end, now() - k * interval '1 day',
  pg_temp.id('source', p.o * 100 + 1 + k % 10), 'orders', p.n * 20 + k
from person p, generate_series(0, 19) k;

insert into cordon.subject (id, operation_id, proposal_id, number, category)
select pg_temp.id('subject', n), pg_temp.id('operation', o), pg_temp.id('proposal', n), 'S-' || lpad(n::text, 7, '0'), 'suspect' from person;

insert into cordon.judgement (id, operation_id, kind, proposal_id, subject_id, reason, decided_by)
select pg_temp.id('judgement', n), pg_temp.id('operation', o), 'confirmed', pg_temp.id('proposal', n), pg_temp.id('subject', n), 'bench',
  pg_temp.id('member', 1 + n % 20) from person;

insert into cordon.proposed_attribution (proposal_id, operation_id, country, strength, rule, candidates, why, rules_version)
select pg_temp.id('proposal', p.n), pg_temp.id('operation', p.o), c.code, 'STRONG', 'r', '{}', 'billing address', '1' from person p join country c on c.n = p.a;

insert into cordon.attribution (id, operation_id, subject_id, country, proposed_country, proposed_strength, reason, decided_by)
select pg_temp.id('attribution', p.n), pg_temp.id('operation', p.o), pg_temp.id('subject', p.n), c.code, c.code, 'STRONG', 'bench',
  pg_temp.id('member', 1 + p.n % 20) from person p join country c on c.n = p.a;

-- One released package for each agency and operation, with at most 500 subjects of ten records.
insert into cordon.package (id, operation_id, agency_id, recipient_id, country, number, version, handling_code, grading_source,
  grading_information, legal_basis, conduct, conduct_on, coverage, coverage_reason, law_questions, draft_reason, drafted_by,
  release_reason, released_by, released_at, transfer_basis, manifest, manifest_sha256, signed_note)
select pg_temp.id('package', o * 100 + c.n), pg_temp.id('operation', o), pg_temp.id('agency', c.n), pg_temp.id('agency', c.n), c.code,
  'P-' || c.code || '-1', 1, 'H2', 'A', '1', 'Order', 'POSSESS', current_date, 'COVERED', 'marker-' || c.code, '{}', 'bench',
  pg_temp.id('member', 1), 'bench', pg_temp.id('member', 21), now(), 'not_needed', '{}', repeat('0', 64), 'note'
from country c, generate_series(1, 4) o;

insert into cordon.package_subject (id, package_id, operation_id, agency_id, subject_id, subject_number, category, attribution_reason)
select pg_temp.id('packed', n), pg_temp.id('package', o * 100 + a), pg_temp.id('operation', o), pg_temp.id('agency', a), pg_temp.id('subject', n),
  'S-' || lpad(n::text, 7, '0'), 'suspect', 'marker-' || (select code from country c where c.n = p.a)
from (select p.*, row_number() over (partition by o, a order by n) as r from person p) p where r <= 500;

insert into cordon.package_record (package_id, package_subject_id, operation_id, agency_id, kind, label, value, at, source_name, source_table, source_row)
select s.package_id, s.id, s.operation_id, s.agency_id, 'PAYMENT', 'shop', s.attribution_reason || ' ' || k, now(), 'source-1', 'orders', k + 1
from cordon.package_subject s, generate_series(0, 9) k;

insert into cordon.ledger_entry (id, operation_id, act, what, member_id, at, record_count, body)
select pg_temp.id('entry', n), pg_temp.id('operation', 1 + n % 4), 'CONSULTATION', 'subject', pg_temp.id('member', 1 + n % 30),
  now() - n * interval '10 seconds', 1, 'bench'::bytea from generate_series(1, :entries) n;
insert into cordon.ledger_opening (entry_id, operation_id, member_id, salt, reason, record_ids)
select id, operation_id, member_id, sha256(body), 'opened a subject', array[pg_temp.id('subject', 1 + abs(hashtext(id::text)) % 5000)::text]
from cordon.ledger_entry;
-- Their places are given, so that the sequencer has nothing to do while pages are measured.
select cordon.ledger_sequence();
