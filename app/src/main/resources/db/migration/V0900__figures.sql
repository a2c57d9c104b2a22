-- Published figures: frozen, never changed. What they count lives in the stages' own tables and views.

create table cordon.publication (
  id uuid primary key,
  operation_id uuid not null references cordon.operation,
  agency_id uuid references cordon.agency,
  as_of timestamptz not null,
  reason text not null check (length(btrim(reason)) between 1 and 2000),
  published_by uuid not null references cordon.member,
  content text not null,
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$')
);
create index publication_operation on cordon.publication (operation_id, as_of);

create table cordon.published_figure (
  publication_id uuid not null references cordon.publication,
  operation_id uuid not null references cordon.operation,
  agency_id uuid references cordon.agency,
  name text not null,
  definition_version integer not null,
  value bigint not null,
  records_sha256 text not null check (records_sha256 ~ '^[0-9a-f]{64}$'),
  primary key (publication_id, name)
);

call cordon.protect('publication', true);
call cordon.protect('published_figure', true);
