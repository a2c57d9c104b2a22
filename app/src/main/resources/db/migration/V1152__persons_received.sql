-- Persons in packages other agencies sent: an order finds them there by their number, their accounts and their selectors.
-- What came sealed holds everybody of the package and can not be cut, so the sealed file goes whole.

create function cordon.erasure_find_received(operation uuid, asked_subject text, asked_selector text, systems text[], accounts text[])
  returns table (kind text, id text, label text)
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
begin
  if not cordon.orders_erasure(operation) then
    return;
  end if;
  perform set_config('cordon.counting', operation::text, true);
  return query
    with person as (
      select s.id, s.received_id from cordon.received_subject s
      where s.operation_id = operation and (s.number = asked_subject or exists (
        select from cordon.received_record r
        where r.received_subject_id = s.id and (
          lower(btrim(r.value)) = lower(btrim(asked_selector))
          or (r.kind = 'ACCOUNT' and exists (
            select from unnest(systems, accounts) a(system, account)
            where a.system = r.label and (r.value = a.account or starts_with(r.value, a.account || ' ('))))))))
    select 'received_subject'::text, p.id::text, '' from person p
    union all select 'received', g.id::text, g.number || ' version ' || g.version || ' of ' || g.sender_name
      from cordon.received_package g where g.operation_id = operation and g.id in (select p.received_id from person p);
  perform set_config('cordon.counting', '', true);
end;
$$;
revoke execute on function cordon.erasure_find_received(uuid, text, text, text[], text[]) from public;
grant execute on function cordon.erasure_find_received(uuid, text, text, text[], text[]) to cordon_app;

alter table cordon.erasure_thing drop constraint erasure_thing_kind_check;
alter table cordon.erasure_thing add constraint erasure_thing_kind_check check (kind in ('subject', 'proposal', 'partial',
  'cluster', 'holder', 'account', 'package_subject', 'package', 'report', 'measure', 'exhibit', 'site', 'victim', 'thread',
  'record', 'received_subject', 'received'));

create or replace function cordon.name_records(which uuid) returns void
  language sql security definer set search_path = cordon, pg_temp
  begin atomic
    insert into cordon.erasure_thing (order_id, operation_id, kind, id)
    select o.id, o.operation_id, 'record', n.name from cordon.erasure_order o cross join lateral (
      select t.id from cordon.erasure_thing t where t.order_id = which
        and t.kind in ('subject', 'proposal', 'account', 'package_subject', 'received_subject', 'report', 'victim')
      union select t.kind || ' ' || t.id from cordon.erasure_thing t where t.order_id = which
        and t.kind in ('subject', 'proposal')
      union select 'field-report ' || t.id from cordon.erasure_thing t where t.order_id = which and t.kind = 'report'
      union select s.number from cordon.subject s where s.operation_id = o.operation_id
        and s.id::text in (select cordon.named(which, 'subject'))
      union select v.number from cordon.victim v where v.operation_id = o.operation_id
        and v.id::text in (select cordon.named(which, 'victim'))
      union select c.sha256 || '/' || r.source_table || '/' || r.source_row from cordon.erasure_row r
        join cordon.source c on c.operation_id = r.operation_id and c.id = r.source_id where r.order_id = which
    ) n(name) where o.id = which
    on conflict do nothing;
  end;

-- A restriction that hides no row of a source (a victim, a person in a package received) was ended by the next erasure of
-- anybody: now only one whose rows are all erased, and that hides nothing else.
create or replace function cordon.carry_out_erasure(which uuid) returns void
  language plpgsql security definer set search_path = cordon, pg_temp
as $$
declare
  asked cordon.erasure_order;
  approval uuid;
  rule record;
  held bigint;
begin
  select * into asked from cordon.erasure_order o where o.id = which for update;
  approval := cordon.approval_for('erasure', 'order ' || which, asked.operation_id);
  if asked.id is null or asked.state <> 'entered' or approval is null
      or asked.operation_id <> all (cordon.ruled('approvals', 'operation', 'approve')) then
    raise exception 'the order is not approved, or carried out already' using errcode = 'check_violation';
  end if;
  perform set_config('cordon.erasing', asked.operation_id::text, true);
  perform set_config('cordon.counting', asked.operation_id::text, true);
  update cordon.erasure_order set state = 'approved', approval_id = approval, approved_by = cordon.current_member(),
    approved_at = now() where id = which;
  if asked.kind = 'erasure' then
    perform cordon.name_records(which);
    for rule in select * from cordon.erasure_rule r where r.act <> 'keep' order by r.place loop
      if rule.act = 'delete' then
        execute format('delete from cordon.%I t where t.operation_id = $2 and (%s)', rule.table_name, rule.condition)
          using which, asked.operation_id;
      else
        execute format('update cordon.%I t set %s where t.operation_id = $2 and (%s)', rule.table_name, rule.change,
          rule.condition) using which, asked.operation_id;
      end if;
      get diagnostics held = row_count;
      insert into cordon.erasure_count (order_id, operation_id, stage, place, name, how, amount, note)
      values (which, asked.operation_id, 'happened', rule.place, rule.table_name,
        case when rule.table_name = 'ledger_opening' then 'salts' when rule.act = 'delete' then 'destroyed' else 'emptied' end,
        held, rule.because);
    end loop;
    delete from cordon.erasure_thing t where t.order_id = which and t.kind in ('account', 'record');
    -- A restriction all of whose rows are erased now has nothing left to hide.
    update cordon.erasure_order o set lifted_at = now()
    where o.operation_id = asked.operation_id and o.kind = 'restriction' and o.state <> 'entered' and o.lifted_at is null
      and exists (select from cordon.erasure_row r where r.order_id = o.id)
      and not exists (select from cordon.erasure_thing t where t.order_id = o.id and t.kind in ('victim', 'received_subject'))
      and not exists (select from cordon.erasure_row r where r.order_id = o.id
        and (r.source_id, r.source_table, r.source_row) not in (
          select e.source_id, e.source_table, e.source_row from cordon.erasure_row e where e.order_id = which));
  elsif asked.kind = 'restriction' then
    delete from cordon.erasure_thing t where t.order_id = which and t.kind in ('account', 'record');
    update cordon.text_thread t set messages = greatest(0, t.messages - h.amount) from cordon.erasure_thing h
    where h.order_id = which and h.kind = 'thread' and h.id = t.id::text and t.operation_id = asked.operation_id;
  else
    update cordon.text_thread t set messages = t.messages + h.amount
    from cordon.erasure_thing h join cordon.erasure_order o on o.id = h.order_id
    where h.order_id = asked.lifts and h.kind = 'thread' and h.id = t.id::text and t.operation_id = asked.operation_id
      and o.lifted_at is null;
    update cordon.erasure_order set lifted_at = now() where id = asked.lifts and kind = 'restriction' and lifted_at is null
      and state <> 'entered' and operation_id = asked.operation_id;
    if not found then
      raise exception 'there is no restriction to end' using errcode = 'check_violation';
    end if;
  end if;
  perform set_config('cordon.erasing', '', true);
  perform set_config('cordon.counting', '', true);
end;
$$;

create policy unrestricted on cordon.received_subject as restrictive for select to cordon_app using (
  (id::text = any((select cordon.restricted_things('received_subject'))::text[])) is not true);
create policy unrestricted on cordon.received_record as restrictive for select to cordon_app using (
  (received_subject_id::text = any((select cordon.restricted_things('received_subject'))::text[])) is not true);
create policy unrestricted on cordon.received_file as restrictive for select to cordon_app using (
  (received_id::text = any((select cordon.restricted_things('received'))::text[])) is not true);

create policy migrations_change on cordon.erasure_rule to current_user using (true) with check (true);
delete from cordon.erasure_rule where place in (141, 142, 143, 144, 145);
call cordon.erasure(135, 'incoming', 'empty', 'note = ''erased by order''',
  't.id in (select n.id from cordon.received_notice n join cordon.received_subject s on s.received_id = n.received_id and s.number = n.subject_number where s.id::text in (select cordon.named($1, ''received_subject'')))',
  'The signed message that corrected something about the person; that it came stays.');
call cordon.erasure(136, 'outgoing', 'empty', 'note = ''erased by order''',
  't.id in (select d.id from cordon.received_decision d where d.received_subject_id::text in (select cordon.named($1, ''received_subject'')))',
  'The signed message that told the sender what came of the person; that it went stays.');
call cordon.erasure(141, 'received_file', 'delete', null, 't.received_id::text in (select cordon.named($1, ''received''))',
  'The sealed file of a package received with the person in it, with everybody in it: a copy can no longer be taken out.');
call cordon.erasure(142, 'received_record', 'delete', null,
  't.received_subject_id::text in (select cordon.named($1, ''received_subject''))', 'The person''s records in packages received.');
call cordon.erasure(143, 'received_decision', 'empty', 'received_subject_id = null, note = null',
  't.received_subject_id::text in (select cordon.named($1, ''received_subject''))',
  'What was decided of the person in packages received; the outcome stays as a count.');
call cordon.erasure(144, 'received_notice', 'empty', 'subject_number = null, words = ''erased by order''',
  't.id in (select n.id from cordon.received_notice n join cordon.received_subject s on s.received_id = n.received_id and s.number = n.subject_number where s.id::text in (select cordon.named($1, ''received_subject'')))',
  'What the sender corrected about the person in packages received.');
call cordon.erasure(145, 'received_subject', 'delete', null, 't.id::text in (select cordon.named($1, ''received_subject''))',
  'The person in packages received.');

-- A name alone does not say which file it was: two sources may bear the same.
alter table cordon.package_record
  add column source_sha256 text check (source_sha256 ~ '^[0-9a-f]{64}$');
update cordon.erasure_rule set seen = cordon.worded_columns('package_record') where table_name = 'package_record';
drop policy migrations_change on cordon.erasure_rule;
