-- The names of an archive's members open like a thread: by who may open threads, with reason and legal basis, for a time.

alter table cordon.sealed_access drop constraint sealed_access_kind_check;
alter table cordon.sealed_access add constraint sealed_access_kind_check
  check (kind in ('thread', 'search', 'file_names', 'victim', 'grounds', 'members'));

create or replace function cordon.operations_opening(kind text) returns uuid[]
  language sql stable security definer set search_path = cordon, pg_temp
  begin atomic
    select case kind
      when 'thread' then cordon.ruled('sealed_text', 'operation', 'open_thread')
      when 'members' then cordon.ruled('sealed_text', 'operation', 'open_thread')
      when 'search' then cordon.ruled('sealed_text', 'operation', 'search')
      when 'file_names' then cordon.ruled('sealed_text', 'operation', 'open_names')
        || cordon.ruled('sealed_text', 'own_agency', 'open_names')
      when 'grounds' then cordon.ruled('assessments', 'operation', 'open_grounds')
        || cordon.ruled('assessments', 'own_agency', 'open_grounds')
      when 'victim' then cordon.ruled('victims', 'operation', 'open_sealed')
      else '{}'::uuid[]
    end;
  end;
