-- What goes to other servers and what comes from them. Rows carry the agency that leads the operation here: its own officers
-- act on packages received, officers of other agencies see none of this.

-- Packages received: the rows, the signed manifest that vouches for them, and the file as it came, sealed to own keys.
create table cordon.received_package (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  peer_id uuid not null references cordon.agency,
  key_id uuid not null references cordon.correspondent_key,
  peer_operation uuid not null,
  number text not null check (number ~ '^[A-Za-z0-9-]{1,40}$'),
  version integer not null check (version >= 1),
  sender_name text not null check (length(btrim(sender_name)) between 1 and 300),
  operation_name text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  handling_code text not null check (handling_code in ('H0', 'H1', 'H2', 'H3')),
  urgent boolean not null default false,
  released_at timestamptz not null,
  expires_on date,
  law text not null check (length(law) <= 100000),
  manifest text not null check (length(manifest) <= 20000000),
  manifest_sha256 text not null check (manifest_sha256 ~ '^[0-9a-f]{64}$'),
  signed_note text not null check (length(signed_note) <= 100000),
  way text not null check (way in ('file', 'push')),
  taken_by uuid not null references cordon.member,
  taken_at timestamptz not null default now(),
  unique (operation_id, peer_id, number, version),
  unique (id, agency_id)
);
create index received_package_page on cordon.received_package (operation_id, taken_at desc, id);

create table cordon.received_file (
  received_id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  handling_code text not null check (handling_code in ('H0', 'H1', 'H2', 'H3')),
  sealed bytea not null check (length(sealed) <= 67108864),
  foreign key (received_id, agency_id) references cordon.received_package (id, agency_id)
);

create table cordon.received_subject (
  id uuid primary key,
  received_id uuid not null,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  handling_code text not null check (handling_code in ('H0', 'H1', 'H2', 'H3')),
  number text not null check (number ~ '^[A-Za-z0-9-]{1,40}$'),
  category text not null check (length(category) <= 60),
  attribution_reason text not null,
  unique (received_id, number),
  unique (id, agency_id),
  foreign key (received_id, agency_id) references cordon.received_package (id, agency_id)
);

create table cordon.received_record (
  id bigint generated always as identity primary key,
  received_id uuid not null,
  received_subject_id uuid not null,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  handling_code text not null check (handling_code in ('H0', 'H1', 'H2', 'H3')),
  kind text not null,
  label text not null,
  value text not null,
  at timestamptz,
  concerns text not null check (concerns in ('subject', 'other')),
  source_name text not null,
  source_table text not null,
  source_row bigint not null,
  foreign key (received_id, agency_id) references cordon.received_package (id, agency_id),
  foreign key (received_subject_id, agency_id) references cordon.received_subject (id, agency_id)
);
create index received_record_subject on cordon.received_record (received_subject_id, id);

create table cordon.received_assignment (
  id uuid primary key,
  received_id uuid not null,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  assignee_id uuid not null references cordon.member,
  reason text not null check (length(btrim(reason)) between 3 and 2000),
  assigned_by uuid not null references cordon.member,
  assigned_at timestamptz not null default now(),
  sequence bigint generated always as identity,
  foreign key (received_id, agency_id) references cordon.received_package (id, agency_id)
);
create index received_assignment_last on cordon.received_assignment (received_id, sequence desc);

-- What the agency decided and what came of it; each is told to the sender by the message of the same id.
create table cordon.received_decision (
  id uuid primary key,
  received_id uuid not null,
  received_subject_id uuid,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  outcome text not null check (outcome in ('opened', 'no_offence_here', 'not_identified', 'searched', 'arrested',
    'exhibits', 'closed', 'wrong_person')),
  amount integer check (amount between 0 and 1000000),
  note text check (length(note) <= 2000),
  decided_by uuid not null references cordon.member,
  decided_at timestamptz not null default now(),
  foreign key (received_id, agency_id) references cordon.received_package (id, agency_id),
  foreign key (received_subject_id, agency_id) references cordon.received_subject (id, agency_id)
);
create index received_decision_package on cordon.received_decision (received_id, decided_at desc);

-- What was told of a package received: that it is called back, or that something in it no longer holds.
create table cordon.received_notice (
  id uuid primary key,
  received_id uuid not null,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  kind text not null check (kind in ('recall', 'correction')),
  subject_number text,
  words text not null check (length(btrim(words)) between 1 and 2000),
  said_by text not null,
  said_at timestamptz not null,
  taken_at timestamptz not null default now(),
  foreign key (received_id, agency_id) references cordon.received_package (id, agency_id)
);
create index received_notice_package on cordon.received_notice (received_id);

-- What was decided of a package called back or past its date: kept until a day, or its content destroyed.
create table cordon.received_review (
  id uuid primary key,
  received_id uuid not null,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  decision text not null check (decision in ('keep', 'destroy')),
  keep_until date,
  reason text not null check (length(btrim(reason)) between 3 and 2000),
  decided_by uuid not null references cordon.member,
  decided_at timestamptz not null default now(),
  sequence bigint generated always as identity,
  foreign key (received_id, agency_id) references cordon.received_package (id, agency_id),
  check ((decision = 'keep') = (keep_until is not null))
);
create index received_review_last on cordon.received_review (received_id, sequence desc);

-- What was sent: packages, and messages with their text as signed. What became of it are its attempts and its receipt.
create table cordon.outgoing (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  peer_id uuid not null references cordon.agency,
  kind text not null check (kind in ('package', 'outcome', 'recall', 'correction')),
  package_id uuid references cordon.package,
  received_id uuid references cordon.received_package,
  subject_id uuid references cordon.subject,
  -- That of the agency which made the package: here the own one, at a receiver the sender's.
  named_operation uuid not null,
  package_number text not null,
  package_version integer not null,
  sequence bigint not null check (sequence >= 0),
  note text check (length(note) <= 100000),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  way text not null check (way in ('file', 'push')),
  made_by uuid not null references cordon.member,
  made_at timestamptz not null default now(),
  unique (id, operation_id),
  check ((kind = 'package') = (note is null)),
  check ((kind = 'package') = (sequence = 0)),
  check (num_nonnulls(package_id, received_id) = 1)
);
create unique index outgoing_sequence on cordon.outgoing (operation_id, peer_id, sequence) where sequence > 0;
create unique index outgoing_package on cordon.outgoing (package_id, peer_id) where kind = 'package';
create index outgoing_page on cordon.outgoing (operation_id, made_at desc, id);

create table cordon.outgoing_attempt (
  id bigint generated always as identity primary key,
  outgoing_id uuid not null,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  state text not null check (state in ('taken_out', 'delivered', 'refused', 'failed', 'asked_again')),
  words text not null check (length(words) <= 2000),
  next_at timestamptz,
  at timestamptz not null default now(),
  foreign key (outgoing_id, operation_id) references cordon.outgoing (id, operation_id)
);
create index outgoing_attempt_last on cordon.outgoing_attempt (outgoing_id, id desc);

create table cordon.outgoing_receipt (
  outgoing_id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  note text not null check (length(note) <= 100000),
  key_id uuid not null references cordon.correspondent_key,
  said_at timestamptz not null,
  received_by uuid not null references cordon.member,
  received_at timestamptz not null default now(),
  foreign key (outgoing_id, operation_id) references cordon.outgoing (id, operation_id)
);

-- Messages taken in, each once: by its id, by its place in the sender's sequence, by its digest.
create table cordon.incoming (
  id uuid not null,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  peer_id uuid not null references cordon.agency,
  key_id uuid not null references cordon.correspondent_key,
  kind text not null check (kind in ('outcome', 'recall', 'correction')),
  sequence bigint not null check (sequence >= 1),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  note text not null check (length(note) <= 100000),
  way text not null check (way in ('file', 'push')),
  taken_by uuid not null references cordon.member,
  taken_at timestamptz not null default now(),
  primary key (operation_id, peer_id, id),
  unique (operation_id, peer_id, sequence)
);

-- What was refused, and which check refused it. Of its content nothing is kept.
create table cordon.incoming_refusal (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  peer_id uuid references cordon.agency,
  check_name text not null check (length(check_name) between 1 and 60),
  words text not null check (length(words) <= 2000),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes >= 0),
  way text not null check (way in ('file', 'push')),
  refused_for uuid not null references cordon.member,
  refused_at timestamptz not null default now()
);
create index incoming_refusal_page on cordon.incoming_refusal (operation_id, refused_at desc, id);

do $$
declare
  name text;
begin
  foreach name in array '{received_package,received_file,received_subject,received_record,received_assignment,received_decision,received_notice,received_review,outgoing,outgoing_attempt,outgoing_receipt,incoming,incoming_refusal}'::text[] loop
    execute format('call cordon.guard(%L, ''correspondence'', true)', name);
    execute format('call cordon.counted(%L)', name);
    execute format('create policy functions_read on cordon.%I for select to current_user using (true)', name);
  end loop;
end;
$$;

call cordon.erasure(141, 'received_file', 'delete', null, 't.received_id::text in (select cordon.named($1, ''received''))',
  'The file of a package received, where the order names the package.');
call cordon.erasure(142, 'received_record', 'delete', null, 't.received_id::text in (select cordon.named($1, ''received''))',
  'The records of a package received, where the order names the package.');
call cordon.erasure(143, 'received_decision', 'empty', 'received_subject_id = null, note = null',
  't.received_id::text in (select cordon.named($1, ''received''))', 'What was decided of a person in a package received; the outcome stays as a count.');
call cordon.erasure(144, 'received_notice', 'empty', 'subject_number = null, words = ''erased by order''',
  't.received_id::text in (select cordon.named($1, ''received''))', 'What the sender corrected about a person in a package received.');
call cordon.erasure(145, 'received_subject', 'delete', null, 't.received_id::text in (select cordon.named($1, ''received''))',
  'The persons of a package received, where the order names the package.');
call cordon.erasure(146, 'outgoing', 'empty', 'subject_id = null, note = ''erased by order''',
  't.subject_id::text in (select cordon.named($1, ''subject''))', 'What recipients were told of the person; that they were told stays.');
call cordon.erasure(2163, 'received_package', 'keep', null, null, 'Number, version and signed manifest of a package of several persons.');
call cordon.erasure(2164, 'received_assignment', 'keep', null, null, 'Which member worked on a package received.');
call cordon.erasure(2165, 'received_review', 'keep', null, null, 'What was decided of a package past its date.');
call cordon.erasure(2166, 'outgoing_attempt', 'keep', null, null, 'How sending went.');
call cordon.erasure(2167, 'outgoing_receipt', 'keep', null, null, 'Receipts other agencies signed: numbers and digests.');
call cordon.erasure(2169, 'incoming_refusal', 'keep', null, null, 'What was refused, by digest and size.');

-- Recalled, replaced, past its date, destroyed or in force.
create view cordon.received_state with (security_invoker = true) as
  select p.*, k.state as key_state, k.revoked_at,
    n.said_at as recalled_at, n.words as recall_words,
    (select max(later.version) from cordon.received_package later where later.operation_id = p.operation_id
      and later.peer_id = p.peer_id and later.number = p.number and later.version > p.version) as replaced_by,
    v.decision as review, v.keep_until,
    t.assignee_id, m.display_name as assignee_name,
    (select count(*) from cordon.received_subject s where s.received_id = p.id) as subjects,
    case
      when v.decision = 'destroy' then 'destroyed'
      when n.id is not null then 'recalled'
      when exists (select from cordon.received_package later where later.operation_id = p.operation_id
        and later.peer_id = p.peer_id and later.number = p.number and later.version > p.version) then 'replaced'
      when coalesce(v.keep_until, p.expires_on) < current_date then 'expired'
      else 'in_force'
    end as state
  from cordon.received_package p
  left join cordon.correspondent_key_state k on k.id = p.key_id
  left join lateral (select * from cordon.received_notice n where n.received_id = p.id and n.kind = 'recall'
    order by n.taken_at limit 1) n on true
  left join lateral (select * from cordon.received_review v where v.received_id = p.id order by v.sequence desc limit 1) v on true
  left join lateral (select * from cordon.received_assignment t where t.received_id = p.id order by t.sequence desc limit 1) t on true
  left join cordon.member m on m.id = t.assignee_id;

create view cordon.outgoing_state with (security_invoker = true) as
  select o.*, a.name as peer_name, t.words as last_words, t.at as last_at, t.next_at, r.said_at as receipt_said_at,
    r.received_at as receipt_at, m.display_name as made_by_name,
    (select count(*) from cordon.outgoing_attempt c where c.outgoing_id = o.id) as attempts,
    case when r.outgoing_id is not null then 'receipt' when t.state is null then 'waiting' else t.state end as state
  from cordon.outgoing o
  left join cordon.agency a on a.id = o.peer_id
  left join cordon.member m on m.id = o.made_by
  left join cordon.outgoing_receipt r on r.outgoing_id = o.id
  left join lateral (select * from cordon.outgoing_attempt t where t.outgoing_id = o.id order by t.id desc limit 1) t on true;
grant select on cordon.received_state, cordon.outgoing_state to cordon_app;

-- The next place in the sequence of what goes to an agency; two at once come one after the other.
create function cordon.next_message(asked_operation uuid, peer uuid) returns bigint
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  if not cordon.may(asked_operation, 'correspondence', 'write') then
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(concat('outgoing ', asked_operation, peer), 0));
  return (select coalesce(max(o.sequence), 0) + 1 from cordon.outgoing o
    where o.operation_id = asked_operation and o.peer_id = peer);
end;
$$;

-- What is to be pushed now, and for whom: whoever sent it.
create function cordon.pushes_due() returns table (id uuid, operation_id uuid, member_id uuid, sign_in_name text,
    display_name text, agency_id uuid, administrator boolean)
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select o.id, o.operation_id, m.id, m.sign_in_name, m.display_name, m.agency_id, m.administrator
    from cordon.outgoing o
    join cordon.member m on m.id = o.made_by and m.left_at is null
    join lateral (select * from cordon.correspondent_road r where r.operation_id = o.operation_id
      and r.peer_id = o.peer_id order by r.sequence desc limit 1) road on road.sends
    left join lateral (select * from cordon.outgoing_attempt t where t.outgoing_id = o.id order by t.id desc limit 1) t on true
    where o.way = 'push' and not exists (select from cordon.outgoing_receipt r where r.outgoing_id = o.id)
      and (t.id is null or t.next_at <= now())
      and not (o.kind = 'package' and exists (select from cordon.package_recall c where c.package_id = o.package_id))
    order by o.made_at, o.id limit 20;
  end;

-- The content of a package received is destroyed as a member decided; number, manifest and decisions stay.
create function cordon.destroy_received(which uuid) returns void
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
declare
  operation uuid;
begin
  select v.operation_id into operation from cordon.received_review v
    where v.received_id = which and v.decision = 'destroy' and v.decided_by = cordon.current_member();
  if operation is null or not cordon.may(operation, 'correspondence', 'write') then
    raise exception 'nobody decided to destroy it' using errcode = 'check_violation';
  end if;
  perform set_config('cordon.erasing', operation::text, true);
  delete from cordon.received_file f where f.received_id = which;
  delete from cordon.received_record r where r.received_id = which;
  update cordon.received_decision d set received_subject_id = null where d.received_id = which;
  delete from cordon.received_subject s where s.received_id = which;
  perform set_config('cordon.erasing', '', true);
end;
$$;

-- What recipients said by signed message stands beside what officers here said themselves.
alter table cordon.package_outcome alter column reported_by drop not null;
alter table cordon.package_outcome
  add column amount integer check (amount between 0 and 1000000),
  add column told_by text check (length(btrim(told_by)) between 1 and 300),
  add column told_sequence bigint,
  add column message_id uuid,
  add constraint package_outcome_by_someone check (num_nonnulls(reported_by, told_by) = 1),
  add constraint package_outcome_told check (num_nulls(told_by, told_sequence, message_id) in (0, 3)),
  drop constraint package_outcome_outcome_check,
  add constraint package_outcome_outcome_check check (outcome in ('opened', 'no_offence_here', 'not_identified', 'searched',
    'arrested', 'exhibits', 'closed', 'wrong_person'));
create unique index package_outcome_message on cordon.package_outcome (operation_id, agency_id, message_id)
  where message_id is not null;
create policy told on cordon.package_outcome for insert to current_user with check (message_id is not null);
create policy functions_read on cordon.package_outcome for select to current_user using (true);
-- A receipt that came as a signed message names its officer in words.
alter table cordon.package_receipt alter column received_by drop not null;
alter table cordon.package_receipt
  add column told_by text check (length(btrim(told_by)) between 1 and 300),
  add constraint package_receipt_by_someone check (num_nonnulls(received_by, told_by) = 1);
create policy told_receipt on cordon.package_receipt for insert to current_user with check (told_by is not null);
create policy functions_read on cordon.package_recall for select to current_user using (true);
call cordon.erasure(2171, 'package_receipt', 'keep', null, null, 'Which officer of another agency said that a package arrived.');
create policy functions_read on cordon.package_receipt for select to current_user using (true);
call cordon.erasure(2170, 'package_outcome', 'keep', null, null, 'Which officer of another agency said what came of a package.');

-- Enters what a recipient said by a message that was checked and taken in; once, however often it comes.
create function cordon.merge_outcome(asked_operation uuid, peer uuid, message uuid, of_package uuid, of_subject uuid,
    said text, counted integer, words text, teller text, said_at timestamptz) returns boolean
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
declare
  place bigint;
begin
  if not cordon.may(asked_operation, 'correspondence', 'write') then
    raise exception 'not permitted' using errcode = 'insufficient_privilege';
  end if;
  select i.sequence into place from cordon.incoming i
    where i.operation_id = asked_operation and i.peer_id = peer and i.id = message and i.kind = 'outcome';
  if place is null then
    raise exception 'no such message was taken in' using errcode = 'check_violation';
  end if;
  insert into cordon.package_outcome (id, package_id, package_subject_id, operation_id, agency_id, outcome, note, reported_by,
      reported_at, amount, told_by, told_sequence, message_id)
    select gen_random_uuid(), p.id, of_subject, p.operation_id, p.agency_id, said, words, null, said_at, counted, teller,
      place, message
    from cordon.package p where p.id = of_package and p.operation_id = asked_operation and p.agency_id = peer
    on conflict (operation_id, agency_id, message_id) where message_id is not null do nothing;
  return found;
end;
$$;

-- The same for the receipt of a package.
create function cordon.merge_receipt(asked_operation uuid, sent uuid, teller text, moment timestamptz) returns void
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  if not cordon.may(asked_operation, 'correspondence', 'write') then
    raise exception 'not permitted' using errcode = 'insufficient_privilege';
  end if;
  insert into cordon.package_receipt (package_id, operation_id, agency_id, received_by, received_at, told_by)
    select p.id, p.operation_id, p.agency_id, null, moment, teller
    from cordon.outgoing o
    join cordon.outgoing_receipt r on r.outgoing_id = o.id
    join cordon.package p on p.id = o.package_id and p.agency_id = o.peer_id
    where o.id = sent and o.operation_id = asked_operation and o.kind = 'package'
    on conflict (package_id) do nothing;
end;
$$;

revoke execute on function cordon.next_message(uuid, uuid), cordon.pushes_due(), cordon.destroy_received(uuid),
  cordon.merge_receipt(uuid, uuid, text, timestamptz), cordon.merge_outcome(uuid, uuid, uuid, uuid, uuid, text, integer, text, text, timestamptz) from public;
grant execute on function cordon.next_message(uuid, uuid), cordon.pushes_due(), cordon.destroy_received(uuid),
  cordon.merge_receipt(uuid, uuid, text, timestamptz),
  cordon.merge_outcome(uuid, uuid, uuid, uuid, uuid, text, integer, text, text, timestamptz) to cordon_app;

call cordon.erasure(118, 'incoming', 'empty', 'note = ''erased by order''',
  't.id in (select o.message_id from cordon.package_outcome o where o.package_subject_id::text in (select cordon.named($1, ''package_subject'')))',
  'What another agency said of the person by signed message; that it came stays.');
