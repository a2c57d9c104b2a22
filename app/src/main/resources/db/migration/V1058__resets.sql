-- Lost sign-ins: an administrator asks that a member starts anew, another person approves. Nothing is given to either that
-- signs in as the member: who asks gets a code, who approves gets a link, the member needs both. The approval takes away
-- all the member could sign in with; what comes instead is the member's own.

create table cordon.factor_reset (
  id uuid primary key,
  member_id uuid not null references cordon.member,
  -- As the asking administrator saw it: who decides may know no more of the member than this.
  member_name text not null check (length(member_name) between 1 and 400),
  asked_by uuid not null references cordon.member,
  asked_at timestamptz not null default now(),
  reason text not null check (length(btrim(reason)) between 1 and 2000),
  code_digest bytea not null check (length(code_digest) = 32),
  expires_at timestamptz not null default now() + interval '72 hours',
  unique (id, member_id, asked_by),
  check (asked_by <> member_id),
  check (expires_at > asked_at and expires_at <= asked_at + interval '72 hours')
);
create index factor_reset_member on cordon.factor_reset (member_id, asked_at);

create table cordon.factor_reset_decision (
  reset_id uuid primary key,
  member_id uuid not null,
  asked_by uuid not null,
  decision text not null check (decision in ('approved', 'declined', 'withdrawn')),
  decided_by uuid not null references cordon.member,
  decided_at timestamptz not null default now(),
  reason text not null check (length(btrim(reason)) between 1 and 2000),
  link_digest bytea unique check (length(link_digest) = 32),
  link_ends_at timestamptz,
  wrong_codes integer not null default 0 check (wrong_codes between 0 and 5),
  used_at timestamptz,
  told_at timestamptz,
  foreign key (reset_id, member_id, asked_by) references cordon.factor_reset (id, member_id, asked_by),
  constraint factor_reset_two_persons check ((decision = 'withdrawn') = (decided_by = asked_by)),
  check (decided_by <> member_id),
  check (num_nulls(link_digest, link_ends_at) = case when decision = 'approved' then 0 else 2 end),
  check (link_ends_at <= decided_at + interval '24 hours'),
  check (used_at is null or decision = 'approved'),
  check (told_at is null or used_at is not null)
);
create index factor_reset_decision_member on cordon.factor_reset_decision (member_id, decided_at);

-- Another administrator, or who gives roles in an operation and is of the member's own agency.
create function cordon.may_decide_reset(of_member uuid) returns boolean
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select exists (
      select from cordon.member me join cordon.member other on other.id = of_member
      where me.id = cordon.current_member() and me.left_at is null and me.id <> other.id
        and (me.administrator or (me.agency_id = other.agency_id
          and cardinality(cordon.ruled('members', 'operation', 'grant_role')) > 0)));
  end;

-- One open request for a member at a time; two at once come one after the other.
create function cordon.check_reset() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(concat('factor reset ', new.member_id), 0));
  new.asked_at := now();
  if exists (select from cordon.factor_reset r
      where r.member_id = new.member_id and r.expires_at > now()
        and not exists (select from cordon.factor_reset_decision d where d.reset_id = r.id)) then
    raise exception 'asked for already' using errcode = 'unique_violation';
  end if;
  if exists (select from cordon.member m where m.id = new.member_id and m.left_at is not null) then
    raise exception 'a member who left has no sign-in' using errcode = 'check_violation';
  end if;
  return new;
end;
$$;
create trigger asking before insert on cordon.factor_reset for each row execute function cordon.check_reset();

-- In time; asked by somebody who still administers; of somebody who has not left.
create function cordon.check_reset_decision() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  new.decided_at := now();
  new.wrong_codes := 0;
  new.used_at := null;
  new.told_at := null;
  if new.decision = 'approved' and not exists (
      select from cordon.factor_reset r join cordon.member a on a.id = r.asked_by join cordon.member m on m.id = r.member_id
      where r.id = new.reset_id and r.expires_at > now() and a.left_at is null and a.administrator and m.left_at is null) then
    raise exception 'too late, or one of them has left' using errcode = 'check_violation';
  end if;
  return new;
end;
$$;
create trigger deciding before insert on cordon.factor_reset_decision for each row
  execute function cordon.check_reset_decision();

-- Takes away all the member signs in with. The password becomes the hash of nothing anybody knows, in the form and at the
-- cost of a real one, so that a refusal takes as long as any other. A link given out before opens nothing any more.
create function cordon.take_sign_in_away() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  update cordon.passkey set removed_at = now() where member_id = new.member_id and removed_at is null;
  update cordon.authenticator_app set removed_at = now() where member_id = new.member_id and removed_at is null;
  update cordon.recovery_code set replaced_at = now()
  where member_id = new.member_id and used_at is null and replaced_at is null;
  update cordon.agency_identity set removed_at = now() where member_id = new.member_id and removed_at is null;
  update cordon.api_token set revoked_at = now() where member_id = new.member_id and revoked_at is null;
  update cordon.known_device set removed_at = now() where member_id = new.member_id and removed_at is null;
  update cordon.member set password_hash = '$argon2id$v=19$m=19456,t=2,p=1$'
      || rtrim(encode(substr(sha256(gen_random_uuid()::text::bytea), 1, 16), 'base64'), '=') || '$'
      || rtrim(encode(sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea), 'base64'), '=')
  where id = new.member_id;
  update cordon.factor_reset_decision set link_ends_at = now()
  where member_id = new.member_id and reset_id <> new.reset_id and used_at is null and link_ends_at > now();
  return null;
end;
$$;
create trigger approved after insert on cordon.factor_reset_decision for each row
  when (new.decision = 'approved') execute function cordon.take_sign_in_away();

-- What the bearer of a link sees.
create function cordon.open_reset(link bytea)
  returns table (member_id uuid, display_name text, sign_in_name text, agency text, ends_at timestamptz)
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select m.id, m.display_name, m.sign_in_name, coalesce(a.name, ''), d.link_ends_at
    from cordon.factor_reset_decision d join cordon.member m on m.id = d.member_id
    left join cordon.agency a on a.id = m.agency_id
    where d.link_digest = link and d.used_at is null and d.link_ends_at > now() and d.wrong_codes < 5
      and m.left_at is null;
  end;

-- Sets the password the member chose: done, wrong (the code; five end the link), or closed. Once; who comes second waits.
create function cordon.use_reset(link bytea, code bytea, hash text) returns text
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
declare
  reset uuid;
begin
  select d.reset_id into reset
  from cordon.factor_reset_decision d join cordon.member m on m.id = d.member_id
  where d.link_digest = link and d.used_at is null and d.link_ends_at > now() and d.wrong_codes < 5 and m.left_at is null
  for update of d;
  if not found then
    return 'closed';
  end if;
  if not exists (select from cordon.factor_reset r where r.id = reset and r.code_digest = code) then
    update cordon.factor_reset_decision set wrong_codes = wrong_codes + 1 where reset_id = reset;
    return 'wrong';
  end if;
  update cordon.factor_reset_decision set used_at = now() where reset_id = reset;
  update cordon.member m set password_hash = hash
  from cordon.factor_reset_decision d where d.reset_id = reset and m.id = d.member_id;
  return 'done';
end;
$$;

-- The member says that it knows of what was done to its sign-in.
create function cordon.reset_known() returns void
  language sql security definer set search_path = cordon, pg_temp
  begin atomic
    update cordon.factor_reset_decision set told_at = now()
    where member_id = cordon.current_member() and used_at is not null and told_at is null;
  end;

alter table cordon.factor_reset enable row level security;
alter table cordon.factor_reset force row level security;
alter table cordon.factor_reset_decision enable row level security;
alter table cordon.factor_reset_decision force row level security;
create policy functions_read on cordon.factor_reset for select to current_user using (true);
create policy functions_read on cordon.factor_reset_decision for select to current_user using (true);
create policy functions_change on cordon.factor_reset_decision for update to current_user using (true) with check (true);
create policy functions_reset on cordon.member for update to current_user using (true) with check (left_at is null);

-- A password is set by the functions that check whose it is, and in no other way: not by an administrator's statement.
revoke update (password_hash) on cordon.member from cordon_app;

create policy reads on cordon.factor_reset for select to cordon_app using (
  (select cordon.is_administrator()) or member_id = (select cordon.current_member()) or cordon.may_decide_reset(member_id));
create policy adds on cordon.factor_reset for insert to cordon_app with check (
  asked_by = (select cordon.current_member()) and (select cordon.is_administrator()));
grant select (id, member_id, member_name, asked_by, asked_at, reason, expires_at) on cordon.factor_reset to cordon_app;
grant insert (id, member_id, member_name, asked_by, reason, code_digest) on cordon.factor_reset to cordon_app;

create policy reads on cordon.factor_reset_decision for select to cordon_app using (
  (select cordon.is_administrator()) or member_id = (select cordon.current_member()) or cordon.may_decide_reset(member_id));
create policy adds on cordon.factor_reset_decision for insert to cordon_app with check (
  decided_by = (select cordon.current_member())
  and (decision = 'withdrawn' or cordon.may_decide_reset(member_id)));
grant select (reset_id, member_id, asked_by, decision, decided_by, decided_at, reason, link_ends_at, used_at, told_at)
  on cordon.factor_reset_decision to cordon_app;
grant insert (reset_id, member_id, asked_by, decision, decided_by, reason, link_digest, link_ends_at)
  on cordon.factor_reset_decision to cordon_app;

grant execute on function cordon.may_decide_reset(uuid), cordon.open_reset(bytea), cordon.use_reset(bytea, bytea, text),
  cordon.reset_known() to cordon_app;

-- Who binds an identity to a member can sign in as that member: so the member binds, signed in, and nobody else.
drop policy administrator_adds on cordon.agency_identity;
update cordon.agency_identity set removed_at = now() where bound_by <> member_id and removed_at is null;

-- Denied requests -----------------------------------------------------------------------------------------------------

-- How often a member asked for what is not there or not permitted: one row per member, operation, kind of route and hour.
-- The ledger gets an entry at the first and at each tenfold, so that a flood fills neither.
create table cordon.access_denied (
  id uuid primary key default gen_random_uuid(),
  member_id uuid not null references cordon.member,
  operation_id uuid references cordon.operation,
  kind text not null check (kind ~ '^[a-z][a-z-]{0,39}$'),
  hour timestamptz not null check (hour = date_trunc('hour', hour, 'UTC')),
  count bigint not null check (count > 0),
  unique nulls not distinct (member_id, operation_id, kind, hour)
);
create index access_denied_operation on cordon.access_denied (operation_id, hour);
alter table cordon.access_denied enable row level security;
alter table cordon.access_denied force row level security;
create policy functions_read on cordon.access_denied for select to current_user using (true);
create policy functions_add on cordon.access_denied for insert to current_user with check (true);
create policy functions_change on cordon.access_denied for update to current_user using (true) with check (true);
create policy reads on cordon.access_denied for select to cordon_app using (
  operation_id = any((select cordon.ruled('oversight', 'operation', 'read'))::uuid[]));
grant select on cordon.access_denied to cordon_app;
call cordon.counted('access_denied');

-- Adds to the member's count of that hour. An operation the member has no part in is not named, whether it is there or
-- not: the count is the installation's then. Gives the operation that was named and the count as it is now.
create function cordon.count_denied(asked_operation uuid, of_kind text, in_hour timestamptz, times bigint)
  returns table (operation_id uuid, total bigint)
  language sql security definer set search_path = cordon, pg_temp
  begin atomic
    insert into cordon.access_denied as d (member_id, operation_id, kind, hour, count)
    values (cordon.current_member(),
      case when asked_operation = any(cordon.operations_of_member()) then asked_operation end, of_kind, in_hour, times)
    on conflict (member_id, operation_id, kind, hour) do update set count = d.count + excluded.count
    returning d.operation_id, d.count;
  end;
grant execute on function cordon.count_denied(uuid, text, timestamptz, bigint) to cordon_app;
