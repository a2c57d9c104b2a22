-- What is asked of banks, processors, exchanges, mail and access providers, what became of it, and who does what until when.

insert into cordon.area (name, holds, is_case, own_code, break_glass) values
  ('requests', 'Requests to providers, their answers, and tasks', true, false, false);

insert into cordon.need_to_know (role, area, reach, may_read, may_write, rights, categories, because) values
  ('analyst', 'requests', 'operation', true, true, '{}', null, 'Asks providers for what the records lack.'),
  ('coordinator', 'requests', 'operation', true, true, '{}', null, 'Sees that nothing is asked twice or too late.'),
  ('national_officer', 'requests', 'own_agency', true, true, '{}', null, 'Asks the providers of the own country.'),
  ('prosecutor', 'requests', 'own_agency', true, false, '{}', null, 'Answers for the legal basis of what is asked.');

create table cordon.provider_request (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  number text not null check (number ~ '^R-[0-9A-F]{8}$'),
  provider text not null check (length(btrim(provider)) between 1 and 200),
  provider_kind text not null check (provider_kind in ('bank', 'processor', 'exchange', 'mail', 'access', 'other')),
  from_country text not null check (from_country ~ '^[A-Z]{2}$'),
  to_country text not null check (to_country ~ '^[A-Z]{2}$'),
  legal_basis text not null check (length(btrim(legal_basis)) between 1 and 1000),
  channel text not null check (length(btrim(channel)) between 1 and 500),
  asks text not null check (length(btrim(asks)) between 1 and 2000),
  due_on date not null,
  data_expires_on date,
  drafted_by uuid not null references cordon.member,
  drafted_at timestamptz not null default now(),
  unique (operation_id, number),
  unique (id, agency_id)
);
create index provider_request_page on cordon.provider_request (operation_id, due_on, id);

-- A selector asked about. The digest is that of its plain form, for warning of a second question; it falls with the row.
create table cordon.request_selector (
  id uuid primary key default gen_random_uuid(),
  request_id uuid not null,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  kind text not null check (kind in ('email', 'phone', 'ip', 'account', 'card', 'wallet', 'handle', 'device')),
  value text not null check (length(btrim(value)) between 1 and 500),
  plain_sha256 text not null check (plain_sha256 ~ '^[0-9a-f]{64}$'),
  subject_id uuid references cordon.subject,
  foreign key (request_id, agency_id) references cordon.provider_request (id, agency_id)
);
create index request_selector_request on cordon.request_selector (request_id);
create index request_selector_plain on cordon.request_selector (operation_id, plain_sha256);

-- What became of a request, act by act; the last one is its state.
create table cordon.request_act (
  id uuid primary key default gen_random_uuid(),
  request_id uuid not null,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  act text not null check (act in ('drafted', 'preservation_asked', 'sent', 'answered', 'refused', 'withdrawn')),
  note text not null check (length(btrim(note)) between 1 and 2000),
  answer_source_id uuid,
  acted_by uuid not null references cordon.member,
  acted_at timestamptz not null default now(),
  sequence bigint generated always as identity,
  foreign key (request_id, agency_id) references cordon.provider_request (id, agency_id),
  foreign key (operation_id, answer_source_id) references cordon.source (operation_id, id),
  check ((act = 'answered') = (answer_source_id is not null))
);
create index request_act_request on cordon.request_act (request_id, sequence desc);

-- Something to do, about any record, by somebody, until a day.
create table cordon.task (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  title text not null check (length(btrim(title)) between 1 and 300),
  template text not null check (length(template) between 1 and 60),
  record_path text not null check (record_path ~ '^(/[a-z0-9-]{1,60}){0,4}$'),
  assignee_id uuid not null references cordon.member,
  due_on date not null,
  created_by uuid not null references cordon.member,
  created_at timestamptz not null default now(),
  unique (id, agency_id)
);
create index task_assignee on cordon.task (operation_id, assignee_id, due_on);

create table cordon.task_end (
  task_id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  outcome text not null check (outcome in ('done', 'dropped')),
  note text not null check (length(btrim(note)) between 1 and 2000),
  ended_by uuid not null references cordon.member,
  ended_at timestamptz not null default now(),
  foreign key (task_id, agency_id) references cordon.task (id, agency_id)
);

call cordon.guard('provider_request', 'requests', true);
call cordon.guard('request_selector', 'requests', true);
call cordon.guard('request_act', 'requests', true);
call cordon.guard('task', 'requests', true);
call cordon.guard('task_end', 'requests', true);
call cordon.counted('provider_request');
call cordon.counted('request_selector');
call cordon.counted('request_act');
call cordon.counted('task');
call cordon.counted('task_end');
create policy functions_read on cordon.request_selector for select to cordon_owner using (true);
create policy functions_read on cordon.request_act for select to cordon_owner using (true);

call cordon.erasure(62, 'request_selector', 'delete', null, 't.subject_id::text in (select cordon.named($1, ''subject''))',
  'Selectors of the person that providers were asked about.');
call cordon.erasure(2122, 'provider_request', 'keep', null, null, 'What was asked of which provider, by whom; selectors stand apart.');
call cordon.erasure(2123, 'request_act', 'keep', null, null, 'What became of a request, in the words of members.');
call cordon.erasure(2124, 'task', 'keep', null, null, 'Work of members; titles name records by number.');
call cordon.erasure(2125, 'task_end', 'keep', null, null, 'How work of members ended.');

-- Whether another agency asks about the same, said without its name: that it does, never who or whom.
create function cordon.asked_elsewhere(operation uuid, digests text[]) returns setof text
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select distinct s.plain_sha256 from cordon.request_selector s
    where s.operation_id = operation and s.plain_sha256 = any(digests)
      and s.agency_id is distinct from cordon.current_agency()
      and cordon.may(operation, 'requests', 'write')
      and (select a.act from cordon.request_act a where a.request_id = s.request_id order by a.sequence desc limit 1)
        in ('drafted', 'preservation_asked', 'sent');
  end;
grant execute on function cordon.asked_elsewhere(uuid, text[]) to cordon_app;
