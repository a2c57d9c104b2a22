package dev.cordon.oversight;

/** The statements over entries. Conditions are constants, joined only where a filter is set. */
final class EntrySql {

  /** Entries that can be paged; what lies beyond is reached by narrowing, or by an extract. */
  static final int MOST_PAGED = 10_000;

  private static final String COLUMNS =
      """
      select e.id, p.place, e.at, e.act, e.what, e.record_count, e.member_id, o.reason,
        coalesce(m.display_name, 'a member') as member, a.name as agency, r.name as recipient
      """;

  private static final String JOINS =
      """
      left join cordon.ledger_place p on p.entry_id = e.id
      left join cordon.ledger_opening o on o.entry_id = e.id
      left join cordon.member m on m.id = e.member_id
      left join cordon.agency a on a.id = m.agency_id
      left join cordon.agency r on r.id = e.recipient_id
      order by e.at desc, e.id
      """;

  static final String OPENING =
      """
      select o.record_ids, o.destroyed_at, e.body from cordon.ledger_entry e
      left join cordon.ledger_opening o on o.entry_id = e.id where e.id = :id
      """;

  static final String MEMBERS =
      """
      select distinct m.id, m.display_name, coalesce(a.name, '') as agency
      from cordon.membership s join cordon.member m on m.id = s.member_id left join cordon.agency a on a.id = m.agency_id
      where s.operation_id = :operation order by 3, 2, 1 limit 2000
      """;

  static final String RECIPIENTS =
      """
      select distinct a.id, a.name from cordon.ledger_entry e join cordon.agency a on a.id = e.recipient_id
      where e.operation_id = :operation and e.recipient_id is not null order by 2
      """;

  // A loose index scan: one step for each kind instead of one for each entry.
  static final String KINDS =
      """
      with recursive kinds as (
        (select what from cordon.ledger_entry where operation_id = :operation order by what limit 1)
        union all
        select (select e.what from cordon.ledger_entry e
                where e.operation_id = :operation and e.what > k.what order by e.what limit 1)
        from kinds k where k.what is not null
      ) select what from kinds where what is not null
      """;

  private static final String READING_FROM =
      """
      from cordon.ledger_entry e
      join cordon.ledger_opening o on o.entry_id = e.id
      cross join lateral unnest(o.record_ids) touched
      """;

  static final String READINGS_TAIL =
      """
       and e.act = 'CONSULTATION' and e.what not like 'oversight-%' and e.what <> 'ledger-entries'
         and (:record = '' or touched like '%' || :record)
       group by e.member_id, touched, e.what
      ) seen
      left join cordon.member m on m.id = seen.member_id left join cordon.agency a on a.id = m.agency_id
      order by seen.last_at desc, seen.member_id, seen.touched limit :limit offset :offset
      """;

  private EntrySql() {}

  static String page(EntryFilter filter) {
    return COLUMNS
        + "from (select * from cordon.ledger_entry e where "
        + where(filter)
        + " order by e.at desc, e.id limit :limit offset :offset) e "
        + JOINS;
  }

  static String count(EntryFilter filter) {
    return "select count(*) from (select 1 from cordon.ledger_entry e where "
        + where(filter)
        + " limit "
        + (MOST_PAGED + 1)
        + ") counted";
  }

  static String all(EntryFilter filter) {
    return COLUMNS
        + "from cordon.ledger_entry e "
        + JOINS.replace("order by", "where " + where(filter) + " order by");
  }

  static String one() {
    return COLUMNS
        + "from (select * from cordon.ledger_entry where id = :id and (operation_id = :operation or operation_id is null)) e "
        + JOINS;
  }

  /** Who opened which record how often. */
  static String readings(EntryFilter filter) {
    return """
    select seen.*, coalesce(m.display_name, 'a member') as member, a.name as agency, count(*) over () as total from (
    select e.member_id, touched, e.what, count(*) as views, min(e.at) as first_at, max(e.at) as last_at
    """
        + READING_FROM
        + " where "
        + where(filter)
        + READINGS_TAIL;
  }

  static String where(EntryFilter filter) {
    StringBuilder where =
        new StringBuilder(
            filter.installation()
                ? "e.operation_id is null and cast(:operation as uuid) is not null"
                : "e.operation_id = :operation");
    and(where, filter.member() != null, "e.member_id = :member");
    and(where, !filter.act().isEmpty(), "e.act = :act");
    and(where, !filter.what().isEmpty(), "e.what = :what");
    and(where, filter.from() != null, "e.at >= :from");
    and(where, filter.until() != null, "e.at < :until");
    and(where, filter.recipient() != null, "e.recipient_id = :recipient");
    and(
        where,
        !filter.record().isEmpty(),
        filter.installation()
            ? "exists (select from cordon.ledger_opening t where t.entry_id = e.id and :record = any(t.record_ids))"
            : "e.id in (select cordon.entries_touching(:operation, :record))");
    return where.toString();
  }

  private static void and(StringBuilder where, boolean set, String condition) {
    if (set) {
      where.append(" and ").append(condition);
    }
  }
}
