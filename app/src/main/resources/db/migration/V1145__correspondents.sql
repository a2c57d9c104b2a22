-- Other agencies' keys: announced by one person, compared over a second channel by another, rotated, revoked. Nothing is
-- sealed to a key that was not compared, and nothing it signed is taken in.

insert into cordon.area (name, holds, is_case, own_code, break_glass) values
  ('correspondence', 'Agencies'' keys and servers, packages received, signed messages and receipts', true, false, false);

insert into cordon.need_to_know (role, area, reach, may_read, may_write, rights, categories, because) values
  ('coordinator', 'correspondence', 'operation', true, true, '{}', null, 'Answers for which agency''s keys are trusted, for what leaves and for what is taken in.'),
  ('analyst', 'correspondence', 'operation', true, false, '{}', null, 'Sees what came of packages and whom a correction still has to be told.'),
  ('national_officer', 'correspondence', 'own_agency', true, true, '{}', null, 'Acts on packages the own agency received from another server, and says what came of them.'),
  ('prosecutor', 'correspondence', 'own_agency', true, false, '{}', null, 'Answers for proceedings that rest on a package received.');

create table cordon.correspondent_key (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  -- The agency that leads the operation here: its officers read it, those of other agencies do not.
  agency_id uuid not null references cordon.agency,
  peer_id uuid not null references cordon.agency,
  note_key text not null check (length(note_key) between 40 and 400),
  age_recipient text not null check (age_recipient ~ '^age1[0-9a-z]{58}$'),
  -- Of which operation of theirs it speaks, and the ids by which their packages name them and the agency that leads here.
  peer_operation uuid,
  peer_sender uuid,
  our_id_there uuid,
  address text check (length(address) <= 220),
  announced_words text not null check (length(btrim(announced_words)) between 3 and 1000),
  announced_by uuid not null references cordon.member,
  announced_at timestamptz not null default now(),
  sequence bigint generated always as identity,
  unique (operation_id, note_key),
  unique (id, announced_by),
  check (num_nulls(peer_operation, peer_sender, our_id_there) in (0, 3))
);
create index correspondent_key_peer on cordon.correspondent_key (operation_id, peer_id, sequence desc);

-- What persons decided about a key. Who compared it is not who announced it.
create table cordon.correspondent_key_act (
  id uuid primary key,
  key_id uuid not null,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  announced_by uuid not null,
  act text not null check (act in ('verified', 'retired', 'revoked')),
  words text not null check (length(btrim(words)) between 3 and 2000),
  spoken_with text check (length(btrim(spoken_with)) between 3 and 300),
  acted_by uuid not null references cordon.member,
  acted_at timestamptz not null default now(),
  unique (key_id, act),
  foreign key (key_id, announced_by) references cordon.correspondent_key (id, announced_by),
  constraint correspondent_key_two_persons check (act <> 'verified' or acted_by <> announced_by),
  check ((act = 'verified') = (spoken_with is not null))
);

-- Where an agency's server is, and whether this one sends there and takes from there; the last row counts. Whoever lets
-- it take from there keeps that door: what arrives is taken in under this member's rights, or not at all.
create table cordon.correspondent_road (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  peer_id uuid not null references cordon.agency,
  address text check (address ~ '^https?://[A-Za-z0-9.:\[\]-]{1,200}$'),
  authority text check (length(authority) <= 20000),
  sends boolean not null,
  takes boolean not null,
  reason text not null check (length(btrim(reason)) between 3 and 2000),
  set_by uuid not null references cordon.member,
  set_at timestamptz not null default now(),
  sequence bigint generated always as identity,
  check (not sends or address is not null)
);
create index correspondent_road_peer on cordon.correspondent_road (operation_id, peer_id, sequence desc);

call cordon.guard('correspondent_key', 'correspondence', true);
call cordon.guard('correspondent_key_act', 'correspondence', true);
call cordon.guard('correspondent_road', 'correspondence', true);
call cordon.counted('correspondent_key');
call cordon.counted('correspondent_key_act');
call cordon.counted('correspondent_road');
create policy own_name on cordon.correspondent_key as restrictive for insert to cordon_app with check (
  announced_by = (select cordon.current_member()));
create policy own_name on cordon.correspondent_key_act as restrictive for insert to cordon_app with check (
  acted_by = (select cordon.current_member()));
create policy own_name on cordon.correspondent_road as restrictive for insert to cordon_app with check (
  set_by = (select cordon.current_member()));
create policy functions_read on cordon.correspondent_key for select to current_user using (true);
create policy functions_read on cordon.correspondent_key_act for select to current_user using (true);
create policy functions_read on cordon.correspondent_road for select to current_user using (true);

call cordon.erasure(2160, 'correspondent_key', 'keep', null, null, 'Keys of agencies; nothing of a person concerned.');
call cordon.erasure(2161, 'correspondent_key_act', 'keep', null, null, 'What members decided about keys of agencies.');
call cordon.erasure(2162, 'correspondent_road', 'keep', null, null, 'Where servers of agencies are.');

-- A retired key is one that was followed by another: what it signed still holds. A revoked one is in wrong hands.
create view cordon.correspondent_key_state with (security_invoker = true) as
  select k.*, v.acted_by as verified_by, v.acted_at as verified_at, v.words as verified_words, v.spoken_with,
    r.acted_at as retired_at, x.acted_at as revoked_at, x.words as revoked_words,
    case when x.id is not null then 'revoked' when v.id is null then 'announced' when r.id is not null then 'retired'
      else 'verified' end as state
  from cordon.correspondent_key k
  left join cordon.correspondent_key_act v on v.key_id = k.id and v.act = 'verified'
  left join cordon.correspondent_key_act r on r.key_id = k.id and r.act = 'retired'
  left join cordon.correspondent_key_act x on x.key_id = k.id and x.act = 'revoked';

create view cordon.correspondent_road_now with (security_invoker = true) as
  select distinct on (operation_id, peer_id) * from cordon.correspondent_road
  order by operation_id, peer_id, sequence desc;
grant select on cordon.correspondent_key_state, cordon.correspondent_road_now to cordon_app;

-- Whose door a signed push knocks at: asked before there is a member, with the key that must have signed it. The keeper's
-- own rules decide what happens behind it.
create function cordon.door(asked_operation uuid) returns table (operation_id uuid, key_id uuid, note_key text,
    keeper uuid, sign_in_name text, display_name text, agency_id uuid, administrator boolean)
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select k.operation_id, k.id, k.note_key, m.id, m.sign_in_name, m.display_name, m.agency_id, m.administrator
    from cordon.correspondent_key k
    join lateral (select * from cordon.correspondent_road r where r.operation_id = k.operation_id
      and r.peer_id = k.peer_id order by r.sequence desc limit 1) road on road.takes
    join cordon.member m on m.id = road.set_by and m.left_at is null
    where asked_operation in (k.operation_id, k.peer_operation)
      and exists (select from cordon.correspondent_key_act v where v.key_id = k.id and v.act = 'verified')
      and not exists (select from cordon.correspondent_key_act x where x.key_id = k.id and x.act = 'revoked')
    limit 200;
  end;
revoke execute on function cordon.door(uuid) from public;
grant execute on function cordon.door(uuid) to cordon_app;

-- Agencies that work on a server of their own have no member here; who answers for the correspondence of an operation must
-- be able to choose them. Which agencies work in operations of others stays hidden.
create function cordon.corresponding_agencies() returns uuid[]
  language plpgsql stable security definer set search_path = cordon, pg_temp
as $$
declare
  own uuid[] := cordon.reach('correspondence', 'operation', 'read');
begin
  if cardinality(own) = 0 then
    return '{}';
  end if;
  return (select coalesce(array_agg(a.id), '{}') from cordon.agency a
    where not exists (select from cordon.member m where m.agency_id = a.id)
      or exists (select from cordon.correspondent_key k where k.peer_id = a.id and k.operation_id = any(own)));
end;
$$;
revoke execute on function cordon.corresponding_agencies() from public;
grant execute on function cordon.corresponding_agencies() to cordon_app;
create policy correspondents_read on cordon.agency for select to cordon_app using (
  id = any((select cordon.corresponding_agencies())::uuid[]));
