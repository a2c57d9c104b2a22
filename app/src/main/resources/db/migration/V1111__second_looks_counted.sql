-- What two members said of the same pair of accounts, for the figures.
create view cordon.second_look_outcome with (security_invoker = true) as
  select l.operation_id, l.id as judgement_id, l.a, l.b, l.kind as first_kind, s.kind as second_kind, s.decided_at,
    s.kind <> l.kind as differs
  from cordon.second_look l join cordon.second_judgement s on s.judgement_id = l.id;
grant select on cordon.second_look_outcome to cordon_app;
