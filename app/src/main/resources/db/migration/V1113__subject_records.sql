-- A subject's records with those of the subjects merged into it: asked once for all subjects, not once for each record.
create or replace view cordon.subject_record with (security_invoker = true) as
  select p.operation_id, p.subject_id, r.kind, r.label, r.value, r.at, c.name as source_name, r.source_id,
    r.source_table, r.source_row
  from (
    select s.operation_id, s.id as subject_id, s.proposal_id
    from cordon.subject_state s
    where s.state = 'confirmed'
    union
    select s.operation_id, s.id, m.proposal_id
    from cordon.subject_state m
    join cordon.subject_state s on s.id = m.into_id and s.state = 'confirmed'
    where m.state = 'merged') p
  join cordon.proposal_record r on r.proposal_id = p.proposal_id
  join cordon.source c on c.operation_id = r.operation_id and c.id = r.source_id;
