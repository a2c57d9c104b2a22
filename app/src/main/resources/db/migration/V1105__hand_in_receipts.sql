-- Whoever hands in a field report or says what came of a package gets a receipt: the words, and the entry that commits to
-- them. What was handed in before has none.

create table cordon.field_report_receipt (
  report_id uuid primary key references cordon.field_report,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  statement text not null check (length(statement) <= 1000000),
  entry_id uuid not null references cordon.ledger_entry
);
create index field_report_receipt_operation on cordon.field_report_receipt (operation_id, agency_id);
call cordon.guard('field_report_receipt', 'action', true);
call cordon.counted('field_report_receipt');

create table cordon.package_outcome_receipt (
  outcome_id uuid primary key references cordon.package_outcome,
  operation_id uuid not null references cordon.operation,
  agency_id uuid not null references cordon.agency,
  statement text not null check (length(statement) <= 1000000),
  entry_id uuid not null references cordon.ledger_entry
);
create index package_outcome_receipt_operation on cordon.package_outcome_receipt (operation_id, agency_id);
call cordon.guard('package_outcome_receipt', 'outcomes', true);
call cordon.counted('package_outcome_receipt');

-- What opens an entry, for whoever reads the receipt it is for: the salt and the values the entry commits to.
create policy functions_read on cordon.field_report_receipt for select to current_user using (true);
create policy functions_read on cordon.package_outcome_receipt for select to current_user using (true);

create function cordon.report_opening(which uuid) returns table (entry_id uuid, salt bytea, record_ids text[])
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select r.entry_id, o.salt, o.record_ids
    from cordon.field_report_receipt r
    join cordon.ledger_opening o on o.entry_id = r.entry_id and o.destroyed_at is null
    where r.report_id = which
      and (r.operation_id = any (cordon.reach('action', 'operation', 'read'))
        or (r.agency_id = cordon.current_agency() and r.operation_id = any (cordon.ruled('action', 'own_agency', 'read'))));
  end;

create function cordon.outcome_opening(which uuid) returns table (entry_id uuid, salt bytea, record_ids text[])
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select r.entry_id, o.salt, o.record_ids
    from cordon.package_outcome_receipt r
    join cordon.ledger_opening o on o.entry_id = r.entry_id and o.destroyed_at is null
    where r.outcome_id = which
      and (r.operation_id = any (cordon.reach('outcomes', 'operation', 'read'))
        or (r.agency_id = cordon.current_agency() and r.operation_id = any (cordon.ruled('outcomes', 'own_agency', 'read'))));
  end;

revoke execute on function cordon.report_opening(uuid), cordon.outcome_opening(uuid) from public;
grant execute on function cordon.report_opening(uuid), cordon.outcome_opening(uuid) to cordon_app;

call cordon.erasure(119, 'package_outcome_receipt', 'delete', null,
  't.outcome_id in (select o.id from cordon.package_outcome o where o.package_subject_id::text in (select cordon.named($1, ''package_subject'')))',
  'The receipt of what an agency reported of the person.');
call cordon.erasure(149, 'field_report_receipt', 'delete', null, 't.report_id::text in (select cordon.named($1, ''report''))',
  'The receipt of a report matched to the person: its digest is of the person''s name too.');
