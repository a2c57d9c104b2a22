-- A report from a site planned for a person of a package received is matched to that person. It hung on nobody, and was
-- counted as open.
alter table cordon.report_match
  alter column package_subject_id drop not null,
  alter column subject_id drop not null,
  add column received_subject_id uuid,
  add foreign key (received_subject_id, agency_id) references cordon.received_subject (id, agency_id) on delete cascade,
  add check (num_nulls(package_subject_id, subject_id) in (0, 2)),
  add check (num_nonnulls(package_subject_id, received_subject_id) = 1);
create index report_match_received on cordon.report_match (received_subject_id) where received_subject_id is not null;

create or replace view cordon.field_report_state with (security_invoker = true) as
  select r.*, m.id as match_id, m.package_subject_id, m.subject_id, m.rule, m.why,
    case when m.id is null then 'open' else 'matched' end as state, m.received_subject_id
  from cordon.field_report r
  left join cordon.report_match m on m.field_report_id = r.id and m.withdrawn_at is null;

-- An order that finds a person in a package received finds what was reported from the place planned for that person.
create or replace function cordon.erasure_find_received(operation uuid, asked_subject text, asked_selector text, systems text[], accounts text[])
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
    , reported as (
      select distinct m.field_report_id as id from cordon.report_match m
      where m.operation_id = operation and m.withdrawn_at is null
        and m.received_subject_id in (select p.id from person p)
    ), measured as (
      select m.id from cordon.measure m
      where m.operation_id = operation and m.field_report_id in (select r.id from reported r)
    )
    select 'received_subject'::text, p.id::text, '' from person p
    union all select 'received', g.id::text, g.number || ' version ' || g.version || ' of ' || g.sender_name
      from cordon.received_package g where g.operation_id = operation and g.id in (select p.received_id from person p)
    union all select 'report', r.id::text, '' from reported r
    union all select 'measure', m.id::text, '' from measured m
    union all select 'exhibit', e.id::text, '' from cordon.exhibit e
      where e.operation_id = operation and e.measure_id in (select m.id from measured m)
    union all select 'site', s.id::text, '' from cordon.site s
      where s.operation_id = operation and s.received_subject_id in (select p.id from person p);
  perform set_config('cordon.counting', '', true);
end;
$$;

call cordon.erasure(137, 'report_match', 'delete', null,
  't.received_subject_id::text in (select cordon.named($1, ''received_subject''))',
  'That a field report was of the person in a package received.');
