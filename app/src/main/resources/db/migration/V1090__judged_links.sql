-- Links are weighed in the open, judged by named persons, looked at a second time, and outlive the run that proposed them.

-- What was added up for a link, sign by sign with its bits.
alter table cordon.proposal_link add column parts text not null default '';
alter table cordon.proposal_link add column value text not null default '';
alter table cordon.proposal_link add column holders integer not null default 0;

-- Whose record it is, as system:account.
alter table cordon.proposal_record add column accounts text[] not null default '{}';

-- A proposal that goes on from one of an earlier run keeps its number; what changed is said.
alter table cordon.proposal add column previous_id uuid;
alter table cordon.proposal add column joined integer not null default 0;
alter table cordon.proposal add column parted integer not null default 0;
create index proposal_previous on cordon.proposal (previous_id);

-- Judgements between accounts: same, not the same, unsure; one is taken back by naming it.
alter table cordon.judgement drop constraint judgement_kind_check;
alter table cordon.judgement add constraint judgement_kind_check
  check (kind in ('confirmed', 'withdrawn', 'merged', 'not_same', 'same', 'unsure', 'taken_back'));
alter table cordon.judgement drop constraint judgement_check;
alter table cordon.judgement drop constraint judgement_check1;
alter table cordon.judgement add column withdraws_id uuid unique references cordon.judgement;
alter table cordon.judgement add column into_id uuid references cordon.subject;
alter table cordon.judgement add column ground text not null default '';
alter table cordon.judgement add constraint judgement_of_a_subject
  check ((kind in ('confirmed', 'withdrawn', 'merged')) = (subject_id is not null));
alter table cordon.judgement add constraint judgement_of_a_pair
  check ((kind in ('same', 'not_same', 'unsure')) = (a is not null and b is not null) and a <> b);
alter table cordon.judgement add constraint judgement_taken_back
  check ((kind = 'taken_back') = (withdraws_id is not null));
alter table cordon.judgement add constraint judgement_merged
  check ((kind = 'merged') = (into_id is not null) and into_id <> subject_id);
create index judgement_pair on cordon.judgement (operation_id, least(a, b), greatest(a, b), sequence desc)
  where a is not null;

-- The judgement that stands for each pair of accounts.
create view cordon.pair_judgement with (security_invoker = true) as
  select distinct on (j.operation_id, least(j.a, j.b), greatest(j.a, j.b)) j.id, j.operation_id, j.kind,
    least(j.a, j.b) as a, greatest(j.a, j.b) as b, j.ground, j.reason, j.decided_by, j.decided_at, j.sequence
  from cordon.judgement j
  where j.kind in ('same', 'not_same', 'unsure')
    and not exists (select from cordon.judgement w where w.withdraws_id = j.id)
  order by j.operation_id, least(j.a, j.b), greatest(j.a, j.b), j.sequence desc;

-- One judgement in twenty goes to a second member, who does not see the first.
create table cordon.second_judgement (
  judgement_id uuid primary key references cordon.judgement,
  operation_id uuid not null references cordon.operation,
  kind text not null check (kind in ('same', 'not_same', 'unsure')),
  reason text not null check (length(btrim(reason)) between 1 and 2000),
  decided_by uuid not null references cordon.member,
  decided_at timestamptz not null default now()
);

create view cordon.second_look with (security_invoker = true) as
  select j.id, j.operation_id, j.kind, j.a, j.b, j.decided_by, j.decided_at, j.sequence
  from cordon.judgement j
  where j.kind in ('same', 'not_same', 'unsure') and get_byte(uuid_send(j.id), 15) < 13
    and not exists (select from cordon.judgement w where w.withdraws_id = j.id);

-- Links a person's word would change something for, in the order of what it would change.
create table cordon.review_item (
  run_id uuid not null references cordon.resolution_run,
  operation_id uuid not null references cordon.operation,
  place integer not null,
  a text not null,
  b text not null,
  a_proposal_id uuid,
  b_proposal_id uuid,
  effect text not null check (effect in ('joins', 'breaks')),
  moves integer not null,
  of_subject boolean not null,
  payer boolean not null,
  exclusive boolean not null,
  weight double precision not null,
  why text not null,
  primary key (run_id, place)
);
create index review_item_pair on cordon.review_item (run_id, least(a, b), greatest(a, b));

-- Where a subject's accounts are in each later run. The subject itself keeps the records it was confirmed with.
create table cordon.subject_place (
  run_id uuid not null references cordon.resolution_run,
  operation_id uuid not null references cordon.operation,
  subject_id uuid not null references cordon.subject,
  proposal_id uuid not null references cordon.proposal,
  primary key (run_id, subject_id)
);
create index subject_place_proposal on cordon.subject_place (proposal_id);

-- Evidence that may not be used: a value of a kind, as a salted digest.
create table cordon.withheld_evidence (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  kind text not null,
  salt text not null,
  digest text not null,
  withheld boolean not null,
  reason text not null check (length(btrim(reason)) between 1 and 2000),
  decided_by uuid not null references cordon.member,
  decided_at timestamptz not null default now(),
  sequence bigint generated always as identity
);

call cordon.guard('second_judgement', 'subjects', true);
call cordon.guard('review_item', 'proposals', true);
call cordon.guard('subject_place', 'subjects', true);
call cordon.guard('withheld_evidence', 'proposals', true);
call cordon.counted('second_judgement');
call cordon.counted('review_item');
call cordon.counted('subject_place');
call cordon.counted('withheld_evidence');

call cordon.erasure(11, 'proposal_link', 'delete', null,
  't.a in (select cordon.named($1, ''account'')) or t.b in (select cordon.named($1, ''account''))',
  'What was added up for links of the person, and the values in common.');
call cordon.erasure(12, 'review_item', 'delete', null,
  't.a in (select cordon.named($1, ''account'')) or t.b in (select cordon.named($1, ''account'')) or t.a_proposal_id::text in (select cordon.named($1, ''proposal'')) or t.b_proposal_id::text in (select cordon.named($1, ''proposal''))',
  'Links that wait for a person''s word and name an account of the person.');
call cordon.erasure(21, 'proposal_record', 'empty', 'accounts = ''{}''',
  't.accounts && array(select cordon.named($1, ''account''))',
  'That a record others hold too was the person''s as well.');
call cordon.erasure(66, 'second_judgement', 'delete', null,
  't.judgement_id in (select j.id from cordon.judgement j where j.subject_id::text in (select cordon.named($1, ''subject'')) or j.proposal_id::text in (select cordon.named($1, ''proposal'')) or j.a in (select cordon.named($1, ''account'')) or j.b in (select cordon.named($1, ''account'')))',
  'Second looks at judgements that name an account of the person.');
call cordon.erasure(67, 'judgement', 'delete', null,
  't.withdraws_id in (select j.id from cordon.judgement j where j.a in (select cordon.named($1, ''account'')) or j.b in (select cordon.named($1, ''account''))) or t.into_id::text in (select cordon.named($1, ''subject''))',
  'That a judgement naming an account of the person was taken back, and that another subject was merged into the person.');
call cordon.erasure(68, 'subject_place', 'delete', null,
  't.subject_id::text in (select cordon.named($1, ''subject'')) or t.proposal_id::text in (select cordon.named($1, ''proposal''))',
  'Where the person''s accounts were in later runs.');
call cordon.erasure(2090, 'withheld_evidence', 'keep', null, null,
  'Salted digests of values that may not be used; no value, and no account.');

-- Subjects, with the one each was merged into.
create or replace view cordon.subject_state with (security_invoker = true) as
  select s.*, j.kind as state, j.reason, j.decided_by, j.decided_at, j.into_id
  from cordon.subject s
  join lateral (select * from cordon.judgement j where j.subject_id = s.id order by j.sequence desc limit 1) j on true;

-- The subject whose accounts a proposal holds: confirmed from it, or carried on to it by a later run.
create view cordon.proposal_subject with (security_invoker = true) as
  select h.proposal_id, (array_agg(h.id order by h.number))[1] as id, min(h.number) as number,
    count(distinct h.id) as subjects
  from (
    select s.proposal_id, s.id, s.number from cordon.subject_state s where s.state = 'confirmed'
    union all
    select t.proposal_id, s.id, s.number
    from cordon.subject_place t join cordon.subject_state s on s.id = t.subject_id where s.state = 'confirmed') h
  group by h.proposal_id;

-- A subject's records, and those of the subjects merged into it.
create or replace view cordon.subject_record with (security_invoker = true) as
  select s.operation_id, s.id as subject_id, r.kind, r.label, r.value, r.at, c.name as source_name, r.source_id,
    r.source_table, r.source_row
  from cordon.subject_state s
  join lateral (
    select s.proposal_id as id
    union
    select m.proposal_id from cordon.subject_state m where m.into_id = s.id and m.state = 'merged') p on true
  join cordon.proposal_record r on r.proposal_id = p.id
  join cordon.source c on c.operation_id = r.operation_id and c.id = r.source_id
  where s.state = 'confirmed';

grant select on cordon.pair_judgement, cordon.second_look, cordon.proposal_subject to cordon_app;
