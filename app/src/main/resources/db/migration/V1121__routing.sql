-- Which agency of a country gets which subjects: by postcode area, else the national unit. A rule that ended stays.

create table cordon.routing_rule (
  id uuid primary key default gen_random_uuid(),
  operation_id uuid not null references cordon.operation,
  country text not null check (country ~ '^[A-Z]{2}$'),
  division text check (division ~ '^[A-Z]{2}-[A-Z0-9]{1,6}$'),
  -- Beginnings of postcodes without spaces; letters alone are a whole postcode area. None: the national unit.
  postcodes text[] not null default '{}' check (cardinality(postcodes) <= 500),
  recipient_id uuid not null references cordon.agency,
  reason text not null check (length(btrim(reason)) between 1 and 2000),
  added_by uuid not null references cordon.member,
  added_at timestamptz not null default now(),
  ended_by uuid references cordon.member,
  ended_at timestamptz,
  ended_reason text check (length(btrim(ended_reason)) between 1 and 2000),
  check (num_nulls(ended_by, ended_at, ended_reason) in (0, 3))
);
create unique index routing_rule_national on cordon.routing_rule (operation_id, country, coalesce(division, ''))
  where ended_at is null and postcodes = '{}';
create index routing_rule_standing on cordon.routing_rule (operation_id, country) where ended_at is null;
call cordon.guard('routing_rule', 'packages');
call cordon.counted('routing_rule');
call cordon.erasure(2121, 'routing_rule', 'keep', null, null, 'Which agency serves which area; nothing of a person.');
