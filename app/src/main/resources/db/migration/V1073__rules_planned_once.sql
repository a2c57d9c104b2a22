-- What the policies ask, planned once per connection. PostgreSQL keeps the plans of PL/pgSQL functions and makes those of
-- nested SQL functions anew for every statement; the answers are the same, a statement on a guarded table costs a sixth.

create or replace function cordon.current_grants() returns table (operation_id uuid, role text, codes text[], covers boolean)
  language plpgsql stable security definer set search_path = cordon, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    select s.operation_id, s.role, coalesce(s.clearance, c.codes), o.handling_code = any(coalesce(s.clearance, c.codes))
    from cordon.membership s
    join cordon.member m on m.id = s.member_id
    join cordon.operation o on o.id = s.operation_id
    join cordon.role_clearance c on c.role = s.role
    where s.member_id = cordon.current_member() and m.left_at is null
      and now() >= s.starts_at and now() < s.ends_at;
end;
$$;

create or replace function cordon.open_break_glass(asked_area text default null) returns uuid[]
  language plpgsql stable security definer set search_path = cordon, pg_temp
as $$
begin
  -- Nearly always nothing stands open, and the grants need not be asked.
  if not exists (select from cordon.break_glass b
                 where b.member_id = cordon.current_member() and now() >= b.opened_at and now() < b.ends_at) then
    return '{}';
  end if;
  return (
    select coalesce(array_agg(distinct b.operation_id), '{}')
    from cordon.break_glass b
    where b.member_id = cordon.current_member() and now() >= b.opened_at and now() < b.ends_at
      and (asked_area is null or asked_area = any(b.areas))
      and b.operation_id in (select g.operation_id from cordon.current_grants() g));
end;
$$;

create or replace function cordon.ruled(asked_area text, how text, act text, asked_category text default null) returns uuid[]
  language plpgsql stable security definer set search_path = cordon, pg_temp
as $$
begin
  return (
    select coalesce(array_agg(distinct g.operation_id), '{}')
    from cordon.current_grants() g
    join cordon.need_to_know n on n.role = g.role
    join cordon.area a on a.name = n.area
    where n.area = asked_area and n.reach = how
      and case act when 'read' then n.may_read when 'write' then n.may_write else act = any(n.rights) end
      and (asked_category is null or n.categories is null or asked_category = any(n.categories))
      and (g.covers or (a.own_code and how = 'own_agency') or not a.is_case));
end;
$$;

create or replace function cordon.reach(asked_area text, how text, act text, asked_category text default null) returns uuid[]
  language plpgsql stable security definer set search_path = cordon, pg_temp
as $$
begin
  if how = 'operation' and act = 'read' then
    return cordon.ruled(asked_area, how, act, asked_category) || cordon.open_break_glass(asked_area);
  end if;
  return cordon.ruled(asked_area, how, act, asked_category);
end;
$$;

create or replace function cordon.opened(code text) returns uuid[]
  language plpgsql stable security definer set search_path = cordon, pg_temp
as $$
begin
  return (
    select coalesce(array_agg(distinct g.operation_id), '{}')
    from cordon.current_grants() g
    where code = any(g.codes)
      and exists (select from cordon.need_to_know n join cordon.area a on a.name = n.area
                  where n.role = g.role and n.may_read and a.is_case)) || cordon.open_break_glass();
end;
$$;

create or replace function cordon.restricted_things(asked_kind text) returns text[]
  language plpgsql stable security definer set search_path = cordon, pg_temp
as $$
begin
  return (
    select coalesce(array_agg(t.id), '{}')
    from cordon.erasure_thing t join cordon.erasure_order o on o.id = t.order_id
    where t.kind = asked_kind and o.kind = 'restriction' and o.state <> 'entered' and o.lifted_at is null
      and t.operation_id in (select g.operation_id from cordon.current_grants() g));
end;
$$;

create or replace function cordon.hidden(asked_kind text) returns uuid[]
  language plpgsql stable security definer set search_path = cordon, pg_temp
as $$
declare
  restricted uuid[] := '{}';
  marks text := case asked_kind when 'proposal' then 'subject' else asked_kind end;
  shut record;
  emergencies uuid[];
begin
  if asked_kind in ('proposal', 'subject') then
    restricted := cordon.restricted_things(asked_kind)::uuid[];
  end if;
  -- Where no record of the kind carries a code of its own, nobody's clearance need be asked.
  if asked_kind <> 'package' and not exists (select from cordon.handling_mark m where m.kind = marks) then
    return restricted;
  end if;
  emergencies := cordon.open_break_glass();
  for shut in
    with held as materialized (
      select g.operation_id, g.codes, exists (select from cordon.need_to_know n join cordon.area a on a.name = n.area
        where n.role = g.role and n.may_read and a.is_case) as of_cases
      from cordon.current_grants() g
    )
    select o.operation_id, c.code from (select distinct operation_id from held) o
    cross join unnest('{H0,H1,H2,H3}'::text[]) c(code)
    where not exists (select from held h where h.operation_id = o.operation_id and h.of_cases and c.code = any(h.codes))
      and o.operation_id <> all(emergencies)
  loop
    if asked_kind = 'package' then
      restricted := restricted || array(select p.id from cordon.package p
        where p.operation_id = shut.operation_id and p.handling_code = shut.code);
    else
      -- The last mark of a record counts.
      restricted := restricted || array(
        select case asked_kind when 'proposal' then s.proposal_id else m.record_id end
        from cordon.handling_mark m left join cordon.subject s on asked_kind = 'proposal' and s.id = m.record_id
        where m.operation_id = shut.operation_id and m.kind = marks and m.handling_code = shut.code
          and not exists (select from cordon.handling_mark l where l.operation_id = m.operation_id and l.kind = m.kind
            and l.record_id = m.record_id and l.sequence > m.sequence)
          and (asked_kind <> 'proposal' or s.id is not null));
    end if;
  end loop;
  return restricted;
end;
$$;

-- What services and pages ask: may the member do this in the area, be it for a part of the operation.
create or replace function cordon.may(operation uuid, asked_area text, act text) returns boolean
  language plpgsql stable security definer set search_path = cordon, pg_temp
as $$
begin
  return exists (select from cordon.current_grants() g
      join cordon.need_to_know n on n.role = g.role
      join cordon.area a on a.name = n.area
      where g.operation_id = operation and n.area = asked_area
        and case act when 'read' then n.may_read when 'write' then n.may_write else act = any(n.rights) end
        and (g.covers or (a.own_code and n.reach = 'own_agency') or not a.is_case))
    or (act = 'read' and operation = any(cordon.open_break_glass(asked_area)));
end;
$$;

-- The areas of which the member reads something, all at once: what the navigation offers.
create function cordon.readable_areas(operation uuid) returns text[]
  language plpgsql stable security definer set search_path = cordon, pg_temp
as $$
begin
  return array(select distinct n.area from cordon.current_grants() g
      join cordon.need_to_know n on n.role = g.role
      join cordon.area a on a.name = n.area
      where g.operation_id = operation and n.may_read
        and (g.covers or (a.own_code and n.reach = 'own_agency') or not a.is_case)
    union
    select unnest(b.areas) from cordon.break_glass b
      where b.member_id = cordon.current_member() and b.operation_id = operation
        and now() >= b.opened_at and now() < b.ends_at
        and operation = any(cordon.open_break_glass()));
end;
$$;
revoke execute on function cordon.readable_areas(uuid) from public;
grant execute on function cordon.readable_areas(uuid) to cordon_app;

create or replace function cordon.current_agency() returns uuid
  language plpgsql stable security definer set search_path = cordon, pg_temp
as $$
begin
  return (select m.agency_id from cordon.member m where m.id = cordon.current_member() and m.left_at is null);
end;
$$;
create or replace function cordon.known_members() returns uuid[]
  language plpgsql stable security definer set search_path = cordon, pg_temp
as $$
declare
  all_of uuid[] := cordon.reach('members', 'operation', 'read');
  own uuid[] := cordon.operations_of_member();
begin
  return (
    select coalesce(array_agg(distinct s.member_id), '{}')
    from cordon.membership s
    where s.operation_id = any(all_of) or (s.role in ('analyst', 'coordinator') and s.operation_id = any(own)));
end;
$$;

create or replace function cordon.known_agencies() returns uuid[]
  language plpgsql stable security definer set search_path = cordon, pg_temp
as $$
declare
  members uuid[] := cordon.known_members();
  own uuid[] := cordon.operations_of_member();
begin
  return (
    select coalesce(array_agg(distinct known.agency_id), '{}')
    from (select m.agency_id from cordon.member m where m.id = any(members)
          union all
          select o.lead_agency_id from cordon.operation o where o.id = any(own)) known
    where known.agency_id is not null);
end;
$$;
