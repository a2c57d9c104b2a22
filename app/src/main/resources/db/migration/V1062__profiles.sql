-- Profiles of an operation's own: how tables nobody knew are read. A file of words, in versions, never changed; the newest
-- version counts, unless it withdraws the profile.

create table cordon.profile (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  -- Letters that look like others are kept out: no two names can be taken for one another by script.
  name text not null check (name ~ '^[a-z0-9][a-z0-9.-]{1,59}$'),
  version integer not null check (version between 1 and 100000),
  is_withdrawn boolean not null default false,
  yaml text not null check (length(yaml) between 1 and 1000000),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  tables integer not null check (tables >= 0),
  reason text not null check (length(btrim(reason)) between 3 and 2000),
  saved_by uuid not null references cordon.member,
  saved_at timestamptz not null default now(),
  -- Two members who change one version at once: the second is told, nothing is overwritten.
  unique (operation_id, name, version)
);

call cordon.guard('profile', 'sources', true);
call cordon.counted('profile');
create policy only_own_profiles on cordon.profile as restrictive for insert to cordon_app with check (
  saved_by = (select cordon.current_member()));
