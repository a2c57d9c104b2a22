-- Need to know, decided in one place.

create procedure cordon.guard(table_name text, area text, append_only boolean default false)
  language plpgsql
as $$
begin
  call cordon.protect(table_name, append_only);
end;
$$;
