-- Signing in: what a member proves itself with. Rows belong to one member, who alone reads and changes them; what must be
-- looked up before there is a member goes through functions that take a secret's digest and give one row.

-- Forces row-level security on a table whose rows belong to one member (column member_id).
create procedure cordon.own_rows(table_name text)
  language plpgsql
as $$
declare
  target regclass := format('cordon.%I', table_name)::regclass;
  own text := 'member_id = (select cordon.current_member())';
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy reads on %s for select to cordon_app using (%s)', target, own);
  execute format('create policy adds on %s for insert to cordon_app with check (%s)', target, own);
  execute format('create policy changes on %s for update to cordon_app using (%s) with check (%s)', target, own, own);
  execute format('create policy functions_read on %s for select to current_user using (true)', target);
  execute format('create policy functions_change on %s for update to current_user using (true) with check (true)', target);
  execute format('grant select, insert on %s to cordon_app', target);
end;
$$;

create table cordon.passkey (
  id uuid primary key default gen_random_uuid(),
  member_id uuid not null references cordon.member,
  credential_id bytea not null unique check (length(credential_id) between 1 and 1023),
  public_key bytea not null check (length(public_key) between 1 and 4096),
  attestation_object bytea not null check (length(attestation_object) between 1 and 16384),
  client_data bytea not null check (length(client_data) between 1 and 4096),
  sign_count bigint not null check (sign_count >= 0),
  transports text[] not null default '{}',
  backup_eligible boolean not null,
  backup_state boolean not null,
  label text not null check (length(btrim(label)) between 1 and 100),
  added_at timestamptz not null default now(),
  last_used_at timestamptz,
  removed_at timestamptz
);
create index passkey_member on cordon.passkey (member_id);
call cordon.own_rows('passkey');
grant update (label, removed_at) on cordon.passkey to cordon_app;

-- The secret is sealed under the installation's key, bound to the member; last_step makes each code single use.
create table cordon.authenticator_app (
  id uuid primary key default gen_random_uuid(),
  member_id uuid not null references cordon.member,
  sealed_secret bytea not null check (length(sealed_secret) between 40 and 200),
  last_step bigint not null check (last_step >= 0),
  added_at timestamptz not null default now(),
  last_used_at timestamptz,
  removed_at timestamptz
);
create unique index authenticator_app_one on cordon.authenticator_app (member_id) where removed_at is null;
call cordon.own_rows('authenticator_app');
grant update (last_step, last_used_at, removed_at) on cordon.authenticator_app to cordon_app;

create table cordon.recovery_code (
  id uuid primary key default gen_random_uuid(),
  member_id uuid not null references cordon.member,
  digest bytea not null unique check (length(digest) = 32),
  added_at timestamptz not null default now(),
  used_at timestamptz,
  replaced_at timestamptz
);
create index recovery_code_member on cordon.recovery_code (member_id);
call cordon.own_rows('recovery_code');
grant update (used_at, replaced_at) on cordon.recovery_code to cordon_app;

-- Who a member is at its agency's own identity provider. Bound by the member, signed in, or by the administrator.
create table cordon.agency_identity (
  id uuid primary key default gen_random_uuid(),
  member_id uuid not null references cordon.member,
  issuer text not null check (length(issuer) between 1 and 500),
  subject text not null check (length(subject) between 1 and 255),
  bound_by uuid not null default cordon.current_member() references cordon.member,
  bound_at timestamptz not null default now(),
  removed_at timestamptz
);
create unique index agency_identity_one on cordon.agency_identity (issuer, subject) where removed_at is null;
create index agency_identity_member on cordon.agency_identity (member_id);
call cordon.own_rows('agency_identity');
create policy administrator_adds on cordon.agency_identity for insert to cordon_app with check (
  (select cordon.is_administrator()) and bound_by = (select cordon.current_member()));
grant update (removed_at) on cordon.agency_identity to cordon_app;

create table cordon.api_token (
  id uuid primary key default gen_random_uuid(),
  member_id uuid not null references cordon.member,
  label text not null check (length(btrim(label)) between 1 and 100),
  digest bytea not null unique check (length(digest) = 32),
  added_at timestamptz not null default now(),
  ends_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  check (ends_at > added_at and ends_at <= added_at + interval '90 days')
);
create index api_token_member on cordon.api_token (member_id);
call cordon.own_rows('api_token');
grant update (revoked_at) on cordon.api_token to cordon_app;

-- Browsers in which a member has signed in: a cookie whose digest lies here lets the member through while others try
-- its name.
create table cordon.known_device (
  id uuid primary key default gen_random_uuid(),
  member_id uuid not null references cordon.member,
  digest bytea not null check (length(digest) = 32),
  label text not null check (length(btrim(label)) between 1 and 100),
  added_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  ends_at timestamptz not null default now() + interval '180 days',
  removed_at timestamptz,
  unique (member_id, digest)
);
call cordon.own_rows('known_device');
grant update (last_used_at, removed_at) on cordon.known_device to cordon_app;

-- Sign-ins tried, the last 20,000: a ring, so that whoever tries much fills no disk. No name in the clear; an address
-- only by its prefix; the mark is a keyed digest of the name, so that tries at one name can be told from tries at many.
create sequence cordon.sign_in_attempt_slot minvalue 0 maxvalue 19999 start 0 cycle;
create table cordon.sign_in_attempt (
  slot integer primary key check (slot between 0 and 19999),
  at timestamptz not null default now(),
  way text not null check (way in ('password', 'passkey', 'authenticator-app', 'recovery-code', 'agency', 'token')),
  outcome text not null check (outcome in ('signed-in', 'second-factor-asked', 'refused', 'made-to-wait')),
  address_prefix text not null check (length(address_prefix) between 1 and 60),
  name_mark bytea check (length(name_mark) = 8),
  member_id uuid references cordon.member
);
create index sign_in_attempt_at on cordon.sign_in_attempt (at);
create index sign_in_attempt_member on cordon.sign_in_attempt (member_id, at);
alter table cordon.sign_in_attempt enable row level security;
alter table cordon.sign_in_attempt force row level security;
create policy reads on cordon.sign_in_attempt for select to cordon_app using (
  member_id = (select cordon.current_member()) or (select cordon.is_administrator()));
create policy functions_read on cordon.sign_in_attempt for select to current_user using (true);
create policy functions_add on cordon.sign_in_attempt for insert to current_user with check (true);
create policy functions_change on cordon.sign_in_attempt for update to current_user using (true) with check (true);
grant select on cordon.sign_in_attempt to cordon_app;

-- Before there is a member ----------------------------------------------------------------------------------------------

create function cordon.member_signing_in(member uuid)
  returns table (id uuid, agency_id uuid, sign_in_name text, display_name text, administrator boolean)
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select m.id, m.agency_id, m.sign_in_name, m.display_name, m.administrator
    from cordon.member m where m.id = member and m.left_at is null;
  end;

create function cordon.passkey_of(credential bytea)
  returns table (member_id uuid, public_key bytea, attestation_object bytea, client_data bytea, sign_count bigint,
    transports text[], backup_eligible boolean, backup_state boolean, label text, removed boolean)
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select p.member_id, p.public_key, p.attestation_object, p.client_data, p.sign_count, p.transports,
      p.backup_eligible, p.backup_state, p.label, p.removed_at is not null
    from cordon.passkey p where p.credential_id = credential;
  end;

-- A counter that does not grow means a copied authenticator: then nothing is changed and false comes back.
create function cordon.passkey_used(credential bytea, new_count bigint) returns boolean
  language sql security definer set search_path = cordon, pg_temp
  begin atomic
    with used as (
      update cordon.passkey set sign_count = new_count, last_used_at = now()
      where credential_id = credential and removed_at is null
        and (new_count > sign_count or (new_count = 0 and sign_count = 0))
      returning 1
    )
    select exists (select from used);
  end;

create function cordon.identity_member(issuer_name text, subject_name text) returns uuid
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select i.member_id from cordon.agency_identity i
    where i.issuer = issuer_name and i.subject = subject_name and i.removed_at is null;
  end;

create function cordon.token_member(token_digest bytea) returns uuid
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select t.member_id from cordon.api_token t
    where t.digest = token_digest and t.revoked_at is null and now() < t.ends_at;
  end;

-- Written at most once a minute, so that a busy client does not write with every call.
create function cordon.token_used(token_digest bytea) returns void
  language sql security definer set search_path = cordon, pg_temp
  begin atomic
    update cordon.api_token set last_used_at = now()
    where digest = token_digest and (last_used_at is null or last_used_at < now() - interval '1 minute');
  end;

create function cordon.is_known_device(device_digest bytea, name text) returns boolean
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select exists (select from cordon.known_device d join cordon.member m on m.id = d.member_id
                   where d.digest = device_digest and m.sign_in_name = name and m.left_at is null
                     and d.removed_at is null and now() < d.ends_at);
  end;

create function cordon.record_sign_in(way_used text, outcome_seen text, prefix text, mark bytea, member uuid)
  returns void
  language sql security definer set search_path = cordon, pg_temp
  begin atomic
    insert into cordon.sign_in_attempt (slot, way, outcome, address_prefix, name_mark, member_id)
    values (nextval('cordon.sign_in_attempt_slot'), way_used, outcome_seen, prefix, mark, member)
    on conflict (slot) do update set at = excluded.at, way = excluded.way, outcome = excluded.outcome,
      address_prefix = excluded.address_prefix, name_mark = excluded.name_mark, member_id = excluded.member_id;
  end;

-- A member changes its own password; the administrator's way is another.
create policy own_password on cordon.member for update to current_user
  using (id = (select cordon.current_member())) with check (id = (select cordon.current_member()));
create function cordon.change_own_password(hash text) returns void
  language sql security definer set search_path = cordon, pg_temp
  begin atomic
    update cordon.member set password_hash = hash where id = cordon.current_member() and left_at is null;
  end;

grant execute on function cordon.member_signing_in(uuid), cordon.passkey_of(bytea), cordon.passkey_used(bytea, bigint),
  cordon.identity_member(text, text), cordon.token_member(bytea), cordon.token_used(bytea),
  cordon.is_known_device(bytea, text), cordon.record_sign_in(text, text, text, bytea, uuid),
  cordon.change_own_password(text) to cordon_app;
