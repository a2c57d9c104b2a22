-- Who corresponds sees agencies without a member here, to send to them. That invites nobody: an agency's first member is the
-- administrator's to invite, as before.

drop policy adds on cordon.invitation;
create policy adds on cordon.invitation for insert to cordon_app with check (
  invited_by = (select cordon.current_member()) and accepted_at is null and withdrawn_at is null
  and ((select cordon.is_administrator())
    or (not administrator and role <> 'administrator'
      and operation_id = any((select cordon.ruled('members', 'operation', 'grant_role'))::uuid[])
      and (agency_id = (select cordon.current_agency())
        or agency_id = any((select cordon.known_agencies())::uuid[])))));
