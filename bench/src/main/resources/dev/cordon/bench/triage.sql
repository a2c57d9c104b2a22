-- A large invented triage: 20 agencies with an examiner each, eight exhibits each, two who identify victims (members 21 of
-- the lead, 22 of another agency), a coordinator (23). Run by the superuser of an own, empty data directory, triggers and foreign keys off: what lies on the
-- exhibits comes in afterwards, through the server.
set session_replication_role = replica;
create temp table country (n integer, code text);
insert into country select row_number() over (), c from unnest(array['DK','SE','DE','AT','BE','CZ','FI','FR','HU','IS','NL','NZ',
  'NO','PL','ES','CH','GB','BA','AU','IT']) c;
create function pg_temp.id(kind text, n bigint) returns uuid language sql immutable as $$ select md5(kind || n)::uuid $$;

insert into cordon.agency (id, name, country) select pg_temp.id('agency', n), 'Agency ' || code, code from country;

insert into cordon.member (id, agency_id, sign_in_name, display_name, password_hash)
select pg_temp.id('member', n), pg_temp.id('agency', case when n <= 20 then n when n = 22 then 2 else 1 end), 'bench' || n,
  'Member ' || n, :hash
from generate_series(1, 23) n;

insert into cordon.operation (id, name, authority, legal_basis, purpose, opened_on, review_on, ends_on, lead_agency_id)
values (pg_temp.id('operation', 1), 'Operation 1', 'Court of Example', 'Order 1', 'online-child-sexual-exploitation',
  current_date - 10, current_date + 90, current_date + 180, pg_temp.id('agency', 1));

insert into cordon.membership (operation_id, member_id, role, starts_at, ends_at, granted_by)
select pg_temp.id('operation', 1), pg_temp.id('member', n), case when n <= 20 then 'examiner' when n = 23 then 'coordinator' else 'victim_identification' end,
  now() - interval '1 day', now() + interval '30 days', pg_temp.id('member', 1)
from generate_series(1, 23) n;

insert into cordon.exhibit (id, operation_id, agency_id, number, kind, description, country, seized_at, place, seized_by, opened_by, origin)
select pg_temp.id('exhibit', 8 * (c.n - 1) + e), pg_temp.id('operation', 1), pg_temp.id('agency', c.n),
  to_char(current_date, 'YYYY') || '-' || c.code || '-' || lpad(e::text, 4, '0'), 'storage', 'disk', c.code, now() - interval '2 days',
  'Example town', 'Officer Example', pg_temp.id('member', c.n), 'entered'
from country c, generate_series(1, 8) e;
insert into cordon.custody_act (id, operation_id, agency_id, exhibit_id, number, kind, happened_at, place, holder, held_since, state,
  recorded_by)
select gen_random_uuid(), e.operation_id, e.agency_id, e.id, 1, 'registered', e.seized_at, e.place, e.seized_by, e.seized_at, 'held', e.opened_by
from cordon.exhibit e;
