-- Reading a source again stands in the queue of takings, with the kind of reading, the member's reason and what the judge
-- found; and the vault's copies a member had destroyed because today's judge finds media in them.

create table cordon.rereading (
  taking_id uuid primary key references cordon.taking,
  operation_id uuid not null references cordon.operation,
  source_id uuid not null,
  kind text not null check (kind in ('read', 'normalise', 'seal')),
  reason text not null check (length(btrim(reason)) between 3 and 2000),
  -- What the judge found that keeps the bytes from being in the vault; nothing was changed then.
  found text check (length(found) between 1 and 2000),
  foreign key (operation_id, source_id) references cordon.source (operation_id, id)
);
create index rereading_source on cordon.rereading (operation_id, source_id);

create table cordon.destroyed_copy (
  operation_id uuid not null,
  source_id uuid not null,
  reason text not null check (length(btrim(reason)) between 3 and 2000),
  original_place text not null check (length(btrim(original_place)) between 3 and 500),
  found text not null check (length(found) between 1 and 2000),
  decided_by uuid not null references cordon.member,
  decided_at timestamptz not null default now(),
  destroyed_at timestamptz,
  primary key (operation_id, source_id),
  foreign key (operation_id, source_id) references cordon.source (operation_id, id)
);

call cordon.guard('rereading', 'sources');
call cordon.guard('destroyed_copy', 'sources');
call cordon.counted('rereading');
call cordon.counted('destroyed_copy');
-- What was asked and decided stays as it was said.
revoke update on cordon.rereading, cordon.destroyed_copy from cordon_app;
grant update (found) on cordon.rereading to cordon_app;
grant update (destroyed_at) on cordon.destroyed_copy to cordon_app;
create policy own_name on cordon.destroyed_copy as restrictive for insert to cordon_app with check (
  decided_by = (select cordon.current_member()));

call cordon.erasure(2014, 'rereading', 'keep', null, null, 'That a source was read again, and why.');
call cordon.erasure(2015, 'destroyed_copy', 'keep', null, null, 'That the vault''s copy of a source was destroyed, why, and where the original lies.');
