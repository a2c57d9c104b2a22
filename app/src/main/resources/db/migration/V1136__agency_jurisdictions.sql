-- An agency serves a country or a part of it with law or police of its own, as the list of jurisdictions calls it.

alter table cordon.agency add column jurisdiction text
  check (jurisdiction ~ '^[A-Z]{2}-[A-Z0-9]{1,6}$' and left(jurisdiction, 2) = country);
comment on column cordon.agency.jurisdiction is 'The part of the country the agency serves; null: all of it.';
