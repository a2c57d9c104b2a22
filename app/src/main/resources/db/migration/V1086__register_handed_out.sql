-- The register of exhibits leaves as a disclosure too: to whom and why is kept.
alter table cordon.custody_disclosure drop constraint custody_disclosure_form_check;
alter table cordon.custody_disclosure add constraint custody_disclosure_form_check
  check (form in ('register', 'report', 'case', 'bundle'));
