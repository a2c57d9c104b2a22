-- What a published figure counted, record by record, so that a later difference can be explained. Ids only: names are asked of
-- the records themselves, under the reader's own rights. Accounts and files are too many: of them value and digest are kept.

create table cordon.published_record (
  publication_id uuid not null references cordon.publication,
  operation_id uuid not null references cordon.operation,
  agency_id uuid references cordon.agency,
  name text not null,
  kind text not null,
  record_id text not null,
  country text,
  amount bigint not null,
  primary key (publication_id, name, kind, record_id)
);

alter table cordon.published_figure add column records_kept boolean not null default false;

call cordon.guard('published_record', 'figures', true);
call cordon.counted('published_record');
call cordon.erasure(3012, 'published_record', 'keep', null, null, 'Ids of what published figures counted; nothing of a person beside them.');

-- The jurisdiction of an agency came before this file.
call cordon.erasure(3011, 'agency', 'keep', null, null, 'Which part of a country it serves.');
