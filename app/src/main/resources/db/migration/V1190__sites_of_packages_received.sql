-- A site is planned for a subject of a package from another server, too: what came of it there goes back to that server.
alter table cordon.site
  add column received_subject_id uuid,
  add check (num_nonnulls(package_subject_id, received_subject_id) <= 1),
  add foreign key (received_subject_id, agency_id) references cordon.received_subject (id, agency_id)
    on delete set null (received_subject_id);
create index site_received on cordon.site (received_subject_id) where received_subject_id is not null;

-- The same person planned twice is said of persons received, too.
create or replace function cordon.site_conflicts(day uuid)
  returns table (site_id uuid, what text, other_number text)
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    with own as (
      select s.* from cordon.site s
      where s.action_day_id = day and not day = any(cordon.shut_days())
        and (s.operation_id = any(cordon.reach('action', 'operation', 'read'))
          or (s.agency_id = cordon.current_agency() and s.operation_id = any(cordon.reach('action', 'own_agency', 'read'))))
    ), plan as (
      select distinct on (p.site_id) p.site_id, p.operation_id, p.place_digest, p.person_digest
      from cordon.site_plan p where p.operation_id in (select o.operation_id from own o)
      order by p.site_id, p.sequence desc
    ), pair as (
      select a.site_id, b.site_id as other, 'place' as what from plan a join plan b
        on b.operation_id = a.operation_id and b.place_digest = a.place_digest and b.site_id <> a.site_id
      union
      select a.site_id, b.site_id, 'person' from plan a join plan b
        on b.operation_id = a.operation_id and b.person_digest = a.person_digest and b.site_id <> a.site_id
      union
      select a.id, b.id, 'person' from own a join cordon.package_subject p on p.id = a.package_subject_id
        join cordon.package_subject q on q.operation_id = p.operation_id and q.subject_id = p.subject_id
        join cordon.site b on b.package_subject_id = q.id and b.id <> a.id
      union
      select a.id, b.id, 'person' from own a
        join cordon.site b on b.operation_id = a.operation_id and b.received_subject_id = a.received_subject_id and b.id <> a.id
    )
    select o.id, p.what, case when b.operation_id = any(cordon.reach('action', 'operation', 'read'))
        or b.agency_id = cordon.current_agency() then b.number end
    from pair p join own o on o.id = p.site_id join cordon.site b on b.id = p.other
    where b.ended_at is null order by o.number, p.what;
  end;

-- An order that finds a person in a package received finds the place planned for that person.
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
    select 'received_subject'::text, p.id::text, '' from person p
    union all select 'received', g.id::text, g.number || ' version ' || g.version || ' of ' || g.sender_name
      from cordon.received_package g where g.operation_id = operation and g.id in (select p.received_id from person p)
    union all select 'site', s.id::text, '' from cordon.site s
      where s.operation_id = operation and s.received_subject_id in (select p.id from person p);
  perform set_config('cordon.counting', '', true);
end;
$$;

call cordon.erasure(2336, 'site', 'empty', 'received_subject_id = null', 't.id::text in (select cordon.named($1, ''site''))',
  'For which person of a package received a site was planned.');
