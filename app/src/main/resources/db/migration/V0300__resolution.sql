-- Proposals of the machine and judgements of persons, as different records. A run is never changed: a later run makes
-- new proposals, and what persons decided stays. Rows belong to the lead; other agencies see what is dispatched.

create table cordon.resolution_run (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  rules text not null,
  reason text not null check (length(btrim(reason)) between 1 and 2000),
  started_by uuid not null references cordon.member,
  made_at timestamptz not null default now(),
  sequence bigint generated always as identity
);
create index resolution_run_operation on cordon.resolution_run (operation_id, sequence desc);

-- Every account of the sources, with the cluster it was put in or the reason it stands alone.
create table cordon.resolved_account (
  run_id uuid not null references cordon.resolution_run,
  operation_id uuid not null references cordon.operation,
  holder integer not null,
  system text not null,
  account text not null,
  kind text not null,
  handle text,
  registered_at timestamptz,
  mailbox boolean not null,
  payer boolean not null,
  cluster_id text not null,
  alone_because text not null,
  source_id uuid,
  source_table text,
  source_row bigint,
  primary key (run_id, holder)
);
create index resolved_account_cluster on cordon.resolved_account (run_id, cluster_id);

create table cordon.paid_payment (
  run_id uuid not null references cordon.resolution_run,
  operation_id uuid not null references cordon.operation,
  holder integer not null,
  at timestamptz,
  label text not null,
  source_id uuid not null,
  source_table text not null,
  source_row bigint not null
);
create index paid_payment_run on cordon.paid_payment (run_id, holder);

-- A cluster worth a person's look: several accounts, or one that paid.
create table cordon.proposal (
  id uuid primary key,
  run_id uuid not null references cordon.resolution_run,
  operation_id uuid not null references cordon.operation,
  number text not null,
  cluster_id text not null,
  accounts integer not null check (accounts >= 1),
  payer boolean not null,
  unique (run_id, cluster_id),
  unique (run_id, number)
);
create index proposal_run on cordon.proposal (run_id, payer desc, number);

create table cordon.proposal_link (
  proposal_id uuid not null references cordon.proposal,
  operation_id uuid not null references cordon.operation,
  place integer not null,
  a text not null,
  b text not null,
  rule text not null,
  weight double precision not null,
  flag text not null,
  why text not null,
  primary key (proposal_id, place)
);

create table cordon.proposal_record (
  proposal_id uuid not null references cordon.proposal,
  operation_id uuid not null references cordon.operation,
  place integer not null,
  kind text not null,
  label text not null,
  value text not null,
  at timestamptz,
  source_id uuid not null,
  source_table text not null,
  source_row bigint not null,
  primary key (proposal_id, place)
);

-- Who opened a proposal: only its reader may confirm it.
create table cordon.proposal_view (
  proposal_id uuid not null references cordon.proposal,
  operation_id uuid not null references cordon.operation,
  member_id uuid not null references cordon.member,
  opened_at timestamptz not null default now()
);
create index proposal_view_member on cordon.proposal_view (proposal_id, member_id);

create table cordon.subject (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  proposal_id uuid not null references cordon.proposal,
  number text not null check (number ~ '^S-[0-9]{4,}$'),
  category text not null
    check (category in ('suspect', 'convicted', 'victim', 'witness_or_contact', 'not_yet_assessed')),
  unique (operation_id, number)
);
create index subject_proposal on cordon.subject (proposal_id);

-- What persons decided. A withdrawal is another judgement; nothing is rewritten.
create table cordon.judgement (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  kind text not null check (kind in ('confirmed', 'withdrawn', 'not_same', 'same')),
  proposal_id uuid references cordon.proposal,
  subject_id uuid references cordon.subject,
  a text,
  b text,
  reason text not null check (length(btrim(reason)) between 1 and 2000),
  decided_by uuid not null references cordon.member,
  decided_at timestamptz not null default now(),
  sequence bigint generated always as identity,
  check ((kind in ('confirmed', 'withdrawn')) = (subject_id is not null)),
  check ((kind in ('same', 'not_same')) = (a is not null and b is not null))
);
create index judgement_subject on cordon.judgement (subject_id, sequence desc);

call cordon.protect('resolution_run', true);
call cordon.protect('resolved_account', true);
call cordon.protect('paid_payment', true);
call cordon.protect('proposal', true);
call cordon.protect('proposal_link', true);
call cordon.protect('proposal_record', true);
call cordon.protect('proposal_view', true);
call cordon.protect('subject', true);
call cordon.protect('judgement', true);

-- The proposals of the last run.
create view cordon.current_run with (security_invoker = true) as
  select distinct on (operation_id) id, operation_id, made_at, rules
  from cordon.resolution_run order by operation_id, sequence desc;

-- Where a subject stands: its last judgement decides.
create view cordon.subject_state with (security_invoker = true) as
  select s.*, j.kind as state, j.reason, j.decided_by, j.decided_at
  from cordon.subject s
  join lateral (select * from cordon.judgement j where j.subject_id = s.id order by j.sequence desc limit 1) j on true;

-- Every record behind a subject that stands, with the row it came from.
create view cordon.subject_record with (security_invoker = true) as
  select s.operation_id, s.id as subject_id, r.kind, r.label, r.value, r.at, c.name as source_name, r.source_id,
    r.source_table, r.source_row
  from cordon.subject_state s
  join cordon.proposal_record r on r.proposal_id = s.proposal_id
  join cordon.source c on c.operation_id = r.operation_id and c.id = r.source_id
  where s.state = 'confirmed';

grant select on cordon.current_run, cordon.subject_state, cordon.subject_record to cordon_app;
