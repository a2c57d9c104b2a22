-- Members: who joins, who leaves, who holds which role until when.
--
-- Nobody becomes a member but by an invitation; no grant is longer than its operation, none starts in the past, none is
-- made longer. All of it is compared with the clock of the database.

-- Names ---------------------------------------------------------------------------------------------------------------

-- A name people read: composed (NFC), without characters that are not seen or turn the line around.
create function cordon.is_plain_name(name text) returns boolean
  language sql immutable parallel safe
  return name is nfc normalized
    and name !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]';
grant execute on function cordon.is_plain_name(text) to cordon_app;

alter table cordon.member
  add constraint member_display_name_plain check (cordon.is_plain_name(display_name)) not valid;

-- Invitations ---------------------------------------------------------------------------------------------------------

create table cordon.invitation (
  id uuid primary key default gen_random_uuid(),
  -- Only the digest: who reads this table can not use an invitation.
  token_sha256 bytea not null unique check (length(token_sha256) = 32),
  agency_id uuid not null references cordon.agency,
  sign_in_name text not null check (sign_in_name ~ '^[a-z0-9][a-z0-9._@-]{1,98}$'),
  display_name text not null check (length(btrim(display_name)) between 1 and 200 and cordon.is_plain_name(display_name)),
  administrator boolean not null default false,
  operation_id uuid references cordon.operation,
  role text check (role in ('analyst', 'coordinator', 'national_officer', 'examiner', 'victim_identification',
    'prosecutor', 'data_protection_officer', 'auditor', 'administrator')),
  role_ends_at timestamptz,
  invited_by uuid not null references cordon.member,
  invited_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  member_id uuid references cordon.member,
  withdrawn_at timestamptz,
  withdrawn_by uuid references cordon.member,
  withdrawn_reason text check (length(btrim(withdrawn_reason)) between 1 and 2000),
  check (num_nulls(operation_id, role, role_ends_at) in (0, 3)),
  check (not administrator or operation_id is null),
  check (expires_at > invited_at and expires_at <= invited_at + interval '30 days'),
  check (num_nulls(accepted_at, member_id) in (0, 2)),
  check (num_nulls(withdrawn_at, withdrawn_by, withdrawn_reason) in (0, 3)),
  check (accepted_at is null or withdrawn_at is null)
);
create index invitation_operation on cordon.invitation (operation_id, invited_at);
create index invitation_time on cordon.invitation (invited_at);

-- An invitation is worth as much as who made it: it ends with the inviter's right to invite.
create function cordon.may_still_invite(inviter uuid, operation uuid) returns boolean
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select exists (
      select from cordon.member m where m.id = inviter and m.left_at is null
        and (m.administrator or exists (
          select from cordon.membership s where s.member_id = m.id and s.operation_id = operation
            and s.role in ('coordinator', 'administrator') and now() >= s.starts_at and now() < s.ends_at)));
  end;

-- What the bearer of a token sees before joining: nothing of any operation.
create function cordon.open_invitation(token bytea)
  returns table (display_name text, sign_in_name text, agency text, agency_id uuid, administrator boolean,
    expires_at timestamptz)
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select i.display_name, i.sign_in_name, a.name, i.agency_id, i.administrator, i.expires_at
    from cordon.invitation i join cordon.agency a on a.id = i.agency_id
    where i.token_sha256 = token and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now()
      and (i.role_ends_at is null or i.role_ends_at > now()) and cordon.may_still_invite(i.invited_by, i.operation_id);
  end;

-- Makes the member; no row when the invitation is not open. Whoever comes second waits for the first and then finds it
-- used. A name that is taken gets a number: the inviter must not learn from it who else is a member.
create function cordon.accept_invitation(token bytea, new_member uuid, hash text)
  returns table (member_id uuid, sign_in_name text, operation_id uuid, role text)
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
#variable_conflict use_column
declare
  invited cordon.invitation;
  name text;
begin
  select i.* into invited from cordon.invitation i
  where i.token_sha256 = token and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now()
    and (i.role_ends_at is null or i.role_ends_at > now()) and cordon.may_still_invite(i.invited_by, i.operation_id)
  for update;
  if not found then
    return;
  end if;
  name := invited.sign_in_name;
  loop
    insert into cordon.member (id, agency_id, sign_in_name, display_name, password_hash, administrator)
    values (new_member, invited.agency_id, name, invited.display_name, hash, invited.administrator)
    on conflict (sign_in_name) do nothing;
    exit when found;
    name := left(invited.sign_in_name, 90) || '.' || (1000 + floor(random() * 9000))::integer;
  end loop;
  update cordon.invitation i set accepted_at = now(), member_id = new_member where i.id = invited.id;
  if invited.role is not null then
    insert into cordon.membership (operation_id, member_id, role, ends_at, granted_by)
    values (invited.operation_id, new_member, invited.role, invited.role_ends_at, invited.invited_by);
  end if;
  return query select new_member, name, invited.operation_id, invited.role;
end;
$$;
grant execute on function cordon.may_still_invite(uuid, uuid), cordon.open_invitation(bytea),
  cordon.accept_invitation(bytea, uuid, text) to cordon_app;

alter table cordon.invitation enable row level security;
alter table cordon.invitation force row level security;
create policy functions_read on cordon.invitation for select to current_user using (true);
create policy functions_accept on cordon.invitation for update to current_user
  using (accepted_at is null and withdrawn_at is null) with check (accepted_at is not null);
create policy reads on cordon.invitation for select to cordon_app using (
  (select cordon.is_administrator())
  or operation_id = any((select cordon.ruled('members', 'operation', 'grant_role'))::uuid[]));
create policy adds on cordon.invitation for insert to cordon_app with check (
  invited_by = (select cordon.current_member()) and accepted_at is null and withdrawn_at is null
  and ((select cordon.is_administrator())
    or (not administrator and role <> 'administrator'
      and operation_id = any((select cordon.ruled('members', 'operation', 'grant_role'))::uuid[])
      and exists (select from cordon.agency a where a.id = agency_id))));
create policy withdraws on cordon.invitation for update to cordon_app
  using (accepted_at is null and withdrawn_at is null and ((select cordon.is_administrator())
    or operation_id = any((select cordon.ruled('members', 'operation', 'grant_role'))::uuid[])))
  with check (withdrawn_by = (select cordon.current_member()));
grant select (id, agency_id, sign_in_name, display_name, administrator, operation_id, role, role_ends_at, invited_by,
  invited_at, expires_at, accepted_at, member_id, withdrawn_at, withdrawn_by, withdrawn_reason)
  on cordon.invitation to cordon_app;
grant insert (id, token_sha256, agency_id, sign_in_name, display_name, administrator, operation_id, role, role_ends_at,
  invited_by, expires_at) on cordon.invitation to cordon_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on cordon.invitation to cordon_app;

-- Members come by invitation only: the application's role adds none by itself.
drop policy if exists adds on cordon.member;
revoke insert on cordon.member from cordon_app;
create policy joins on cordon.member for insert to current_user with check (agency_id is not null);
create policy joins on cordon.membership for insert to current_user with check (true);

-- Leaving -------------------------------------------------------------------------------------------------------------

-- By whom and why: for administrators only. Colleagues see that a member left, and when.
create table cordon.member_leave (
  member_id uuid primary key references cordon.member,
  left_by uuid not null references cordon.member,
  left_at timestamptz not null default now(),
  reason text not null check (length(btrim(reason)) between 1 and 2000)
);
alter table cordon.member_leave enable row level security;
alter table cordon.member_leave force row level security;
create policy reads on cordon.member_leave for select to cordon_app using ((select cordon.is_administrator()));
create policy adds on cordon.member_leave for insert to cordon_app with check (
  left_by = (select cordon.current_member()) and (select cordon.is_administrator()));
grant select, insert on cordon.member_leave to cordon_app;

-- Whoever left does not come back but by a new invitation; the installation keeps an administrator.
create function cordon.check_leaving() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  if old.left_at is not null and new.left_at is distinct from old.left_at then
    raise exception 'a member who left does not come back' using errcode = 'check_violation';
  end if;
  if old.left_at is null and new.left_at is not null then
    new.left_at := now();
    perform pg_advisory_xact_lock(hashtextextended('cordon leaving', 0));
    if old.administrator and not exists (
        select from cordon.member m where m.administrator and m.left_at is null and m.id <> old.id) then
      raise exception 'the last administrator can not leave' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end;
$$;
create trigger leaving before update of left_at on cordon.member for each row execute function cordon.check_leaving();

create function cordon.end_grants_of_who_left() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  update cordon.membership s
  set ends_at = greatest(s.starts_at, now()), ended_by = coalesce(cordon.current_member(), new.id),
    ended_at = now(), end_reason = 'left'
  where s.member_id = new.id and s.ends_at > now();
  return null;
end;
$$;
create trigger left_for_good after update of left_at on cordon.member for each row
  when (old.left_at is null and new.left_at is not null) execute function cordon.end_grants_of_who_left();

-- Grants --------------------------------------------------------------------------------------------------------------

alter table cordon.membership
  add column covers_id uuid references cordon.membership,
  add column ended_by uuid references cordon.member,
  add column ended_at timestamptz,
  add column end_reason text check (length(btrim(end_reason)) between 1 and 2000),
  add constraint membership_ended check (num_nulls(ended_by, ended_at, end_reason) in (0, 3));
create index membership_covers on cordon.membership (covers_id) where covers_id is not null;
grant update (ended_by, ended_at, end_reason) on cordon.membership to cordon_app;
create policy functions_end on cordon.membership for update to current_user using (true) with check (true);

-- When an operation is over: at the end of its last day, UTC.
create function cordon.operation_end(operation uuid) returns timestamptz
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select (o.ends_on + 1)::timestamp at time zone 'UTC' from cordon.operation o where o.id = operation;
  end;
grant execute on function cordon.operation_end(uuid) to cordon_app;

-- Within the operation; one grant at a time of the same role to the same member; a cover within what it covers, by a
-- colleague of the same agency. The lock makes two at once come one after the other.
create function cordon.check_grant() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
declare
  granted cordon.member;
  covered cordon.membership;
begin
  perform pg_advisory_xact_lock(hashtextextended(concat('grant ', new.operation_id, new.member_id, new.role), 0));
  if new.ends_at > cordon.operation_end(new.operation_id) then
    raise exception 'a grant ends with its operation' using errcode = 'check_violation';
  end if;
  if exists (select from cordon.membership s
      where s.operation_id = new.operation_id and s.member_id = new.member_id and s.role = new.role
        and s.starts_at < new.ends_at and new.starts_at < s.ends_at) then
    raise exception 'the role is granted over that time already' using errcode = 'unique_violation';
  end if;
  select m.* into granted from cordon.member m where m.id = new.member_id;
  if granted.left_at is not null or (granted.administrator and new.role <> 'administrator') then
    raise exception 'no grant for who left or administers' using errcode = 'check_violation';
  end if;
  if new.covers_id is not null then
    select s.* into covered from cordon.membership s where s.id = new.covers_id;
    if covered.operation_id <> new.operation_id or covered.role <> new.role or covered.member_id = new.member_id
        or new.starts_at < covered.starts_at or new.ends_at > covered.ends_at or covered.covers_id is not null
        or granted.agency_id is distinct from (select m.agency_id from cordon.member m where m.id = covered.member_id) then
      raise exception 'a cover is within what it covers' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end;
$$;
create trigger granting before insert on cordon.membership for each row execute function cordon.check_grant();

-- A grant only ever gets shorter; what covers it ends with it.
create function cordon.check_grant_end() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  if new.ends_at > old.ends_at then
    raise exception 'a grant is not made longer' using errcode = 'check_violation';
  end if;
  return new;
end;
$$;
create trigger ending before update of ends_at on cordon.membership for each row
  execute function cordon.check_grant_end();

create function cordon.end_covers() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  update cordon.membership s
  set ends_at = greatest(s.starts_at, new.ends_at), ended_by = new.ended_by, ended_at = new.ended_at,
    end_reason = new.end_reason
  where s.covers_id = new.id and s.ends_at > new.ends_at and s.ends_at > s.starts_at;
  return null;
end;
$$;
create trigger ended after update of ends_at on cordon.membership for each row
  when (new.ends_at < old.ends_at) execute function cordon.end_covers();

-- An operation that ends earlier takes its grants along.
create function cordon.end_grants_with_operation() returns trigger
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  update cordon.membership s
  set ends_at = greatest(s.starts_at, cordon.operation_end(new.id))
  where s.operation_id = new.id and s.ends_at > greatest(s.starts_at, cordon.operation_end(new.id));
  return null;
end;
$$;
create trigger ends_earlier after update of ends_on on cordon.operation for each row
  when (new.ends_on < old.ends_on) execute function cordon.end_grants_with_operation();

drop policy if exists reads on cordon.membership;
create policy reads on cordon.membership for select to cordon_app using (
  member_id = (select cordon.current_member()) or (select cordon.is_administrator())
  or operation_id = any((select cordon.ruled('members', 'operation', 'read'))::uuid[])
  -- Those who run an operation are known to everybody in it.
  or (role in ('analyst', 'coordinator') and operation_id = any((select cordon.operations_of_member())::uuid[])));
drop policy if exists adds on cordon.membership;
create policy adds on cordon.membership for insert to cordon_app with check (
  granted_by = (select cordon.current_member())
  -- To somebody the granting member may know.
  and exists (select from cordon.member m where m.id = member_id)
  and ((select cordon.is_administrator())
    or (role <> 'administrator'
      and operation_id = any((select cordon.ruled('members', 'operation', 'grant_role'))::uuid[]))));
drop policy if exists changes on cordon.membership;
create policy changes on cordon.membership for update to cordon_app
  using ((select cordon.is_administrator())
    or operation_id = any((select cordon.ruled('members', 'operation', 'grant_role'))::uuid[]))
  with check (ended_by is null or ended_by = (select cordon.current_member()));
create policy nobody_grants_to_oneself on cordon.membership as restrictive for insert to cordon_app with check (
  member_id <> (select cordon.current_member()));
create policy nothing_in_the_past on cordon.membership as restrictive for insert to cordon_app with check (
  starts_at >= now() and ends_at > now() and ends_at > starts_at);
create policy nothing_ended_in_the_past on cordon.membership as restrictive for update to cordon_app
  using (true) with check (ends_at >= now());
