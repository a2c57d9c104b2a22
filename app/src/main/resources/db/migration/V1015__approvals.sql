-- Acts that need two persons. A request says what is to happen and why; one decision by another person ends it. Both
-- are written once and never changed. The tables that hold what was done ask here whether two persons agreed.

create table cordon.approval (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  kind text not null check (kind in ('package_release', 'action_abort', 'erasure', 'operation_export', 'key_change')),
  target text not null check (length(target) between 1 and 200),
  -- What the first person was told would happen.
  what text not null check (length(btrim(what)) between 1 and 4000),
  asked_by uuid not null references cordon.member,
  asked_at timestamptz not null default now(),
  ask_reason text not null check (length(btrim(ask_reason)) between 1 and 2000),
  expires_at timestamptz not null,
  unique (id, operation_id, asked_by),
  check (expires_at > asked_at),
  check (expires_at <= asked_at + case kind when 'action_abort' then interval '30 minutes' else interval '72 hours' end)
);
create index approval_operation on cordon.approval (operation_id, asked_at);
create index approval_target on cordon.approval (operation_id, kind, target);

create table cordon.approval_decision (
  approval_id uuid primary key,
  operation_id uuid not null,
  asked_by uuid not null,
  decision text not null check (decision in ('approved', 'declined', 'withdrawn')),
  decided_by uuid not null references cordon.member,
  decided_at timestamptz not null default now(),
  reason text not null check (length(btrim(reason)) between 1 and 2000),
  foreign key (approval_id, operation_id, asked_by) references cordon.approval (id, operation_id, asked_by),
  constraint approval_decision_two_persons check ((decision = 'withdrawn') = (decided_by = asked_by))
);
create index approval_decision_operation on cordon.approval_decision (operation_id, decided_at);

-- Who may ask and who may approve: as the rules of need to know say.
create function cordon.may_ask(kind text, operation uuid) returns boolean
  language sql stable
  return case kind
    when 'package_release' then operation = any(cordon.ruled('packages', 'operation', 'write'))
    when 'action_abort' then operation = any(cordon.ruled('action', 'operation', 'call_day'))
    when 'erasure' then operation = any(cordon.ruled('ledger', 'operation', 'erase'))
    when 'operation_export' then operation = any(cordon.ruled('data_protection', 'operation', 'export'))
    when 'key_change' then cordon.is_administrator()
    else false
  end;

create function cordon.may_approve(kind text, operation uuid) returns boolean
  language sql stable
  return case kind
    when 'package_release' then operation = any(cordon.ruled('packages', 'operation', 'release'))
    when 'action_abort' then operation = any(cordon.ruled('action', 'operation', 'call_day'))
    when 'erasure' then operation = any(cordon.ruled('approvals', 'operation', 'approve'))
    when 'operation_export' then operation = any(cordon.ruled('data_protection', 'operation', 'export'))
    when 'key_change' then cordon.is_administrator() or operation = any(cordon.ruled('keys', 'operation', 'approve'))
    else false
  end;

-- The approval of an act by two distinct persons, if there is one.
create function cordon.approval_for(act text, about text, operation uuid) returns uuid
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select a.id from cordon.approval a join cordon.approval_decision d on d.approval_id = a.id
    where a.operation_id = operation and a.kind = act and a.target = about
      and d.decision = 'approved' and d.decided_by <> a.asked_by
    order by d.decided_at desc limit 1;
  end;

-- One open request for the same act on the same thing; two at once come one after the other.
create function cordon.check_request() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(concat('approval ', new.operation_id, new.kind, new.target), 0));
  new.asked_at := now();
  if exists (select from cordon.approval a
      where a.operation_id = new.operation_id and a.kind = new.kind and a.target = new.target and a.expires_at > now()
        and not exists (select from cordon.approval_decision d where d.approval_id = a.id)) then
    raise exception 'asked for already' using errcode = 'unique_violation';
  end if;
  return new;
end;
$$;
create trigger asking before insert on cordon.approval for each row execute function cordon.check_request();

-- In time, and of somebody who is still a member.
create function cordon.check_decision() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  new.decided_at := now();
  if new.decision <> 'withdrawn' and not exists (
      select from cordon.approval a join cordon.member m on m.id = a.asked_by
      where a.id = new.approval_id and a.expires_at > now() and (m.left_at is null or new.decision = 'declined')) then
    raise exception 'too late, or asked by somebody who left' using errcode = 'check_violation';
  end if;
  return new;
end;
$$;
create trigger deciding before insert on cordon.approval_decision for each row execute function cordon.check_decision();

alter table cordon.approval enable row level security;
alter table cordon.approval force row level security;
alter table cordon.approval_decision enable row level security;
alter table cordon.approval_decision force row level security;
create policy functions_read on cordon.approval for select to current_user using (true);
create policy functions_read on cordon.approval_decision for select to current_user using (true);

-- Those who may ask for or approve a kind see its requests, and nobody else.
create policy reads on cordon.approval for select to cordon_app using (
  operation_id = any((select cordon.ruled('approvals', 'operation', 'approve'))::uuid[])
  or (kind = 'package_release' and operation_id = any((select cordon.ruled('packages', 'operation', 'write'))::uuid[]))
  or (kind = 'erasure' and operation_id = any((select cordon.ruled('ledger', 'operation', 'erase'))::uuid[]))
  or (kind = 'operation_export' and operation_id = any((select cordon.ruled('data_protection', 'operation', 'export'))::uuid[]))
  or (kind = 'key_change' and (select cordon.is_administrator())));
create policy adds on cordon.approval for insert to cordon_app with check (
  asked_by = (select cordon.current_member()) and cordon.may_ask(kind, operation_id));
grant select, insert on cordon.approval to cordon_app;

create policy reads on cordon.approval_decision for select to cordon_app using (
  exists (select from cordon.approval a where a.id = approval_id));
create policy adds on cordon.approval_decision for insert to cordon_app with check (
  decided_by = (select cordon.current_member())
  and exists (select from cordon.approval a where a.id = approval_id
    and (decision = 'withdrawn' or cordon.may_approve(a.kind, a.operation_id))));
grant select, insert on cordon.approval_decision to cordon_app;

create view cordon.approval_state with (security_invoker = true) as
  select a.*, d.decided_by, d.decided_at, d.reason as decision_reason,
    case when d.approval_id is not null then d.decision when a.expires_at <= now() then 'expired' else 'open' end as state
  from cordon.approval a left join cordon.approval_decision d on d.approval_id = a.id;
grant select on cordon.approval_state to cordon_app;

grant execute on function cordon.may_ask(text, uuid), cordon.may_approve(text, uuid),
  cordon.approval_for(text, text, uuid) to cordon_app;

-- Packages: nothing becomes readable for its recipient without two persons ------------------------------------------

create policy two_persons_add on cordon.package as restrictive for insert to cordon_app with check (
  released_at is null);
create policy two_persons on cordon.package as restrictive for update to cordon_app using (true) with check (
  released_at is null or cordon.approval_for('package_release', id::text, operation_id) is not null);
create policy two_persons_add on cordon.package_subject as restrictive for insert to cordon_app with check (
  agency_id is null or cordon.approval_for('package_release', package_id::text, operation_id) is not null);
create policy two_persons on cordon.package_subject as restrictive for update to cordon_app using (true) with check (
  agency_id is null or cordon.approval_for('package_release', package_id::text, operation_id) is not null);
create policy two_persons_add on cordon.package_record as restrictive for insert to cordon_app with check (
  agency_id is null or cordon.approval_for('package_release', package_id::text, operation_id) is not null);
create policy two_persons on cordon.package_record as restrictive for update to cordon_app using (true) with check (
  agency_id is null or cordon.approval_for('package_release', package_id::text, operation_id) is not null);

-- Action days: called off by two persons, once, for good -------------------------------------------------------------

create table cordon.action_abort (
  id uuid primary key default gen_random_uuid(),
  operation_id uuid not null references cordon.operation,
  action_day_id uuid not null unique references cordon.action_day,
  approval_id uuid not null references cordon.approval,
  aborted_by uuid not null references cordon.member,
  aborted_at timestamptz not null default now()
);
create index action_abort_operation on cordon.action_abort (operation_id);
call cordon.guard('action_abort', 'action', true);
-- Whoever sees the day sees that it is called off; why stays with the request.
create policy shared_reads on cordon.action_abort for select to cordon_app using (
  exists (select from cordon.action_day d where d.id = action_day_id));
create policy two_persons on cordon.action_abort as restrictive for insert to cordon_app with check (
  aborted_by = (select cordon.current_member())
  and approval_id = cordon.approval_for('action_abort', action_day_id::text, operation_id));
create policy functions_read on cordon.action_abort for select to current_user using (true);

-- No site of a day that was called off starts; one that had started still ends.
create function cordon.check_site_start() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  if exists (select from cordon.action_abort a where a.action_day_id = new.action_day_id) then
    raise exception 'the action day was called off' using errcode = 'check_violation';
  end if;
  return new;
end;
$$;
create trigger starting before update of started_at on cordon.site for each row
  when (old.started_at is null and new.started_at is not null) execute function cordon.check_site_start();
create trigger planning before insert on cordon.site for each row execute function cordon.check_site_start();

-- The ledger: what opens an entry is destroyed by two persons --------------------------------------------------------

drop policy if exists changes on cordon.ledger_opening;
create policy erasures on cordon.ledger_opening for update to cordon_app
  using (operation_id = any((select cordon.ruled('approvals', 'operation', 'approve'))::uuid[])
    and cordon.approval_for('erasure', entry_id::text, operation_id) is not null)
  with check (salt is null and reason is null and record_ids is null and destroyed_at is not null);
