-- Figures are counted once and hold until something of the operation changes. Whether it did is asked of the ledger: each
-- change writes its entry in its own transaction, so a change the count did not see is an entry the count did not see.

alter table cordon.ledger_entry add column xact xid8 not null default pg_current_xact_id();
create index ledger_entry_change on cordon.ledger_entry (operation_id, xact) where act <> 'CONSULTATION';

create function cordon.changed_since(operation uuid, seen pg_snapshot) returns boolean
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select exists (
      select from cordon.ledger_entry e
      where e.operation_id = operation and e.act <> 'CONSULTATION' and e.xact >= pg_snapshot_xmin(seen)
        and not pg_visible_in_snapshot(e.xact, seen));
  end;
revoke execute on function cordon.changed_since(uuid, pg_snapshot) from public;
grant execute on function cordon.changed_since(uuid, pg_snapshot) to cordon_app;

-- What the member sees of an operation, as a key: two members with the same key count the same.
create function cordon.sight(operation uuid) returns text
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select (select m.agency_id::text from cordon.member m where m.id = cordon.current_member())
      || ' ' || coalesce((select string_agg(g.role || ':' || array_to_string(g.codes, ',') || ':' || g.covers, ' '
                            order by g.role, g.codes, g.covers)
                          from cordon.current_grants() g where g.operation_id = operation), '-')
      || ' ' || coalesce((select string_agg(array_to_string(b.areas, ','), ' ' order by b.opened_at, b.id)
                          from cordon.break_glass b
                          where b.operation_id = operation and b.member_id = cordon.current_member()
                            and now() >= b.opened_at and now() < b.ends_at), '-');
  end;
revoke execute on function cordon.sight(uuid) from public;
grant execute on function cordon.sight(uuid) to cordon_app;
