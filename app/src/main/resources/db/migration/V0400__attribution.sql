-- Countries as rules propose them, with their evidence, and as a named person decided them.

create table cordon.proposed_attribution (
  proposal_id uuid primary key references cordon.proposal,
  operation_id uuid not null references cordon.operation,
  country text check (country ~ '^[A-Z]{2}$'),
  strength text not null check (strength in ('STRONG', 'MODERATE', 'WEAK', 'CONFLICTING', 'NONE')),
  rule text not null,
  candidates text[] not null,
  why text not null,
  rules_version text not null
);

create table cordon.attribution_evidence (
  proposal_id uuid not null references cordon.proposal,
  operation_id uuid not null references cordon.operation,
  kind text not null,
  country text not null,
  items integer not null,
  days integer not null,
  first_at timestamptz,
  last_at timestamptz,
  source_id uuid not null,
  source_table text not null,
  source_row bigint not null,
  primary key (proposal_id, kind, country)
);

create table cordon.run_country (
  run_id uuid not null references cordon.resolution_run,
  operation_id uuid not null references cordon.operation,
  cluster_id text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  primary key (run_id, cluster_id)
);

-- What persons decided; a withdrawal is another row.
create table cordon.attribution (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  subject_id uuid not null references cordon.subject,
  country text check (country ~ '^[A-Z]{2}$'),
  proposed_country text,
  proposed_strength text,
  reason text not null check (length(btrim(reason)) between 1 and 2000),
  decided_by uuid not null references cordon.member,
  decided_at timestamptz not null default now(),
  sequence bigint generated always as identity
);
create index attribution_subject on cordon.attribution (subject_id, sequence desc);

call cordon.protect('proposed_attribution', true);
call cordon.protect('attribution_evidence', true);
call cordon.protect('run_country', true);
call cordon.protect('attribution', true);

-- Subjects that stand, with the country a person decided; a null country is none decided or withdrawn.
create view cordon.confirmed_subject with (security_invoker = true) as
  select s.id, s.operation_id, s.number, s.category, s.proposal_id, s.decided_at as confirmed_at,
    s.decided_by as confirmed_by, a.country, a.reason as attribution_reason, a.decided_at as attributed_at
  from cordon.subject_state s
  left join lateral (select * from cordon.attribution a where a.subject_id = s.id order by a.sequence desc limit 1) a on true
  where s.state = 'confirmed';

create view cordon.proposed_cluster with (security_invoker = true) as
  select p.id, p.operation_id, p.number, p.accounts, p.payer, a.country, a.strength
  from cordon.proposal p
  join cordon.current_run r on r.id = p.run_id
  left join cordon.proposed_attribution a on a.proposal_id = p.id;

create view cordon.platform_account with (security_invoker = true) as
  select a.operation_id, a.system, a.account, not a.mailbox and a.kind in ('member', 'guest') as member, a.payer,
    c.country, s.name as source_name, a.source_id, a.source_table, a.source_row, a.cluster_id, a.alone_because
  from cordon.resolved_account a
  join cordon.current_run r on r.id = a.run_id
  left join cordon.run_country c on c.run_id = a.run_id and c.cluster_id = a.cluster_id
  left join cordon.source s on s.operation_id = a.operation_id and s.id = a.source_id;

create view cordon.platform_payment with (security_invoker = true) as
  select p.operation_id, p.at, p.label, c.country, p.source_id, p.source_table, p.source_row
  from cordon.paid_payment p
  join cordon.current_run r on r.id = p.run_id
  left join cordon.resolved_account a on a.run_id = p.run_id and a.holder = p.holder
  left join cordon.run_country c on c.run_id = p.run_id and c.cluster_id = a.cluster_id;

grant select on cordon.confirmed_subject, cordon.proposed_cluster, cordon.platform_account, cordon.platform_payment
  to cordon_app;
