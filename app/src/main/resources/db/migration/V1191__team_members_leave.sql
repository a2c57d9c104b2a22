-- A member put into the wrong team is taken out again; who did what when stands in the ledger.
alter table cordon.team_member add column left_at timestamptz;
call cordon.guard('team_member', 'action');
call cordon.counted('team_member');
