-- Lists of matches and groups go on behind the last row shown: each page is one range of an index, at the end as at the beginning.
create index list_match_order on cordon.list_match (operation_id, matched_at desc, id desc);
create index list_match_agency_order on cordon.list_match (operation_id, agency_id, matched_at desc, id desc);
create index media_match_order on cordon.media_match (operation_id, matched_at desc, id desc);
create index media_match_agency_order on cordon.media_match (operation_id, agency_id, matched_at desc, id desc);

-- How many items a group has stands in the row of its first item, which the group is named after; 0 in all others.
alter table cordon.near_group add column items bigint not null default 0 check (items >= 0);
alter table cordon.near_group no force row level security;
update cordon.near_group g set items = n.items
  from (select group_id, count(*) as items from cordon.near_group group by group_id) n
  where g.media_item_id = g.group_id and n.group_id = g.group_id;
alter table cordon.near_group force row level security;
create index near_group_order on cordon.near_group (operation_id, items desc, group_id) where items > 0;
create index near_group_agency_order on cordon.near_group (operation_id, agency_id, items desc, group_id) where items > 0;
