-- What becomes of the tables of takings, profiles, editions, resets and refusals when a person is erased: of each, nothing
-- of a person of an operation's records stands there.

call cordon.erasure(2000, 'taking', 'keep', null, null, 'What was asked to be taken in: names of files as received, and the officers who handed them over.');
call cordon.erasure(2001, 'source_statement', 'keep', null, null, 'Zones and systems members stated for files.');
call cordon.erasure(2002, 'source_count', 'keep', null, null, 'That an edition was counted.');
call cordon.erasure(2003, 'source_kind', 'keep', null, null, 'Counts of the records of an edition.');
call cordon.erasure(2004, 'source_day', 'keep', null, null, 'Counts of the records of an edition by day.');
call cordon.erasure(2005, 'source_time_flag', 'keep', null, null, 'Counts of times that are doubtful.');
call cordon.erasure(2006, 'source_reason', 'keep', null, null, 'Counts of rows that could not be read, by reason.');
call cordon.erasure(2007, 'source_receipt', 'keep', null, null, 'What a receipt said of a whole file and of the officers who handed it over.');
call cordon.erasure(2008, 'profile', 'keep', null, null, 'How tables are read; a form, no row of them.');
call cordon.erasure(2009, 'source_edition', 'keep', null, null, 'Reports of readings: counts, places and reasons; no value of a row.');
call cordon.erasure(2010, 'edition_balance', 'keep', null, null, 'Counts of an edition, table by table.');
call cordon.erasure(2011, 'factor_reset', 'keep', null, null, 'Who asked that a member gets a new way to sign in.');
call cordon.erasure(2012, 'factor_reset_decision', 'keep', null, null, 'Who decided about it.');
call cordon.erasure(2013, 'access_denied', 'keep', null, null, 'How often a member was refused; counts.');
