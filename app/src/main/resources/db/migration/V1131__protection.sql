-- What the directive asks of records on persons (Directive (EU) 2016/680 Art. 5 to 7, 14 to 16): the category of each person
-- with its history, facts apart from assessments and graded, and a clock after which somebody must ask whether it may stay.

-- Every change of a person's category, by whom and why. The first one stands with the confirmation.
create table cordon.subject_category (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  subject_id uuid not null references cordon.subject,
  previous text not null,
  category text not null
    check (category in ('suspect', 'convicted', 'victim', 'witness_or_contact', 'not_yet_assessed')),
  reason text not null check (length(btrim(reason)) between 3 and 2000),
  decided_by uuid not null references cordon.member,
  decided_at timestamptz not null default now(),
  sequence bigint generated always as identity,
  check (category <> previous)
);
create index subject_category_subject on cordon.subject_category (subject_id, sequence);

-- What is said of a person beyond the records: a fact, or what somebody makes of facts. Each in the grading scheme it came in.
create table cordon.statement (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  subject_id uuid not null references cordon.subject,
  nature text not null check (nature in ('fact', 'assessment')),
  words text not null check (length(btrim(words)) between 3 and 4000),
  scheme text not null check (scheme in ('4x4', '3x5x2')),
  grade_source text not null,
  grade_information text not null,
  -- The handling of 3x5x2 (P or C); Europol's codes stand on the subject.
  grade_handling text,
  -- The conditions behind C.
  conditions text check (length(btrim(conditions)) between 3 and 1000),
  made_by uuid not null references cordon.member,
  made_at timestamptz not null default now(),
  withdrawn_by uuid references cordon.member,
  withdrawn_at timestamptz,
  withdrawn_reason text check (length(btrim(withdrawn_reason)) between 3 and 2000),
  check (num_nulls(withdrawn_by, withdrawn_at, withdrawn_reason) in (0, 3)),
  check (case scheme
    when '4x4' then grade_source in ('A', 'B', 'C', 'X') and grade_information in ('1', '2', '3', '4')
      and grade_handling is null
    else grade_source in ('1', '2', '3') and grade_information in ('A', 'B', 'C', 'D', 'E')
      and coalesce(grade_handling in ('P', 'C'), false) end),
  check ((grade_handling = 'C') is not true or conditions is not null)
);
create index statement_subject on cordon.statement (subject_id, made_at);

-- After how many months a person of a category is looked at again, as the controller set it; the newest counts.
create table cordon.retention_clock (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  category text not null
    check (category in ('suspect', 'convicted', 'victim', 'witness_or_contact', 'not_yet_assessed')),
  months integer not null check (months between 1 and 120),
  regime text not null check (length(btrim(regime)) between 3 and 500),
  reason text not null check (length(btrim(reason)) between 3 and 2000),
  set_by uuid not null references cordon.member,
  set_at timestamptz not null default now(),
  sequence bigint generated always as identity
);
create index retention_clock_newest on cordon.retention_clock (operation_id, category, sequence desc);

-- What a person decided when the clock had run: keep for another turn, restrict because evidence law needs it, or erase.
create table cordon.retention_review (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  subject_id uuid not null references cordon.subject,
  decision text not null check (decision in ('keep', 'restrict', 'erase')),
  reason text not null check (length(btrim(reason)) between 3 and 2000),
  decided_by uuid not null references cordon.member,
  decided_at timestamptz not null default now(),
  sequence bigint generated always as identity
);
create index retention_review_subject on cordon.retention_review (subject_id, sequence desc);

call cordon.guard('subject_category', 'subjects', true);
call cordon.guard('statement', 'subjects');
call cordon.guard('retention_review', 'subjects', true);
call cordon.guard('retention_clock', 'data_protection', true);
revoke update on cordon.statement from cordon_app;
grant update (withdrawn_by, withdrawn_at, withdrawn_reason) on cordon.statement to cordon_app;
call cordon.counted('subject_category');
call cordon.counted('statement');
call cordon.counted('retention_review');
call cordon.counted('retention_clock');
create policy own_name on cordon.subject_category as restrictive for insert to cordon_app with check (
  decided_by = (select cordon.current_member()));
create policy own_name on cordon.statement as restrictive for insert to cordon_app with check (
  made_by = (select cordon.current_member()));
create policy own_name on cordon.retention_review as restrictive for insert to cordon_app with check (
  decided_by = (select cordon.current_member()));
create policy own_name on cordon.retention_clock as restrictive for insert to cordon_app with check (
  set_by = (select cordon.current_member()));

call cordon.erasure(185, 'subject_category', 'delete', null,
  't.subject_id::text in (select cordon.named($1, ''subject''))', 'How the person''s category changed, and why.');
call cordon.erasure(186, 'statement', 'delete', null,
  't.subject_id::text in (select cordon.named($1, ''subject''))', 'Facts and assessments about the person.');
call cordon.erasure(187, 'retention_review', 'delete', null,
  't.subject_id::text in (select cordon.named($1, ''subject''))', 'What was decided when the person''s clock had run.');
call cordon.erasure(2130, 'retention_clock', 'keep', null, null, 'After how many months persons of a category are looked at again.');
call cordon.erasure(2131, 'package', 'keep', null, null, 'By which catalogue the law answered, and why and on which basis the package went; words about a country.');

-- The subject carries the category that counts; only the history changes it, and only from the one it named.
create policy functions_category on cordon.subject for update to current_user using (true) with check (true);
create function cordon.carry_category() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  update cordon.subject s set category = new.category
    where s.id = new.subject_id and s.operation_id = new.operation_id and s.category = new.previous;
  if not found then
    raise exception 'the category of the subject is no longer %', new.previous using errcode = 'check_violation';
  end if;
  return null;
end;
$$;
create trigger carried after insert on cordon.subject_category for each row execute function cordon.carry_category();

-- Cordon's own values, until the controller sets what the law of the operation says.
create function cordon.retention_default(category text) returns integer
  language sql immutable
  return case category when 'suspect' then 36 when 'convicted' then 36 when 'victim' then 18
    when 'witness_or_contact' then 18 else 6 end;

-- The clock of each person that stands: from the confirmation, or from the last time somebody looked.
create function cordon.person_clocks(operation uuid)
  returns table (subject_id uuid, number text, category text, due_on date, months integer, regime text, decision text,
    decided_at timestamptz)
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  if operation <> all (cordon.ruled('data_protection', 'operation', 'read'))
    and operation <> all (cordon.ruled('subjects', 'operation', 'read')) then
    return;
  end if;
  perform set_config('cordon.counting', operation::text, true);
  return query
    select s.id, s.number, s.category,
      least(o.ends_on, ((greatest(j.decided_at, r.decided_at) at time zone 'UTC')::date
        + make_interval(months => coalesce(c.months, cordon.retention_default(s.category))))::date),
      coalesce(c.months, cordon.retention_default(s.category)),
      coalesce(c.regime, 'Cordon''s own value, until the controller sets one'), r.decision, r.decided_at
    from cordon.subject s
    join cordon.operation o on o.id = operation
    join lateral (select k.kind, k.decided_at from cordon.judgement k where k.subject_id = s.id
      order by k.sequence desc limit 1) j on j.kind = 'confirmed'
    left join lateral (select v.decision, v.decided_at from cordon.retention_review v where v.subject_id = s.id
      order by v.sequence desc limit 1) r on true
    left join lateral (select k.months, k.regime from cordon.retention_clock k
      where k.operation_id = operation and k.category = s.category order by k.sequence desc limit 1) c on true
    where s.operation_id = operation;
  perform set_config('cordon.counting', '', true);
end;
$$;
grant execute on function cordon.person_clocks(uuid), cordon.retention_default(text) to cordon_app;

-- What has a date on which somebody must ask whether it may stay: persons, too.
alter function cordon.retention_facts(uuid) rename to retention_things;
create function cordon.retention_facts(operation uuid)
  returns table (kind text, id text, label text, due_on date, rule text)
  language sql security definer set search_path = cordon, pg_temp
  begin atomic
    select t.kind, t.id, t.label, t.due_on, t.rule from cordon.retention_things(operation) t
    union all
    select 'person', p.subject_id::text, p.number || ', ' || replace(p.category, '_', ' '),
      case when p.decision in ('restrict', 'erase') then (p.decided_at at time zone 'UTC')::date else p.due_on end,
      case p.decision
        when 'restrict' then 'decided: restriction instead of erasure, because evidence law needs it; an order is due'
        when 'erase' then 'decided: erasure; an order is due'
        else 'a person in this category is looked at again after ' || p.months || ' months: ' || p.regime end
    from cordon.person_clocks(operation) p
    where operation = any(cordon.ruled('data_protection', 'operation', 'read'));
  end;
grant execute on function cordon.retention_facts(uuid) to cordon_app;

-- What is withheld from a person's file, and on which ground (Art. 15).
alter table cordon.person_file_decision
  add column withheld text[] not null default '{}',
  add column withheld_because text check (length(btrim(withheld_because)) between 3 and 1000),
  add constraint withheld_with_its_ground check ((cardinality(withheld) = 0) = (withheld_because is null));
call cordon.erasure(2132, 'person_file_decision', 'keep', null, null, 'Which parts of a file were withheld, and on which ground.');
