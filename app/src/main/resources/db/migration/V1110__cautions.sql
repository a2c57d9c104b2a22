-- A link that was followed may still be what two people of one household leave behind: it says so, on the page and in the queue.
alter table cordon.proposal_link add column caution text not null default '';
alter table cordon.review_item add column caution text not null default '';
