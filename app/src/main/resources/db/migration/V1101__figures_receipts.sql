-- Published figures can be proved to whoever they are handed to: the words the ledger commits to, and which entry does.
-- What was published before has neither.

alter table cordon.publication add column statement text check (length(statement) <= 1000000);
alter table cordon.publication add column entry_id uuid references cordon.ledger_entry;
alter table cordon.publication add check ((statement is null) = (entry_id is null));

create policy functions_read on cordon.publication for select to current_user using (true);

-- What proves a publication, for whoever reads it: its entry, the salt and the values the entry commits to.
create function cordon.publication_proof(which uuid) returns table (entry_id uuid, salt bytea, record_ids text[])
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select p.entry_id, o.salt, o.record_ids
    from cordon.publication p
    join cordon.ledger_opening o on o.entry_id = p.entry_id and o.destroyed_at is null
    where p.id = which and p.operation_id = any (cordon.ruled('figures', 'operation', 'read'));
  end;
revoke execute on function cordon.publication_proof(uuid) from public;
grant execute on function cordon.publication_proof(uuid) to cordon_app;

call cordon.erasure(3008, 'publication', 'keep', null, null, 'The words of its receipt: names of figures and their values.');
