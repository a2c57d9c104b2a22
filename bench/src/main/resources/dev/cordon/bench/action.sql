-- A large invented action day: 20 agencies, 500 sites, 2,000 officers in 500 teams, 200 who watch. Run by the superuser of an
-- own, empty data directory, triggers and foreign keys off: writing is measured afterwards, through the server.
set session_replication_role = replica;
create temp table country (n integer, code text);
insert into country select row_number() over (), c from unnest(array['DK','SE','DE','AT','BE','CZ','FI','FR','HU','IS','NL','NZ',
  'NO','PL','ES','CH','GB','BA','AU','IT']) c;
create function pg_temp.id(kind text, n bigint) returns uuid language sql immutable as $$ select md5(kind || n)::uuid $$;

insert into cordon.agency (id, name, country) select pg_temp.id('agency', n), 'Agency ' || code, code from country;

-- 1..200 watch: the first half coordinators, the others officers; 201..2200 are officers in the field.
insert into cordon.member (id, agency_id, sign_in_name, display_name, password_hash)
select pg_temp.id('member', n), pg_temp.id('agency', case when n <= 100 then 1 else 1 + n % 20 end), 'bench' || n, 'Member ' || n, :hash
from generate_series(1, 2200) n;

insert into cordon.operation (id, name, authority, legal_basis, purpose, opened_on, review_on, ends_on, lead_agency_id)
values (pg_temp.id('operation', 1), 'Operation 1', 'Court of Example', 'Order 1', 'online-child-sexual-exploitation',
  current_date - 10, current_date + 90, current_date + 180, pg_temp.id('agency', 1));

insert into cordon.membership (operation_id, member_id, role, starts_at, ends_at, granted_by)
select pg_temp.id('operation', 1), pg_temp.id('member', n), case when n <= 100 then 'coordinator' else 'national_officer' end,
  now() - interval '1 day', now() + interval '30 days', pg_temp.id('member', 1)
from generate_series(1, 2200) n;

insert into cordon.action_day (id, operation_id, name, starts_on, ends_on, created_by)
values (pg_temp.id('day', 1), pg_temp.id('operation', 1), 'Simultaneous action', current_date - 1, current_date + 1, pg_temp.id('member', 1));

insert into cordon.team (id, operation_id, agency_id, action_day_id, name, officers, made_by)
select pg_temp.id('team', n), pg_temp.id('operation', 1), pg_temp.id('agency', 1 + n % 20), pg_temp.id('day', 1), 'Team ' || n, 4,
  pg_temp.id('member', 201)
from generate_series(1, 500) n;
insert into cordon.team_member (team_id, member_id, operation_id, agency_id, added_by)
select pg_temp.id('team', 1 + (n - 201) % 500), pg_temp.id('member', n), pg_temp.id('operation', 1), pg_temp.id('agency', 1 + n % 20),
  pg_temp.id('member', 201)
from generate_series(201, 2200) n where (1 + (n - 201) % 500) % 20 = n % 20;

insert into cordon.site (id, operation_id, agency_id, action_day_id, label, country, time_zone, planned_at, planned_by, number, team_id)
select pg_temp.id('site', g.place), pg_temp.id('operation', 1), pg_temp.id('agency', c.n), pg_temp.id('day', 1), 'Site ' || g.place, c.code,
  'Europe/Copenhagen', now(), pg_temp.id('member', 201), c.code || '-' || lpad(g.place::text, 3, '0'), pg_temp.id('team', g.place)
from generate_series(1, 500) g(place) join country c on c.n = 1 + g.place % 20;
