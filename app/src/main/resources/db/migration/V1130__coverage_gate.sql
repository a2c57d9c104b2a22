-- The gate of a package: what the law of the receiving country says, by which catalogue; who answers for a gap; on which
-- basis it leaves for a third country (Directive (EU) 2016/680 Art. 35 to 38). Nothing is released without them.

alter table cordon.package drop constraint package_coverage_check;
alter table cordon.package add constraint package_coverage_check
  check (coverage in ('COVERED', 'COVERED_IN_PART', 'NOT_COVERED', 'BILL_ONLY', 'UNKNOWN'));

alter table cordon.package
  -- Which state of the law catalogue answered; null for packages of earlier versions of Cordon.
  add column law_version text check (length(law_version) between 1 and 100),
  -- Who said why it goes out all the same.
  add column gap_by uuid references cordon.member,
  -- Null while nobody has said it for a package to a third country.
  add column transfer_basis text check (transfer_basis in ('not_needed', 'adequacy', 'safeguards', 'derogation')),
  add column transfer_words text check (length(btrim(transfer_words)) between 3 and 2000),
  add column transfer_by uuid references cordon.member;

alter table cordon.package add constraint package_transfer_stated
  check (transfer_basis is null or transfer_basis = 'not_needed' or num_nulls(transfer_words, transfer_by) = 0);
-- Packages released before these columns were there stay as they were signed.
alter table cordon.package add constraint package_transfer_before_release
  check (released_at is null or transfer_basis is not null) not valid;
alter table cordon.package add constraint package_gap_named
  check (released_at is null or coverage = 'COVERED' or gap_by is not null) not valid;
grant update (gap_by, transfer_basis, transfer_words, transfer_by) on cordon.package to cordon_app;
