-- Lists of persons start at the country asked for, and offer the countries there are, without reading every row.
create index attribution_country on cordon.attribution (operation_id, country);
create index proposed_attribution_country on cordon.proposed_attribution (operation_id, country);
