-- Keys themselves lie wrapped in the key file. Here stands what two persons decided about them: a decision is a row
-- first, the key file follows when it stands, at the latest at the next start.

create table cordon.key_change (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  act text not null check (act in ('new_version', 'destroy')),
  approval_id uuid not null unique,
  asked_by uuid not null references cordon.member,
  approved_by uuid not null references cordon.member check (approved_by <> asked_by),
  decided_at timestamptz not null default now()
);
create index key_change_operation on cordon.key_change (operation_id, decided_at);

call cordon.guard('key_change', 'keys', true);

-- Approved by another administrator or a coordinator, in the approver's own transaction.
create policy administrator_reads on cordon.key_change for select to cordon_app using ((select cordon.is_administrator()));
create policy administrator_adds on cordon.key_change for insert to cordon_app with check (
  (select cordon.is_administrator()));
create policy only_approver_adds on cordon.key_change as restrictive for insert to cordon_app with check (
  approved_by = (select cordon.current_member())
  and ((select cordon.is_administrator())
       or operation_id = any((select cordon.ruled('keys', 'operation', 'approve'))::uuid[])));
create policy functions_read on cordon.key_change for select to current_user using (true);

-- What must be carried out, for a server that starts: ids and acts only.
create function cordon.key_changes_decided() returns table (id uuid, operation_id uuid, act text)
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select k.id, k.operation_id, k.act from cordon.key_change k order by k.decided_at, k.id;
  end;
grant execute on function cordon.key_changes_decided() to cordon_app;
