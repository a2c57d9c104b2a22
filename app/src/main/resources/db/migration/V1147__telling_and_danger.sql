-- What was said of a person and no longer holds must be told to whom it went (Directive (EU) 2016/680 Art. 7(3), 16(5)); and
-- what points to danger for a child or a person, so that it leaves before everything else.

-- That a recipient was told, and what. It stands with the recipient's package, for officers of that agency as well.
create table cordon.correction_told (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  package_id uuid not null references cordon.package,
  subject_number text,
  told_subject uuid not null,
  words text not null check (length(btrim(words)) between 3 and 2000),
  outgoing_id uuid references cordon.outgoing,
  told_by uuid not null references cordon.member,
  told_at timestamptz not null default now()
);
create index correction_told_package on cordon.correction_told (package_id, told_subject, told_at);
call cordon.guard('correction_told', 'packages', true);
call cordon.counted('correction_told');
create policy own_name on cordon.correction_told as restrictive for insert to cordon_app with check (
  told_by = (select cordon.current_member()));
call cordon.erasure(147, 'correction_told', 'delete', null, 't.told_subject::text in (select cordon.named($1, ''subject''))',
  'What recipients were told about the person later.');

-- What changed about a subject, when and why.
create view cordon.subject_change with (security_invoker = true) as
  select j.operation_id, j.subject_id, case j.kind when 'merged' then 'merged into another subject'
      else 'the confirmation was taken back' end as cause, j.reason, j.decided_at as changed_at, null::text as country
    from cordon.judgement j where j.kind in ('withdrawn', 'merged') and j.subject_id is not null
  union all
  select a.operation_id, a.subject_id, case when a.country is null then 'the country was taken back'
      else 'another country was decided' end, a.reason, a.decided_at, a.country
    from cordon.attribution a
  union all
  select c.operation_id, c.subject_id, 'another category was decided', c.reason, c.decided_at, null
    from cordon.subject_category c;

-- Whom a change still has to be told: each package the subject went out in before it, until its recipient was told, it was
-- called back, or a later version followed. The last change counts.
create view cordon.correction_duty with (security_invoker = true) as
  select distinct on (p.id, s.subject_id) p.operation_id, p.id as package_id, p.number, p.version, p.recipient_id,
    p.country, s.subject_id, s.subject_number, h.cause, h.reason, h.changed_at
  from cordon.package p
  join cordon.package_subject s on s.package_id = p.id
  join cordon.subject_change h on h.operation_id = p.operation_id and h.subject_id = s.subject_id
    and h.changed_at > p.released_at and (h.country is null or h.country <> p.country)
  where p.released_at is not null
    and not exists (select from cordon.correction_told t where t.package_id = p.id and t.told_subject = s.subject_id
      and t.told_at > h.changed_at)
    and not exists (select from cordon.package_recall c where c.package_id = p.id and c.recalled_at > h.changed_at)
    and not exists (select from cordon.package later where later.supersedes = p.id and later.released_at > h.changed_at)
  order by p.id, s.subject_id, h.changed_at desc;
grant select on cordon.subject_change, cordon.correction_duty to cordon_app;

-- A fact that points to danger, by whom and from where; what holds it is taken back by a later row.
create table cordon.safeguarding_fact (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  subject_id uuid not null references cordon.subject,
  kind text not null check (kind in ('lives_with_children', 'works_with_children', 'contact_abuse_stated',
    'travel_announced', 'known_victim', 'danger_to_self', 'other')),
  words text not null check (length(btrim(words)) between 3 and 2000),
  source text not null check (length(btrim(source)) between 3 and 1000),
  known_at timestamptz not null,
  recorded_by uuid not null references cordon.member,
  recorded_at timestamptz not null default now(),
  unique (id, operation_id),
  check (known_at <= recorded_at + interval '5 minutes')
);
create index safeguarding_fact_subject on cordon.safeguarding_fact (operation_id, subject_id, recorded_at);

create table cordon.safeguarding_end (
  fact_id uuid primary key,
  operation_id uuid not null references cordon.operation,
  subject_id uuid not null references cordon.subject,
  reason text not null check (length(btrim(reason)) between 3 and 2000),
  ended_by uuid not null references cordon.member,
  ended_at timestamptz not null default now(),
  foreign key (fact_id, operation_id) references cordon.safeguarding_fact (id, operation_id)
);

-- A written list of questions, each answered by a named person; the last answer counts. Nothing is added up.
create table cordon.safeguarding_answer (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  subject_id uuid not null references cordon.subject,
  question text not null check (question in ('children_at_home', 'work_or_office', 'contact_in_records', 'travel',
    'other_agency_informed', 'child_protection_informed', 'prosecutor_informed', 'warning_to_suspect')),
  answer text not null check (answer in ('yes', 'no', 'not_known')),
  words text check (length(words) <= 1000),
  answered_by uuid not null references cordon.member,
  answered_at timestamptz not null default now(),
  sequence bigint generated always as identity
);
create index safeguarding_answer_last on cordon.safeguarding_answer (operation_id, subject_id, question, sequence desc);

-- A package for one subject that leaves because of such facts. It is released by two persons like every other, and waits
-- for no batch and no embargo.
create table cordon.urgent_package (
  package_id uuid primary key references cordon.package,
  operation_id uuid not null references cordon.operation,
  subject_id uuid not null references cordon.subject,
  fact_known_at timestamptz not null,
  clashes text not null check (length(clashes) <= 8000),
  reason text not null check (length(btrim(reason)) between 3 and 2000),
  made_by uuid not null references cordon.member,
  made_at timestamptz not null default now()
);

-- Until when nothing is released, so that all act at once. Urgent packages do not wait.
create table cordon.embargo (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  until timestamptz,
  reason text not null check (length(btrim(reason)) between 3 and 2000),
  set_by uuid not null references cordon.member,
  set_at timestamptz not null default now(),
  sequence bigint generated always as identity
);

call cordon.guard('safeguarding_fact', 'subjects', true);
call cordon.guard('safeguarding_end', 'subjects', true);
call cordon.guard('safeguarding_answer', 'subjects', true);
call cordon.guard('urgent_package', 'packages', true);
call cordon.guard('embargo', 'packages', true);
call cordon.counted('safeguarding_fact');
call cordon.counted('safeguarding_end');
call cordon.counted('safeguarding_answer');
call cordon.counted('urgent_package');
call cordon.counted('embargo');
create policy own_name on cordon.safeguarding_fact as restrictive for insert to cordon_app with check (
  recorded_by = (select cordon.current_member()));
create policy own_name on cordon.safeguarding_end as restrictive for insert to cordon_app with check (
  ended_by = (select cordon.current_member()));
create policy own_name on cordon.safeguarding_answer as restrictive for insert to cordon_app with check (
  answered_by = (select cordon.current_member()));
create policy own_name on cordon.embargo as restrictive for insert to cordon_app with check (
  set_by = (select cordon.current_member()));
create policy functions_read on cordon.embargo for select to current_user using (true);
create policy functions_read on cordon.urgent_package for select to current_user using (true);

call cordon.erasure(148, 'urgent_package', 'delete', null, 't.subject_id::text in (select cordon.named($1, ''subject''))',
  'Why a package of the person left before the others.');
call cordon.erasure(182, 'safeguarding_end', 'delete', null, 't.subject_id::text in (select cordon.named($1, ''subject''))',
  'Why a fact that pointed to danger no longer holds.');
call cordon.erasure(183, 'safeguarding_fact', 'delete', null, 't.subject_id::text in (select cordon.named($1, ''subject''))',
  'Facts about the person that pointed to danger.');
call cordon.erasure(184, 'safeguarding_answer', 'delete', null, 't.subject_id::text in (select cordon.named($1, ''subject''))',
  'Answers about danger from the person.');
call cordon.erasure(2172, 'embargo', 'keep', null, null, 'Until when nothing is released.');

-- The database holds the embargo, too.
create function cordon.check_embargo() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  if (select e.until from cordon.embargo e where e.operation_id = new.operation_id order by e.sequence desc limit 1) > now()
      and not exists (select from cordon.urgent_package u where u.package_id = new.id) then
    raise exception 'packages of the operation are under an embargo' using errcode = 'check_violation';
  end if;
  return new;
end;
$$;
create trigger embargoed before update of released_at on cordon.package for each row
  when (old.released_at is null and new.released_at is not null) execute function cordon.check_embargo();
