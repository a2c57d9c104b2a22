-- The definitions Cordon brings, in the order of the data. A definition that changes is another row with the next version.

-- When an account was opened.
create or replace view cordon.platform_account with (security_invoker = true) as
  select a.operation_id, a.system, a.account, not a.mailbox and a.kind in ('member', 'guest') as member, a.payer,
    c.country, s.name as source_name, a.source_id, a.source_table, a.source_row, a.cluster_id, a.alone_because, a.registered_at
  from cordon.resolved_account a
  join cordon.current_run r on r.id = a.run_id
  left join cordon.run_country c on c.run_id = a.run_id and c.cluster_id = a.cluster_id
  left join cordon.source s on s.operation_id = a.operation_id and s.id = a.source_id;

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('source_rows_in', 2, 10, 'Rows in', 'Rows read from sealed sources.', 'row',
  'Readings of a source that a later one replaced.', 'H0', 'sum', '', 'the day the source was taken in', false, null,
$records$
select 'source' as kind, b.source_id || '/' || b.place as id, null::text as country, null::uuid as held_by, null::text as sort,
  (s.taken_at at time zone 'UTC')::date as on_day, b.rows_in::bigint as amount, b.source_id as origin, b.name as origin_table,
  null::bigint as origin_row
from cordon.source_balance b join cordon.source s on s.operation_id = b.operation_id and s.id = b.source_id
where b.operation_id = $1 and $2 is null and b.rows_in > 0
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('source_rows_stored', 2, 20, 'Rows stored', 'Rows in that became records.', 'row',
  'Readings of a source that a later one replaced.', 'H0', 'sum', '', 'the day the source was taken in', false, null,
$records$
select 'source' as kind, b.source_id || '/' || b.place as id, null::text as country, null::uuid as held_by, null::text as sort,
  (s.taken_at at time zone 'UTC')::date as on_day, b.stored::bigint as amount, b.source_id as origin, b.name as origin_table,
  null::bigint as origin_row
from cordon.source_balance b join cordon.source s on s.operation_id = b.operation_id and s.id = b.source_id
where b.operation_id = $1 and $2 is null and b.stored > 0
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('source_rows_quarantined', 2, 30, 'Rows quarantined', 'Rows in that could not be read, kept with their reason.', 'row',
  'Readings of a source that a later one replaced.', 'H0', 'sum', '', 'the day the source was taken in', false, null,
$records$
select 'source' as kind, b.source_id || '/' || b.place as id, null::text as country, null::uuid as held_by, null::text as sort,
  (s.taken_at at time zone 'UTC')::date as on_day, b.quarantined::bigint as amount, b.source_id as origin, b.name as origin_table,
  null::bigint as origin_row
from cordon.source_balance b join cordon.source s on s.operation_id = b.operation_id and s.id = b.source_id
where b.operation_id = $1 and $2 is null and b.quarantined > 0
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('source_rows_duplicate', 2, 40, 'Duplicate rows', 'Rows in that repeat a record of an overlapping export, kept and pointing to it.', 'row',
  'Readings of a source that a later one replaced.', 'H0', 'sum', '', 'the day the source was taken in', false, null,
$records$
select 'source' as kind, b.source_id || '/' || b.place as id, null::text as country, null::uuid as held_by, null::text as sort,
  (s.taken_at at time zone 'UTC')::date as on_day, b.duplicates::bigint as amount, b.source_id as origin, b.name as origin_table,
  null::bigint as origin_row
from cordon.source_balance b join cordon.source s on s.operation_id = b.operation_id and s.id = b.source_id
where b.operation_id = $1 and $2 is null and b.duplicates > 0
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('accounts', 2, 50, 'Accounts', 'Accounts of the platform''s members in the sealed sources.', 'account',
  'Staff, programs and mailboxes.', 'H0', 'sum', 'system', 'the day the account was opened', false, 1,
$records$
select 'account' as kind,
  left(encode(sha256(convert_to(a.operation_id::text || ' ' || a.system || ':' || a.account, 'UTF8')), 'hex'), 32) as id,
  a.country, null::uuid as held_by, a.system as sort, (a.registered_at at time zone 'UTC')::date as on_day, 1::bigint as amount,
  a.source_id as origin, a.source_table as origin_table, a.source_row as origin_row
from cordon.platform_account a where a.operation_id = $1 and $2 is null and a.member
$records$, $hangs$
select coalesce((select r.id::text || ' ' || coalesce((select max(a.holder) from cordon.resolved_account a where a.run_id = r.id), 0)
      || ' ' || exists (select from cordon.run_country c where c.run_id = r.id)
    from cordon.current_run r where r.operation_id = $1), '-')
  || ' ' || (select count(*) from cordon.erasure_order o where o.operation_id = $1 and o.state <> 'entered')
$hangs$);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('payers', 2, 60, 'Payers', 'Accounts with at least one payment that was paid.', 'account',
  'Payments begun, failed or paid back do not make a payer.', 'H0', 'sum', 'system', 'the day the account was opened', false, 2,
$records$
select 'account' as kind,
  left(encode(sha256(convert_to(a.operation_id::text || ' ' || a.system || ':' || a.account, 'UTF8')), 'hex'), 32) as id,
  a.country, null::uuid as held_by, a.system as sort, (a.registered_at at time zone 'UTC')::date as on_day, 1::bigint as amount,
  a.source_id as origin, a.source_table as origin_table, a.source_row as origin_row
from cordon.platform_account a where a.operation_id = $1 and $2 is null and a.payer
$records$, $hangs$
select coalesce((select r.id::text || ' ' || coalesce((select max(a.holder) from cordon.resolved_account a where a.run_id = r.id), 0)
      || ' ' || exists (select from cordon.run_country c where c.run_id = r.id)
    from cordon.current_run r where r.operation_id = $1), '-')
  || ' ' || (select count(*) from cordon.erasure_order o where o.operation_id = $1 and o.state <> 'entered')
$hangs$);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('payments', 1, 70, 'Payments', 'Payments that were paid, as the sealed sources tell of them; one row of a source is one payment.', 'payment',
  'Payments begun, failed or paid back.', 'H0', 'sum', '', 'the day of the payment', false, null,
$records$
select distinct on (p.source_id, p.source_table, p.source_row) 'payment' as kind,
  p.source_id || '/' || p.source_table || '/' || p.source_row as id, p.country, null::uuid as held_by, null::text as sort,
  (p.at at time zone 'UTC')::date as on_day, 1::bigint as amount, p.source_id as origin, p.source_table as origin_table,
  p.source_row as origin_row
from cordon.platform_payment p where p.operation_id = $1 and $2 is null
order by p.source_id, p.source_table, p.source_row, p.at, p.country
$records$, $hangs$
select coalesce((select r.id::text || ' ' || coalesce((select max(a.holder) from cordon.resolved_account a where a.run_id = r.id), 0)
      || ' ' || exists (select from cordon.run_country c where c.run_id = r.id)
    from cordon.current_run r where r.operation_id = $1), '-')
  || ' ' || (select count(*) from cordon.erasure_order o where o.operation_id = $1 and o.state <> 'entered')
$hangs$);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('proposed_clusters', 2, 80, 'Proposed clusters', 'Groups of accounts the machine proposes as one person''s; nobody has confirmed them by being counted here.', 'cluster',
  'Proposals of earlier runs.', 'H0', 'sum', 'strength', '', false, null,
$records$
select 'proposal' as kind, p.number as id, p.country, null::uuid as held_by, p.strength as sort, null::date as on_day,
  1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.proposed_cluster p where p.operation_id = $1 and $2 is null
$records$, $hangs$
select coalesce((select r.id::text || ' ' || coalesce((select max(a.holder) from cordon.resolved_account a where a.run_id = r.id), 0)
      || ' ' || exists (select from cordon.run_country c where c.run_id = r.id)
    from cordon.current_run r where r.operation_id = $1), '-')
  || ' ' || (select count(*) from cordon.erasure_order o where o.operation_id = $1 and o.state <> 'entered')
$hangs$);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('proposals_waiting', 1, 90, 'Proposals without a decision', 'Proposals of payers that no member has decided on.', 'cluster',
  'Proposals without a payment.', 'H0', 'sum', 'strength', '', false, null,
$records$
select 'proposal' as kind, p.number as id, p.country, null::uuid as held_by, p.strength as sort, null::date as on_day,
  1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.proposed_cluster p where p.operation_id = $1 and $2 is null
  and p.payer and not exists (select from cordon.proposal_subject s where s.proposal_id = p.id)
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('link_second_looks', 1, 100, 'Links looked at twice', 'Judgements about two accounts that a second member looked at without seeing the first.', 'judgement',
  'Judgements that were taken back.', 'H0', 'sum', '', 'the day of the second look', false, null,
$records$
select 'link-judgement' as kind, o.judgement_id::text as id, null::text as country, null::uuid as held_by, null::text as sort,
  (o.decided_at at time zone 'UTC')::date as on_day, 1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.second_look_outcome o where o.operation_id = $1 and $2 is null
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('link_disagreements', 1, 110, 'Links judged differently', 'Judgements about two accounts that a second member, not seeing the first, judged otherwise.', 'judgement',
  'Judgements that were taken back.', 'H0', 'sum', '', 'the day of the second look', false, null,
$records$
select 'link-judgement' as kind, o.judgement_id::text as id, null::text as country, null::uuid as held_by, null::text as sort,
  (o.decided_at at time zone 'UTC')::date as on_day, 1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.second_look_outcome o where o.operation_id = $1 and $2 is null and o.differs
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('subjects_confirmed', 1, 120, 'Subjects confirmed', 'Subjects a named person has confirmed and nobody has withdrawn.', 'subject',
  'Proposals nobody has confirmed; subjects merged into another.', 'H0', 'sum', 'category', 'the day of the confirmation', false, 3,
$records$
select 'subject' as kind, s.id::text as id, s.country, null::uuid as held_by, s.category as sort, (s.confirmed_at at time zone 'UTC')::date as on_day,
  1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.confirmed_subject s where s.operation_id = $1 and $2 is null
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('suspects_identified', 1, 130, 'Suspects identified', 'Confirmed subjects whom a named person has put into the category suspect or convicted.', 'subject',
  'Subjects not yet assessed, victims, witnesses and contacts.', 'H0', 'sum', 'category', 'the day of the confirmation', false, null,
$records$
select 'subject' as kind, s.id::text as id, s.country, null::uuid as held_by, s.category as sort, (s.confirmed_at at time zone 'UTC')::date as on_day,
  1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.confirmed_subject s where s.operation_id = $1 and $2 is null and s.category in ('suspect', 'convicted')
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('subjects_attributed', 1, 140, 'Subjects attributed', 'Confirmed subjects a named person has attributed to a country.', 'subject',
  'Countries only the rules propose.', 'H0', 'sum', 'category', 'the day of the attribution', false, 4,
$records$
select 'subject' as kind, s.id::text as id, s.country, null::uuid as held_by, s.category as sort, (s.attributed_at at time zone 'UTC')::date as on_day,
  1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.confirmed_subject s where s.operation_id = $1 and $2 is null and s.country is not null
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('countries', 1, 150, 'Countries', 'Countries to which at least one confirmed subject is attributed.', 'country',
  'Countries that only the rules propose, or that only take part.', 'H0', 'sum', '', 'the day of the first attribution', false, null,
$records$
select 'country' as kind, s.country as id, s.country, null::uuid as held_by, null::text as sort,
  min((s.attributed_at at time zone 'UTC')::date) as on_day, 1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.confirmed_subject s where s.operation_id = $1 and $2 is null and s.country is not null group by s.country
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('packages_drafted', 1, 160, 'Drafts', 'Packages drafted and not released.', 'package',
  'Released packages.', 'H0', 'sum', '', 'the day of the draft', false, null,
$records$
select 'package' as kind, p.id::text as id, p.country, p.recipient_id as held_by, null::text as sort, (p.drafted_at at time zone 'UTC')::date as on_day,
  1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.package_state p where p.operation_id = $1 and $2 is null and p.state = 'draft'
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('packages_sent', 1, 170, 'Packages sent', 'Packages released to a receiving agency, each number once, whatever became of it.', 'package',
  'Drafts; later versions of the same package.', 'H0', 'sum', '', 'the day of the first release', true, null,
$records$
select distinct on (p.number) 'package' as kind, p.id::text as id, p.country, p.recipient_id as held_by, null::text as sort,
  (p.released_at at time zone 'UTC')::date as on_day, 1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.package_state p
where p.operation_id = $1 and ($2 is null or p.agency_id = $2) and p.released_at is not null
order by p.number, p.version
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('packages_dispatched', 1, 180, 'Packages dispatched', 'Packages released to a receiving agency, in their latest released version.', 'package',
  'Drafts, recalled packages and versions a later one replaced.', 'H0', 'sum', 'state', 'the day of the release', true, null,
$records$
select 'package' as kind, p.id::text as id, p.country, p.recipient_id as held_by, p.state as sort, (p.released_at at time zone 'UTC')::date as on_day,
  1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.package_state p where p.operation_id = $1 and ($2 is null or p.agency_id = $2) and p.state in ('released', 'received')
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('packages_without_receipt', 1, 190, 'Packages without a receipt', 'Packages released to an agency that has not confirmed that they arrived.', 'package',
  'Recalled packages and versions a later one replaced.', 'H0', 'sum', '', 'the day of the release', true, null,
$records$
select 'package' as kind, p.id::text as id, p.country, p.recipient_id as held_by, null::text as sort, (p.released_at at time zone 'UTC')::date as on_day,
  1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.package_state p where p.operation_id = $1 and ($2 is null or p.agency_id = $2) and p.state = 'released'
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('packages_opened', 1, 200, 'Packages opened', 'Packages of which the receiving agency said that an investigation was opened; each number once.', 'package',
  'Packages of which the receiving agency said nothing of the kind.', 'H0', 'sum', '', 'the day it was first said', true, null,
$records$
select distinct on (p.number) 'package' as kind, p.id::text as id, p.country, p.recipient_id as held_by, null::text as sort,
  (o.reported_at at time zone 'UTC')::date as on_day, 1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.package_outcome o join cordon.package p on p.id = o.package_id
where o.operation_id = $1 and ($2 is null or o.agency_id = $2) and o.outcome = 'opened'
order by p.number, o.reported_at, o.id
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('packages_closed', 1, 210, 'Packages closed', 'Packages of which the receiving agency said that the case is closed; each number once.', 'package',
  'Packages of which the receiving agency said nothing of the kind.', 'H0', 'sum', '', 'the day it was first said', true, null,
$records$
select distinct on (p.number) 'package' as kind, p.id::text as id, p.country, p.recipient_id as held_by, null::text as sort,
  (o.reported_at at time zone 'UTC')::date as on_day, 1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.package_outcome o join cordon.package p on p.id = o.package_id
where o.operation_id = $1 and ($2 is null or o.agency_id = $2) and o.outcome = 'closed'
order by p.number, o.reported_at, o.id
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('subjects_dispatched', 1, 220, 'Subjects dispatched', 'Subjects in a package an agency holds now; each subject once, however many agencies hold it.', 'subject',
  'Subjects of recalled packages and of versions a later one replaced.', 'H0', 'sum', '', 'the day of the release', true, 5,
$records$
select distinct on (d.subject_id) 'subject' as kind, d.subject_id::text as id, d.country, d.agency_id as held_by,
  null::text as sort, (d.released_at at time zone 'UTC')::date as on_day, 1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.dispatched_subject d where d.operation_id = $1 and ($2 is null or d.agency_id = $2)
order by d.subject_id, d.released_at, d.package_id
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('time_to_package', 1, 230, 'Time to package', 'Hours from the confirmation of a subject to the first release of a package that names it, on average over the subjects.', 'hour',
  'Subjects that are in no package; parts of an hour.', 'H0', 'mean', '', 'the day of the first release', false, null,
$records$
select 'subject' as kind, s.id::text as id, f.country, f.agency_id as held_by, null::text as sort,
  (f.released_at at time zone 'UTC')::date as on_day,
  greatest(0, floor(extract(epoch from f.released_at - s.confirmed_at) / 3600))::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.confirmed_subject s
join lateral (select p.country, p.released_at, k.agency_id from cordon.package_subject k join cordon.package p on p.id = k.package_id
  where k.operation_id = $1 and k.subject_id = s.id and p.released_at is not null order by p.released_at, p.id limit 1) f on true
where s.operation_id = $1 and $2 is null
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('subjects_acted_on', 1, 240, 'Subjects acted on', 'Subjects with a search, arrest, interview or seizure reported and matched to them; each subject once.', 'subject',
  'Reports that nothing was done, and reports matched to nobody.', 'H0', 'sum', 'first measure', 'the day of the first measure', true, 6,
$records$
select distinct on (r.subject_id) 'subject' as kind, r.subject_id::text as id, r.country, r.agency_id as held_by, r.kind as sort,
  (r.happened_at at time zone 'UTC')::date as on_day, 1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.field_report_state r
where r.operation_id = $1 and ($2 is null or r.agency_id = $2) and r.kind <> 'no_action' and r.subject_id is not null
order by r.subject_id, r.happened_at, r.id
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('searches', 1, 250, 'Searches', 'Searches reported from the field, whether or not the report could be matched to a subject.', 'search',
  'What agencies only told of by message.', 'H0', 'sum', '', 'the day it happened', true, null,
$records$
select 'field-report' as kind, m.field_report_id::text as id, m.country, m.agency_id as held_by, null::text as sort,
  (m.happened_at at time zone 'UTC')::date as on_day, 1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.standing_measure m where m.operation_id = $1 and ($2 is null or m.agency_id = $2) and m.kind = 'search'
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('arrests', 1, 260, 'Arrests', 'Arrests reported from the field, whether or not the report could be matched to a subject.', 'arrest',
  'What agencies only told of by message.', 'H0', 'sum', '', 'the day it happened', true, null,
$records$
select 'field-report' as kind, m.field_report_id::text as id, m.country, m.agency_id as held_by, null::text as sort,
  (m.happened_at at time zone 'UTC')::date as on_day, 1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.standing_measure m where m.operation_id = $1 and ($2 is null or m.agency_id = $2) and m.kind = 'arrest'
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('interviews', 1, 270, 'Interviews', 'Interviews reported from the field, whether or not the report could be matched to a subject.', 'interview',
  'What agencies only told of by message.', 'H0', 'sum', '', 'the day it happened', true, null,
$records$
select 'field-report' as kind, m.field_report_id::text as id, m.country, m.agency_id as held_by, null::text as sort,
  (m.happened_at at time zone 'UTC')::date as on_day, 1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.standing_measure m where m.operation_id = $1 and ($2 is null or m.agency_id = $2) and m.kind = 'interview'
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('items_seized', 2, 280, 'Items seized', 'Items listed as seized in field reports.', 'item',
  'What agencies only told of by message.', 'H0', 'sum', 'kind of item', 'the day of the measure', true, null,
$records$
select 'seized-item' as kind, i.id::text as id, m.country, i.agency_id as held_by, i.kind as sort,
  (m.happened_at at time zone 'UTC')::date as on_day, 1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.seized_item i join cordon.standing_measure m on m.id = i.measure_id
where i.operation_id = $1 and ($2 is null or i.agency_id = $2)
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('exhibits', 1, 290, 'Exhibits', 'Seized items entered in the register of exhibits.', 'exhibit',
  'Seized items nobody has entered.', 'H0', 'sum', 'kind of item', 'the day of the seizure', true, null,
$records$
select 'exhibit' as kind, e.id::text as id, e.country, e.agency_id as held_by, e.kind as sort, (e.seized_at at time zone 'UTC')::date as on_day,
  1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.exhibit e where e.operation_id = $1 and ($2 is null or e.agency_id = $2)
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('field_reports_open', 1, 300, 'Field reports open', 'Field reports that are matched to no subject.', 'report',
  'Reports matched to a subject.', 'H0', 'sum', 'measure', 'the day it happened', true, null,
$records$
select 'field-report' as kind, r.id::text as id, r.country, r.agency_id as held_by, r.kind as sort,
  (r.happened_at at time zone 'UTC')::date as on_day, 1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.field_report_state r where r.operation_id = $1 and ($2 is null or r.agency_id = $2) and r.state = 'open'
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('media_known', 2, 310, 'Media known', 'Different files on exhibits, by SHA-256, that are on at least one list of known files; a file found by several agencies counts once.', 'file',
  'Files nobody could read; likeness without an equal digest. A file found in several countries stands under none of them.', 'H0', 'sum', '', 'the day the file was first seen', true, null,
$records$
select 'media-item' as kind, i.sha256 as id, case when count(distinct i.country) = 1 then min(i.country) end as country,
  case when count(distinct i.agency_id) = 1 then (array_agg(i.agency_id))[1] end as held_by, null::text as sort,
  min((i.first_seen_at at time zone 'UTC')::date) as on_day, 1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.media_item i where i.operation_id = $1 and ($2 is null or i.agency_id = $2)
group by i.sha256
having bool_or(exists (select from cordon.media_match m where m.media_item_id = i.id)
  or exists (select from cordon.list_match l where l.media_item_id = i.id and l.matched_by <> 'pdq' and l.embedded = ''))
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('media_unknown', 2, 320, 'Media unknown', 'Different files on exhibits, by SHA-256, that are on no list of known files; a file found by several agencies counts once.', 'file',
  'Files nobody could read; likeness without an equal digest. A file found in several countries stands under none of them.', 'H0', 'sum', '', 'the day the file was first seen', true, null,
$records$
select 'media-item' as kind, i.sha256 as id, case when count(distinct i.country) = 1 then min(i.country) end as country,
  case when count(distinct i.agency_id) = 1 then (array_agg(i.agency_id))[1] end as held_by, null::text as sort,
  min((i.first_seen_at at time zone 'UTC')::date) as on_day, 1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.media_item i where i.operation_id = $1 and ($2 is null or i.agency_id = $2)
group by i.sha256
having not bool_or(exists (select from cordon.media_match m where m.media_item_id = i.id)
  or exists (select from cordon.list_match l where l.media_item_id = i.id and l.matched_by <> 'pdq' and l.embedded = ''))
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('victims_identified', 1, 330, 'Victims identified', 'Victims entered in the register of identified victims.', 'victim',
  'Files in the victim-identification queue.', 'H1', 'sum', 'state', 'the day of the entry', false, null,
$records$
select 'victim' as kind, v.id::text as id, v.country, v.agency_id as held_by, v.state as sort,
  (v.registered_at at time zone 'UTC')::date as on_day, 1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.victim v where v.operation_id = $1 and $2 is null
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('requests_open', 1, 340, 'Requests open', 'Requests to providers that were sent, or whose data was asked to be kept, and that nobody has answered, refused or withdrawn.', 'request',
  'Drafts.', 'H0', 'sum', 'kind of provider', 'the day of the draft', false, null,
$records$
select 'request' as kind, q.id::text as id, q.to_country as country, q.agency_id as held_by, q.provider_kind as sort,
  (q.drafted_at at time zone 'UTC')::date as on_day, 1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.provider_request q
join lateral (select c.act from cordon.request_act c where c.request_id = q.id order by c.sequence desc limit 1) l on true
where q.operation_id = $1 and $2 is null and l.act in ('sent', 'preservation_asked')
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('told_opened', 1, 350, 'Investigations opened, as told', 'Persons in packages, or packages where no person was named, of which the receiving agency said that an investigation was opened; each once.', 'case',
  'The same said again. Field reports stand apart: the same act may be in both.', 'H0', 'sum', '', 'the day it was said', true, null,
$records$
select distinct on (o.agency_id, coalesce(s.subject_id::text, p.number)) 'package-outcome' as kind, o.id::text as id, p.country,
  o.agency_id as held_by, null::text as sort, (o.reported_at at time zone 'UTC')::date as on_day, 1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.package_outcome o
join cordon.package p on p.id = o.package_id
left join cordon.package_subject s on s.id = o.package_subject_id
where o.operation_id = $1 and ($2 is null or o.agency_id = $2) and o.outcome = 'opened'
order by o.agency_id, coalesce(s.subject_id::text, p.number), o.reported_at, o.id
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('told_searched', 1, 360, 'Searched, as told', 'Persons in packages, or packages where no person was named, of which the receiving agency said that a search took place; each once.', 'case',
  'The same said again. Field reports stand apart: the same act may be in both.', 'H0', 'sum', '', 'the day it was said', true, null,
$records$
select distinct on (o.agency_id, coalesce(s.subject_id::text, p.number)) 'package-outcome' as kind, o.id::text as id, p.country,
  o.agency_id as held_by, null::text as sort, (o.reported_at at time zone 'UTC')::date as on_day, 1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.package_outcome o
join cordon.package p on p.id = o.package_id
left join cordon.package_subject s on s.id = o.package_subject_id
where o.operation_id = $1 and ($2 is null or o.agency_id = $2) and o.outcome = 'searched'
order by o.agency_id, coalesce(s.subject_id::text, p.number), o.reported_at, o.id
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('told_arrested', 1, 370, 'Arrested, as told', 'Persons in packages, or packages where no person was named, of which the receiving agency said that an arrest was made; each once.', 'case',
  'The same said again. Field reports stand apart: the same act may be in both.', 'H0', 'sum', '', 'the day it was said', true, null,
$records$
select distinct on (o.agency_id, coalesce(s.subject_id::text, p.number)) 'package-outcome' as kind, o.id::text as id, p.country,
  o.agency_id as held_by, null::text as sort, (o.reported_at at time zone 'UTC')::date as on_day, 1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.package_outcome o
join cordon.package p on p.id = o.package_id
left join cordon.package_subject s on s.id = o.package_subject_id
where o.operation_id = $1 and ($2 is null or o.agency_id = $2) and o.outcome = 'arrested'
order by o.agency_id, coalesce(s.subject_id::text, p.number), o.reported_at, o.id
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('told_no_offence_here', 1, 380, 'Not an offence there, as told', 'Persons in packages, or packages where no person was named, of which the receiving agency said that it is no offence there; each once.', 'case',
  'The same said again. Field reports stand apart: the same act may be in both.', 'H0', 'sum', '', 'the day it was said', true, null,
$records$
select distinct on (o.agency_id, coalesce(s.subject_id::text, p.number)) 'package-outcome' as kind, o.id::text as id, p.country,
  o.agency_id as held_by, null::text as sort, (o.reported_at at time zone 'UTC')::date as on_day, 1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.package_outcome o
join cordon.package p on p.id = o.package_id
left join cordon.package_subject s on s.id = o.package_subject_id
where o.operation_id = $1 and ($2 is null or o.agency_id = $2) and o.outcome = 'no_offence_here'
order by o.agency_id, coalesce(s.subject_id::text, p.number), o.reported_at, o.id
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('told_not_identified', 1, 390, 'Not identified, as told', 'Persons in packages, or packages where no person was named, of which the receiving agency said that nobody could be identified; each once.', 'case',
  'The same said again. Field reports stand apart: the same act may be in both.', 'H0', 'sum', '', 'the day it was said', true, null,
$records$
select distinct on (o.agency_id, coalesce(s.subject_id::text, p.number)) 'package-outcome' as kind, o.id::text as id, p.country,
  o.agency_id as held_by, null::text as sort, (o.reported_at at time zone 'UTC')::date as on_day, 1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.package_outcome o
join cordon.package p on p.id = o.package_id
left join cordon.package_subject s on s.id = o.package_subject_id
where o.operation_id = $1 and ($2 is null or o.agency_id = $2) and o.outcome = 'not_identified'
order by o.agency_id, coalesce(s.subject_id::text, p.number), o.reported_at, o.id
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('told_wrong_person', 1, 400, 'Wrong person, as told', 'Persons in packages, or packages where no person was named, of which the receiving agency said that it was not that person; each once.', 'case',
  'The same said again. Field reports stand apart: the same act may be in both.', 'H0', 'sum', '', 'the day it was said', true, null,
$records$
select distinct on (o.agency_id, coalesce(s.subject_id::text, p.number)) 'package-outcome' as kind, o.id::text as id, p.country,
  o.agency_id as held_by, null::text as sort, (o.reported_at at time zone 'UTC')::date as on_day, 1::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.package_outcome o
join cordon.package p on p.id = o.package_id
left join cordon.package_subject s on s.id = o.package_subject_id
where o.operation_id = $1 and ($2 is null or o.agency_id = $2) and o.outcome = 'wrong_person'
order by o.agency_id, coalesce(s.subject_id::text, p.number), o.reported_at, o.id
$records$, null);

insert into cordon.figure_definition (name, version, place, title, sentence, unit, exclusions, handling_code, worked_out,
  sorted_by, dated_by, by_agency, funnel, records_sql, hangs_on_sql) values
  ('told_exhibits', 1, 410, 'Exhibits, as told', 'Exhibits receiving agencies said they took, added up over what they said; each statement once.', 'item',
  'Exhibits in the register here.', 'H0', 'sum', '', 'the day it was said', true, null,
$records$
select 'package-outcome' as kind, o.id::text as id, p.country, o.agency_id as held_by, null::text as sort,
  (o.reported_at at time zone 'UTC')::date as on_day, o.amount::bigint as amount, null::uuid as origin, null::text as origin_table,
  null::bigint as origin_row
from cordon.package_outcome o join cordon.package p on p.id = o.package_id
where o.operation_id = $1 and ($2 is null or o.agency_id = $2) and o.outcome = 'exhibits' and o.amount > 0
$records$, null);
