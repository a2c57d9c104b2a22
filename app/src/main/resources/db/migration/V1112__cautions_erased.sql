-- The words of a caution go with the link they stand on.
call cordon.erasure(13, 'proposal_link', 'delete', null,
  't.a in (select cordon.named($1, ''account'')) or t.b in (select cordon.named($1, ''account''))',
  'What speaks of two persons although the link was followed.');
call cordon.erasure(14, 'review_item', 'delete', null,
  't.a in (select cordon.named($1, ''account'')) or t.b in (select cordon.named($1, ''account''))',
  'The same for links that wait for a person''s word.');
