-- Sealed text. The texts lie in the vault under a key of their own; here are the threads (counts and times, never a
-- word), who opened what and until when, marks, locks, and searches with counts.

-- Where the member may open things of that kind: what the rules of need to know say, and nothing beside them.
create function cordon.operations_opening(kind text) returns uuid[]
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select case kind
      when 'thread' then cordon.ruled('sealed_text', 'operation', 'open_thread')
      when 'search' then cordon.ruled('sealed_text', 'operation', 'search')
      when 'file_names' then cordon.ruled('sealed_text', 'operation', 'open_names')
        || cordon.ruled('sealed_text', 'own_agency', 'open_names')
      when 'grounds' then cordon.ruled('assessments', 'operation', 'open_grounds')
        || cordon.ruled('assessments', 'own_agency', 'open_grounds')
      when 'victim' then cordon.ruled('victims', 'operation', 'open_sealed')
      else '{}'::uuid[]
    end;
  end;
grant execute on function cordon.operations_opening(text) to cordon_app;

create table cordon.sealed_access (
  id uuid primary key default gen_random_uuid(),
  operation_id uuid not null references cordon.operation,
  kind text not null check (kind in ('thread', 'search', 'file_names', 'victim', 'grounds')),
  thing_id uuid not null,
  member_id uuid not null references cordon.member,
  reason text not null check (length(btrim(reason)) between 1 and 1000),
  legal_basis text not null check (length(btrim(legal_basis)) between 1 and 1000),
  opened_at timestamptz not null default now(),
  ends_at timestamptz not null,
  closed_at timestamptz,
  check (ends_at > opened_at and ends_at <= opened_at + interval '8 hours')
);
create index sealed_access_member on cordon.sealed_access (member_id, operation_id, kind, thing_id, ends_at);

alter table cordon.sealed_access enable row level security;
alter table cordon.sealed_access force row level security;
create policy reads on cordon.sealed_access for select to cordon_app using (
  member_id = (select cordon.current_member())
  or operation_id = any((select cordon.ruled('ledger', 'operation', 'read'))::uuid[]));
create policy adds on cordon.sealed_access for insert to cordon_app with check (
  member_id = (select cordon.current_member()) and closed_at is null
  and opened_at = now() and operation_id = any(cordon.operations_opening(kind)));
create policy closes on cordon.sealed_access for update to cordon_app
  using (member_id = (select cordon.current_member())) with check (closed_at is not null);
grant select, insert on cordon.sealed_access to cordon_app;
grant update (closed_at) on cordon.sealed_access to cordon_app;

-- One thread of one system; the same thread in two exports is one.
create table cordon.text_thread (
  operation_id uuid not null references cordon.operation,
  id uuid not null,
  system text not null,
  channel text not null,
  thread text not null check (length(thread) <= 200),
  messages bigint not null check (messages > 0),
  first_at timestamptz,
  last_at timestamptz,
  primary key (operation_id, id)
);
create index text_thread_order on cordon.text_thread (operation_id, system, last_at desc nulls last, id);

-- Which sources hold pieces of a thread; written once with the source, so that nothing is counted twice.
create table cordon.text_source (
  operation_id uuid not null,
  source_id uuid not null,
  texts bigint not null,
  primary key (operation_id, source_id),
  foreign key (operation_id, source_id) references cordon.source (operation_id, id)
);

-- A mark stays with the case and points to a message; it holds no word of it.
create table cordon.text_mark (
  id uuid primary key default gen_random_uuid(),
  operation_id uuid not null references cordon.operation,
  thread_id uuid not null,
  source_id uuid not null,
  source_table text not null,
  source_row bigint not null,
  message_key text not null,
  kind text not null check (kind in ('contact_abuse', 'exculpating', 'child_at_risk', 'privileged')),
  marked_by uuid not null references cordon.member,
  marked_at timestamptz not null default now(),
  withdrawn_by uuid references cordon.member,
  withdrawn_at timestamptz,
  withdrawn_reason text check (length(btrim(withdrawn_reason)) between 1 and 2000),
  foreign key (operation_id, thread_id) references cordon.text_thread (operation_id, id),
  check (num_nulls(withdrawn_by, withdrawn_at, withdrawn_reason) in (0, 3))
);
create unique index text_mark_standing on cordon.text_mark
  (operation_id, thread_id, source_id, source_table, source_row, kind) where withdrawn_at is null;

create table cordon.text_lock (
  id uuid primary key default gen_random_uuid(),
  operation_id uuid not null references cordon.operation,
  thread_id uuid not null,
  reason text not null check (length(btrim(reason)) between 1 and 2000),
  locked_by uuid not null references cordon.member,
  locked_at timestamptz not null default now(),
  unlocked_by uuid references cordon.member,
  unlocked_at timestamptz,
  unlock_reason text check (length(btrim(unlock_reason)) between 1 and 2000),
  foreign key (operation_id, thread_id) references cordon.text_thread (operation_id, id),
  check (num_nulls(unlocked_by, unlocked_at, unlock_reason) in (0, 3))
);
create unique index text_lock_standing on cordon.text_lock (operation_id, thread_id) where unlocked_at is null;

-- What a search found: counts for threads, never a word, not even the words searched for.
create table cordon.text_search (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  member_id uuid not null references cordon.member,
  searched_at timestamptz not null default now(),
  messages_searched bigint not null,
  threads_found bigint not null,
  messages_found bigint not null,
  threads_locked bigint not null,
  is_complete boolean not null
);

create table cordon.text_search_hit (
  search_id uuid not null references cordon.text_search,
  operation_id uuid not null references cordon.operation,
  member_id uuid not null references cordon.member,
  thread_id uuid not null,
  messages bigint not null check (messages > 0),
  primary key (search_id, thread_id)
);

call cordon.guard('text_thread', 'sealed_text');
call cordon.guard('text_source', 'sealed_text', true);
call cordon.guard('text_mark', 'sealed_text');
call cordon.guard('text_lock', 'sealed_text');

create policy entitled_reads on cordon.text_thread for select to cordon_app using (
  operation_id = any((select cordon.operations_opening('thread'))::uuid[])
  or operation_id = any((select cordon.ruled('sealed_text', 'operation', 'unlock'))::uuid[]));
create policy entitled_reads on cordon.text_source for select to cordon_app using (
  operation_id = any((select cordon.operations_opening('thread'))::uuid[]));
create policy entitled_reads on cordon.text_mark for select to cordon_app using (
  operation_id = any((select cordon.operations_opening('thread'))::uuid[]));
create policy entitled_adds on cordon.text_mark for insert to cordon_app with check (
  operation_id = any((select cordon.operations_opening('thread'))::uuid[]));
create policy entitled_changes on cordon.text_mark for update to cordon_app
  using (operation_id = any((select cordon.operations_opening('thread'))::uuid[]))
  with check (operation_id = any((select cordon.operations_opening('thread'))::uuid[]));
create policy only_readers_mark on cordon.text_mark as restrictive for insert to cordon_app with check (
  marked_by = (select cordon.current_member())
  and operation_id = any((select cordon.operations_opening('thread'))::uuid[]));
create policy entitled_reads on cordon.text_lock for select to cordon_app using (
  operation_id = any((select cordon.operations_opening('thread'))::uuid[])
  or operation_id = any((select cordon.ruled('sealed_text', 'operation', 'unlock'))::uuid[]));
create policy entitled_adds on cordon.text_lock for insert to cordon_app with check (
  operation_id = any((select cordon.ruled('sealed_text', 'operation', 'lock'))::uuid[]));
create policy entitled_changes on cordon.text_lock for update to cordon_app
  using (operation_id = any((select cordon.ruled('sealed_text', 'operation', 'unlock'))::uuid[]))
  with check (operation_id = any((select cordon.ruled('sealed_text', 'operation', 'unlock'))::uuid[]));

-- Whoever locked can not unlock by being a reader: only a prosecutor of the operation or the data-protection officer.
create policy only_these_unlock on cordon.text_lock as restrictive for update to cordon_app
  using (operation_id = any((select cordon.ruled('sealed_text', 'operation', 'unlock'))::uuid[]))
  with check (unlocked_by = (select cordon.current_member()));
create policy only_own_lock on cordon.text_lock as restrictive for insert to cordon_app with check (
  locked_by = (select cordon.current_member()) and unlocked_at is null);

-- A search is its member's alone.
alter table cordon.text_search enable row level security;
alter table cordon.text_search force row level security;
alter table cordon.text_search_hit enable row level security;
alter table cordon.text_search_hit force row level security;
create policy reads on cordon.text_search for select to cordon_app using (
  member_id = (select cordon.current_member())
  and operation_id = any((select cordon.operations_opening('search'))::uuid[]));
create policy adds on cordon.text_search for insert to cordon_app with check (
  member_id = (select cordon.current_member())
  and operation_id = any((select cordon.operations_opening('search'))::uuid[]));
create policy reads on cordon.text_search_hit for select to cordon_app using (
  member_id = (select cordon.current_member())
  and operation_id = any((select cordon.operations_opening('search'))::uuid[]));
create policy adds on cordon.text_search_hit for insert to cordon_app with check (
  member_id = (select cordon.current_member())
  and operation_id = any((select cordon.operations_opening('search'))::uuid[]));
grant select, insert on cordon.text_search, cordon.text_search_hit to cordon_app;

-- Where a file lay on an exhibit, sealed; the digest beside it stays for finding the same path again.
alter table cordon.sighting add column path_sealed bytea check (length(path_sealed) between 6 and 100000);
