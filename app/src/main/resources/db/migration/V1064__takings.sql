-- Taking in through a queue that outlives the page and the server; what was stated about a source; what its records
-- hold by day, kind and reason, counted once; and receipts for whoever handed a source over.

create table cordon.taking (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  place bigint generated always as identity,
  name text not null check (length(name) between 1 and 500),
  size_bytes bigint not null check (size_bytes >= 0),
  asked_by uuid not null references cordon.member,
  asked_at timestamptz not null default now(),
  handed_by text check (length(handed_by) between 1 and 300),
  handed_at timestamptz,
  handed_place text check (length(handed_place) between 1 and 300),
  handed_means text check (length(handed_means) between 1 and 300),
  handed_description text check (length(handed_description) between 1 and 2000),
  state text not null default 'waiting'
    check (state in ('waiting', 'running', 'done', 'same_bytes', 'refused', 'stopped')),
  -- How often it was begun: more than once after the server stopped in the middle.
  runs integer not null default 0 check (runs >= 0),
  started_at timestamptz,
  ended_at timestamptz,
  stop_asked_by uuid references cordon.member,
  stop_asked_at timestamptz,
  reason text check (length(reason) between 1 and 2000),
  source_id uuid,
  foreign key (operation_id, source_id) references cordon.source (operation_id, id),
  check ((state in ('waiting', 'running')) = (ended_at is null)),
  check ((state in ('done', 'same_bytes')) = (source_id is not null)),
  check (state <> 'refused' or reason is not null),
  check (num_nulls(stop_asked_by, stop_asked_at) in (0, 2))
);
create index taking_list on cordon.taking (operation_id, place desc);
create unique index taking_once on cordon.taking (operation_id, name) where state in ('waiting', 'running');

-- What a member stated about files of that name: the newest counts. Records made before follow it when read again.
create table cordon.source_statement (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  name text not null check (length(name) between 1 and 500),
  zone text check (length(zone) between 1 and 100),
  system text check (length(system) between 1 and 200),
  stated_by uuid not null references cordon.member,
  stated_at timestamptz not null default now(),
  sequence bigint generated always as identity,
  check (num_nonnulls(zone, system) > 0)
);
create index source_statement_name on cordon.source_statement (operation_id, name, sequence desc);

-- Counted from the records when they are entered; an edition of a source's records has counts of its own.
create table cordon.source_count (
  operation_id uuid not null,
  source_id uuid not null,
  edition integer not null check (edition >= 1),
  counted_at timestamptz not null default now(),
  primary key (operation_id, source_id, edition),
  foreign key (operation_id, source_id) references cordon.source (operation_id, id)
);

create table cordon.source_kind (
  operation_id uuid not null,
  source_id uuid not null,
  edition integer not null,
  kind text not null,
  records bigint not null check (records >= 0),
  primary key (operation_id, source_id, edition, kind),
  foreign key (operation_id, source_id, edition) references cordon.source_count
);

create table cordon.source_day (
  operation_id uuid not null,
  source_id uuid not null,
  edition integer not null,
  kind text not null,
  day date not null,
  rows bigint not null check (rows > 0),
  primary key (operation_id, source_id, edition, kind, day),
  foreign key (operation_id, source_id, edition) references cordon.source_count
);

-- Times that are flagged, missing or unusable, by kind and flag; 'none' where no time is written.
create table cordon.source_time_flag (
  operation_id uuid not null,
  source_id uuid not null,
  edition integer not null,
  kind text not null,
  flag text not null,
  has_time boolean not null,
  rows bigint not null check (rows > 0),
  primary key (operation_id, source_id, edition, kind, flag, has_time),
  foreign key (operation_id, source_id, edition) references cordon.source_count
);

create table cordon.source_reason (
  operation_id uuid not null,
  source_id uuid not null,
  edition integer not null,
  place integer not null,
  source_table text not null,
  reason text not null,
  rows bigint not null check (rows > 0),
  primary key (operation_id, source_id, edition, place),
  foreign key (operation_id, source_id, edition) references cordon.source_count
);

-- What a receipt says, in its exact words; the ledger's entry commits to their digest. The newest stands.
create table cordon.source_receipt (
  id uuid primary key,
  operation_id uuid not null,
  source_id uuid not null,
  number integer not null check (number >= 1),
  handed_by text check (length(handed_by) between 1 and 300),
  handed_at timestamptz,
  handed_place text check (length(handed_place) between 1 and 300),
  handed_means text check (length(handed_means) between 1 and 300),
  handed_description text check (length(handed_description) between 1 and 2000),
  statement text not null check (length(statement) between 1 and 20000),
  statement_sha256 text not null check (statement_sha256 ~ '^[0-9a-f]{64}$'),
  entry_id uuid not null references cordon.ledger_entry,
  made_by uuid not null references cordon.member,
  made_at timestamptz not null default now(),
  unique (operation_id, source_id, number),
  foreign key (operation_id, source_id) references cordon.source (operation_id, id)
);

call cordon.guard('taking', 'sources');
call cordon.guard('source_statement', 'sources', true);
call cordon.guard('source_count', 'sources', true);
call cordon.guard('source_kind', 'sources', true);
call cordon.guard('source_day', 'sources', true);
call cordon.guard('source_time_flag', 'sources', true);
call cordon.guard('source_reason', 'sources', true);
call cordon.guard('source_receipt', 'sources', true);

-- What was asked for stays as asked; only how far it is changes.
revoke update on cordon.taking from cordon_app;
grant update (state, runs, started_at, ended_at, stop_asked_by, stop_asked_at, reason, source_id)
  on cordon.taking to cordon_app;

do $$
declare
  name text;
begin
  foreach name in array '{taking,source_statement,source_count,source_kind,source_day,source_time_flag,source_reason,
    source_receipt}'::text[] loop
    call cordon.counted(name);
  end loop;
end;
$$;

create policy functions_read on cordon.taking for select to current_user using (true);
create policy functions_refuse on cordon.taking for update to current_user
  using (state in ('waiting', 'running')) with check (state = 'refused');
create policy functions_read on cordon.source_receipt for select to current_user using (true);

-- What a server that starts has to go on with, what ran first; and as whom. Nobody is signed in then.
create function cordon.takings_left() returns table (operation_id uuid, id uuid, member_id uuid, sign_in_name text,
    display_name text, agency_id uuid)
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select t.operation_id, t.id, m.id, m.sign_in_name, m.display_name, m.agency_id
    from cordon.taking t join cordon.member m on m.id = t.asked_by
    where t.state in ('waiting', 'running')
    order by t.operation_id, (t.state = 'running') desc, t.place;
  end;

-- Ends what nobody may go on with: asked for by a member who may no longer take anything in.
create function cordon.refuse_taking(which uuid) returns boolean
  language sql security definer set search_path = cordon, pg_temp
  begin atomic
    update cordon.taking t
    set state = 'refused', ended_at = now(),
        reason = 'whoever asked for it may no longer take files in; another member asks again'
    where t.id = which and t.asked_by = cordon.current_member() and t.state in ('waiting', 'running')
      and t.operation_id <> all (cordon.ruled('sources', 'operation', 'write'));
    select true;
  end;

-- What proves a receipt: its entry, the salt and the values the entry commits to. Who may read the sources may hand out
-- their receipts; of other entries nothing is given.
create function cordon.receipt_proof(which uuid) returns table (entry_id uuid, body bytea, place bigint, salt bytea,
    record_ids text[])
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select e.id, e.body, e.place, o.salt, o.record_ids
    from cordon.source_receipt r
    join cordon.ledger_entry e on e.id = r.entry_id
    left join cordon.ledger_opening o on o.entry_id = e.id and o.destroyed_at is null
    where r.id = which and r.operation_id = any (cordon.ruled('sources', 'operation', 'read'))
      and r.source_id <> all (cordon.hidden('source'));
  end;

grant execute on function cordon.takings_left(), cordon.refuse_taking(uuid), cordon.receipt_proof(uuid) to cordon_app;
