-- Since when the oldest entry without a place waits: more than some seconds mean that places can not be given.
create function cordon.ledger_waiting_since() returns timestamptz
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select min(e.at) from cordon.ledger_sequenced s cross join lateral cordon.ledger_unseen(s.seen) e;
  end;
revoke execute on function cordon.ledger_waiting_since() from public;
grant execute on function cordon.ledger_waiting_since() to cordon_app;

-- Whether entries with a place are not under a checkpoint yet, and since when the oldest of them stands.
create function cordon.ledger_unpublished_since() returns timestamptz
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select e.at from cordon.ledger_place p join cordon.ledger_entry e on e.id = p.entry_id
    where p.place = (select coalesce(max(c.size), 0) from cordon.ledger_checkpoint c);
  end;
revoke execute on function cordon.ledger_unpublished_since() from public;
grant execute on function cordon.ledger_unpublished_since() to cordon_app;
