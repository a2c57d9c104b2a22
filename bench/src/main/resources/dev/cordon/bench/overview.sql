-- An invented operation as large as the largest published one: 38 agencies, two million accounts of a platform, 91,000 files,
-- 1,400 subjects, packages, and what became of them. Run by the superuser of an own, empty data directory, triggers and foreign
-- keys off: counting and reading are measured afterwards, through the server.
set session_replication_role = replica;
set synchronous_commit = off;
set maintenance_work_mem = '256MB';

create temp table country (n integer, code text);
insert into country select row_number() over (), c from unnest(array['DK','SE','DE','AT','BE','CZ','FI','FR','HU','IS','NL','NZ',
  'NO','PL','ES','CH','GB','BA','AU','IT','IE','PT','GR','RO','BG','HR','SI','SK','EE','LV','LT','LU','MT','CY','US','CA','CO','UA']) c;

create function pg_temp.id(kind text, n bigint) returns uuid language sql immutable as $$ select md5(kind || n)::uuid $$;

insert into cordon.agency (id, name, country) select pg_temp.id('agency', n), 'Agency ' || code, code from country;

-- 1..20 read the whole operation, 21..58 are the officers of one agency each.
insert into cordon.member (id, agency_id, sign_in_name, display_name, password_hash)
select pg_temp.id('member', n), pg_temp.id('agency', case when n <= 20 then 1 else n - 20 end), 'bench' || n, 'Member ' || n, :hash
from generate_series(1, 58) n;

insert into cordon.operation (id, name, authority, legal_basis, purpose, opened_on, review_on, ends_on, lead_agency_id)
values (pg_temp.id('operation', 1), 'Operation 1', 'Court of Example', 'Order 1', 'online-child-sexual-exploitation',
  current_date - 400, current_date + 90, current_date + 180, pg_temp.id('agency', 1));

insert into cordon.membership (operation_id, member_id, role, starts_at, ends_at, granted_by)
select pg_temp.id('operation', 1), pg_temp.id('member', n),
  case when n <= 10 then 'analyst' when n <= 20 then 'coordinator' else 'national_officer' end,
  now() - interval '1 day', now() + interval '30 days', pg_temp.id('member', 11)
from generate_series(1, 58) n;

insert into cordon.resolution_run (id, operation_id, rules, reason, started_by)
values (pg_temp.id('run', 1), pg_temp.id('operation', 1), '1', 'bench', pg_temp.id('member', 1));

insert into cordon.source (operation_id, id, name, system, sha256, size_bytes, form, is_reference, sealing, notes, media_found, is_damaged, taken_by, number)
select pg_temp.id('operation', 1), pg_temp.id('source', n), 'source-' || n, 'shop', md5(n || 'x') || md5(n || 'y'),
  1, 'SQL', false, 'COPIED', '{}', 0, false, pg_temp.id('member', 1), n from generate_series(1, 10) n;

insert into cordon.resolved_account (run_id, operation_id, holder, system, account, kind, handle, registered_at, mailbox, payer,
  cluster_id, alone_because, source_id, source_table, source_row)
select pg_temp.id('run', 1), pg_temp.id('operation', 1), n, 'shop', 'a' || n, 'member', 'h' || n,
  now() - (n % 1100) * interval '1 day' - interval '30 days', false, n % 100 = 0, 'c' || n, '', pg_temp.id('source', 1 + n % 10), 'users', n
from generate_series(1, :accounts) n;

insert into cordon.run_country (run_id, operation_id, cluster_id, country)
select pg_temp.id('run', 1), pg_temp.id('operation', 1), 'c' || g, c.code
from generate_series(2, :accounts, 2) g join country c on c.n = 1 + g / 2 % 38;

insert into cordon.paid_payment (run_id, operation_id, holder, at, label, source_id, source_table, source_row)
select pg_temp.id('run', 1), pg_temp.id('operation', 1), n, now() - (n / 100 % 700 + k * 20) * interval '1 day', 'shop',
  pg_temp.id('source', 1 + n % 10), 'orders', n * 10 + k
from generate_series(100, :accounts, 100) n, generate_series(0, 4) k;

-- A proposal for each payer; the first 1,400 are confirmed, attributed and sent.
create temp table person as
select g as n, 1 + g % 38 as a, c.code from generate_series(1, :accounts / 100) g join country c on c.n = 1 + g % 38;

insert into cordon.proposal (id, run_id, operation_id, number, cluster_id, accounts, payer)
select pg_temp.id('proposal', n), pg_temp.id('run', 1), pg_temp.id('operation', 1), 'P-' || lpad(n::text, 7, '0'), 'c' || n * 100, 1, true from person;
insert into cordon.proposed_attribution (proposal_id, operation_id, country, strength, rule, candidates, why, rules_version)
select pg_temp.id('proposal', n), pg_temp.id('operation', 1), code, 'STRONG', 'r', '{}', 'billing address', '1' from person;
insert into cordon.subject (id, operation_id, proposal_id, number, category)
select pg_temp.id('subject', n), pg_temp.id('operation', 1), pg_temp.id('proposal', n), 'S-' || lpad(n::text, 7, '0'), 'suspect'
from person where n <= 1400;
insert into cordon.judgement (id, operation_id, kind, proposal_id, subject_id, reason, decided_by, decided_at)
select pg_temp.id('judgement', n), pg_temp.id('operation', 1), 'confirmed', pg_temp.id('proposal', n), pg_temp.id('subject', n), 'bench',
  pg_temp.id('member', 1 + n % 20), now() - (40 + n % 90) * interval '1 day' from person where n <= 1400;
insert into cordon.attribution (id, operation_id, subject_id, country, proposed_country, proposed_strength, reason, decided_by, decided_at)
select pg_temp.id('attribution', n), pg_temp.id('operation', 1), pg_temp.id('subject', n), code, code, 'STRONG', 'bench',
  pg_temp.id('member', 1 + n % 20), now() - (30 + n % 60) * interval '1 day' from person where n <= 1400;

insert into cordon.package (id, operation_id, agency_id, recipient_id, country, number, version, handling_code, grading_source,
  grading_information, legal_basis, conduct, conduct_on, coverage, coverage_reason, law_questions, draft_reason, drafted_by,
  release_reason, released_by, released_at, transfer_basis, manifest, manifest_sha256, signed_note)
select pg_temp.id('package', n), pg_temp.id('operation', 1), pg_temp.id('agency', n), pg_temp.id('agency', n), code,
  'P-' || code || '-1', 1, 'H2', 'A', '1', 'Order', 'POSSESS', current_date, 'COVERED', 'marker-' || code, '{}', 'bench',
  pg_temp.id('member', 1), 'bench', pg_temp.id('member', 11), now() - interval '25 days', 'not_needed', '{}', repeat('0', 64), 'note'
from country;
insert into cordon.package_receipt (package_id, operation_id, agency_id, received_by)
select pg_temp.id('package', n), pg_temp.id('operation', 1), pg_temp.id('agency', n), pg_temp.id('member', 20 + n) from country where n > 3;
insert into cordon.package_subject (id, package_id, operation_id, agency_id, subject_id, subject_number, category, attribution_reason)
select pg_temp.id('packed', n), pg_temp.id('package', a), pg_temp.id('operation', 1), pg_temp.id('agency', a), pg_temp.id('subject', n),
  'S-' || lpad(n::text, 7, '0'), 'suspect', 'marker-' || code from person where n <= 1400;

-- Every third subject searched, every tenth arrested, four things at each search.
create temp table report as
select n, a, code, 'search' as kind from person where n <= 1400 and n % 3 = 0
union all select n + 10000, a, code, 'arrest' from person where n <= 1400 and n % 10 = 0;
insert into cordon.field_report (id, operation_id, agency_id, report, country, officer, kind, happened_at, utc_offset_seconds, late,
  content_sha256, received_by, received_at)
select pg_temp.id('report', n), pg_temp.id('operation', 1), pg_temp.id('agency', a), 'FR-' || n, code, 'Officer', kind,
  now() - (n % 14) * interval '1 day', 0, false, repeat('0', 64), pg_temp.id('member', 20 + a), now() from report;
insert into cordon.report_match (operation_id, agency_id, field_report_id, package_subject_id, subject_id, rule, why, matched_by)
select pg_temp.id('operation', 1), pg_temp.id('agency', a), pg_temp.id('report', n), pg_temp.id('packed', n % 10000),
  pg_temp.id('subject', n % 10000), 'r', 'bench', pg_temp.id('member', 20 + a) from report;
insert into cordon.measure (id, operation_id, agency_id, field_report_id, kind, country, happened_at)
select pg_temp.id('measure', n), pg_temp.id('operation', 1), pg_temp.id('agency', a), pg_temp.id('report', n), kind, code,
  now() - (n % 14) * interval '1 day' from report;
insert into cordon.seized_item (id, operation_id, agency_id, measure_id, number, kind, description)
select pg_temp.id('item', n * 4 + k), pg_temp.id('operation', 1), pg_temp.id('agency', a), pg_temp.id('measure', n), k,
  (array['phone', 'laptop', 'storage', 'paper'])[k], 'thing ' || k from report, generate_series(1, 4) k where kind = 'search';

insert into cordon.hash_list (id, operation_id, name, version, origin, content_sha256, loaded_by)
values (pg_temp.id('list', 1), pg_temp.id('operation', 1), 'known', '1', 'bench', repeat('0', 64), pg_temp.id('member', 1));
insert into cordon.media_item (id, operation_id, agency_id, country, sha256, size_bytes, mime_type, first_seen_at)
select pg_temp.id('media', g), pg_temp.id('operation', 1), pg_temp.id('agency', 1 + g % 38), c.code, md5(g || 'a') || md5(g || 'b'),
  1000, 'image/jpeg', now() - (g % 14) * interval '1 day'
from generate_series(1, 91000) g join country c on c.n = 1 + g % 38;
insert into cordon.media_match (operation_id, agency_id, media_item_id, hash_list_id, category)
select pg_temp.id('operation', 1), pg_temp.id('agency', 1 + n % 38), pg_temp.id('media', n), pg_temp.id('list', 1), '1'
from generate_series(3, 91000, 3) n;
