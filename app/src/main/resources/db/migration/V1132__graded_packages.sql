-- A package is graded in the scheme of who grades: 4x4, or the United Kingdom's 3x5x2. Neither is ever made into the other.

alter table cordon.package
  add column grading_scheme text not null default '4x4' check (grading_scheme in ('4x4', '3x5x2')),
  add column grading_handling text;
alter table cordon.package drop constraint package_grading_source_check;
alter table cordon.package drop constraint package_grading_information_check;
alter table cordon.package add constraint package_graded_in_its_scheme check (case grading_scheme
  when '4x4' then grading_source in ('A', 'B', 'C', 'X') and grading_information in ('1', '2', '3', '4')
    and grading_handling is null
  else grading_source in ('1', '2', '3') and grading_information in ('A', 'B', 'C', 'D', 'E')
    and coalesce(grading_handling in ('P', 'C'), false) end);
call cordon.erasure(2133, 'package', 'keep', null, null, 'How a package was graded, and in which scheme.');
