-- Tasks stand about records of every stage, so they are an area of their own: whoever works may be given one.

insert into cordon.area (name, holds, is_case, own_code, break_glass) values
  ('tasks', 'Who does what until when, about any record', true, false, false);

insert into cordon.need_to_know (role, area, reach, may_read, may_write, rights, categories, because) values
  ('analyst', 'tasks', 'operation', true, true, '{}', null, 'Gives work to those who can do it, and does its own.'),
  ('coordinator', 'tasks', 'operation', true, true, '{}', null, 'Sees what is late, and whose it is.'),
  ('national_officer', 'tasks', 'own_agency', true, true, '{}', null, 'Shares the work out in the own agency.'),
  ('examiner', 'tasks', 'own_agency', true, true, '{}', null, 'Does the work on exhibits of the own agency.'),
  ('victim_identification', 'tasks', 'own_agency', true, true, '{}', null, 'Shares the queue''s work out.'),
  ('prosecutor', 'tasks', 'own_agency', true, true, '{}', null, 'Answers questions of law by a day.'),
  ('data_protection_officer', 'tasks', 'own_agency', true, true, '{}', null, 'Reviews that are due are given to somebody.');

call cordon.guard('task', 'tasks', true);
call cordon.guard('task_end', 'tasks', true);

create index task_record on cordon.task (operation_id, record_path);
