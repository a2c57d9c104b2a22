package dev.cordon.triage;

/** What the pages show of items, groups, matches and exhibits. */
final class ItemSql {

  static final String READING =
      """
      select i.md5, r.* from cordon.media_item i left join cordon.media_reading r on r.media_item_id = i.id
      where i.operation_id = :operation and i.id = :item
      """;

  static final String MARKS =
      """
      select kind, words, digest, taken_at from cordon.media_mark
      where operation_id = :operation and media_item_id = :item order by kind, words, digest limit 200
      """;

  private static final String LISTED =
      """
      select i.id, i.sha256, l.name as list, l.version, 'sha256' as matched_by, null::smallint as distance, '' as profile,
        m.category, '' as meaning, '' as embedded, m.matched_at
      from cordon.media_match m join cordon.hash_list l on l.id = m.hash_list_id join cordon.media_item i on i.id = m.media_item_id
      where m.operation_id = :operation
      """;

  private static final String LISTED_BY_INVENTORY =
      """
      union all
      select i.id, i.sha256, m.list, m.version, m.matched_by, m.distance, m.profile, m.category, m.meaning, m.embedded, m.matched_at
      from cordon.list_match m join cordon.media_item i on i.id = m.media_item_id
      where m.operation_id = :operation
      """;

  private static final String OF_ITEM = " and m.media_item_id = :item ";

  static final String MATCHES_OF_ITEM =
      LISTED
          + OF_ITEM
          + LISTED_BY_INVENTORY
          + OF_ITEM
          + "order by list, version, category limit 200";

  static final String MATCHES_OF_ALL = matches("");

  static final String MATCHES_OF_AGENCY = matches(" and m.agency_id = :agency");

  /** One range of an index in each of the two tables; only what is shown is joined. */
  private static String matches(String narrowed) {
    String behind =
        " m where m.operation_id = :operation"
            + narrowed
            + """
             and (m.matched_at, m.id) < (:at, :behind)
            order by m.matched_at desc, m.id desc limit :limit)
            """;
    return """
    select i.id, i.sha256, coalesce(l.name, q.list) as list, coalesce(l.version, q.version) as version, q.matched_by, q.distance,
      q.profile, q.category, q.meaning, q.embedded, q.matched_at, q.match_id
    from (
      (select m.id as match_id, m.media_item_id, m.hash_list_id, null::text as list, null::text as version, 'sha256' as matched_by,
        null::smallint as distance, '' as profile, m.category, '' as meaning, '' as embedded, m.matched_at
    """
        + " from cordon.media_match"
        + behind
        + """
          union all
          (select m.id, m.media_item_id, null::uuid, m.list, m.version, m.matched_by, m.distance, m.profile, m.category, m.meaning,
            m.embedded, m.matched_at
        """
        + " from cordon.list_match"
        + behind
        + """
          order by matched_at desc, match_id desc limit :limit) q
        join cordon.media_item i on i.id = q.media_item_id
        left join cordon.hash_list l on l.id = q.hash_list_id
        order by q.matched_at desc, q.match_id desc
        """;
  }

  static final String NEAR =
      """
      select i.id, i.sha256, p.distance
      from (select other_id as id, distance from cordon.near_pair where one_id = :item
            union all select one_id, distance from cordon.near_pair where other_id = :item) p
      join cordon.media_item i on i.id = p.id where i.operation_id = :operation order by p.distance, i.sha256 limit 50
      """;

  static final String GROUP_OF =
      """
      select group_id from cordon.near_group where operation_id = :operation and media_item_id = :item
      """;

  static final String TOLD =
      """
      select d.exhibit_id, t.told_by, t.number, t.elsewhere,
        (select count(*) from cordon.told_group o where o.digest_import_id = t.digest_import_id and o.told_by = t.told_by
          and o.number = t.number) as items
      from cordon.told_group t join cordon.digest_import d on d.id = t.digest_import_id
      where t.operation_id = :operation and t.media_item_id = :item order by t.told_by, t.number limit 50
      """;

  static final String SIGHTINGS =
      """
      select s.exhibit_id, e.number, s.place, s.is_deleted, s.seen_at
      from cordon.sighting s left join cordon.exhibit e on e.id = s.exhibit_id
      where s.operation_id = :operation and s.media_item_id = :item order by s.seen_at, s.id limit :limit offset :offset
      """;

  static final String COUNT_SIGHTINGS =
      """
      select count(*) from cordon.sighting where operation_id = :operation and media_item_id = :item
      """;

  static final String ASSESSMENTS =
      """
      select a.assessed_as, a.scheme, a.scheme_category, a.assessed_at, a.withdrawn_at, coalesce(m.display_name, '') as by_name
      from cordon.assessment a left join cordon.member m on m.id = a.assessed_by
      where a.operation_id = :operation and a.media_item_id = :item order by a.assessed_at desc limit 50
      """;

  static final String GROUPS_OF_ALL = groups("");

  static final String GROUPS_OF_AGENCY = groups(" and g.agency_id = :agency");

  /** The rest of those as large, then the smaller ones: each is one range of the index. */
  private static String groups(String narrowed) {
    String named =
        "(select g.group_id, g.items from cordon.near_group g where g.operation_id = :operation"
            + narrowed
            + " and g.items > 0";
    return """
    select p.group_id, p.items, (select count(*) from cordon.near_group o
        join cordon.queue_item q on q.media_item_id = o.media_item_id
        where o.operation_id = :operation and o.group_id = p.group_id and q.is_waiting) as waiting
    from (
    """
        + named
        + """
         and g.items = :items and g.group_id > :group order by g.group_id limit :limit)
        union all
        """
        + named
        + """
         and g.items < :items order by g.items desc, g.group_id limit :limit)
        order by items desc, group_id limit :limit) p
        order by p.items desc, p.group_id
        """;
  }

  static final String GROUP =
      """
      select i.id, i.sha256, q.is_waiting from cordon.near_group g join cordon.media_item i on i.id = g.media_item_id
      left join cordon.queue_item q on q.media_item_id = i.id
      where g.operation_id = :operation and g.group_id = :group order by g.media_item_id limit :limit offset :offset
      """;

  static final String COUNT_GROUP =
      """
      select coalesce(max(items), 0) from cordon.near_group
      where operation_id = :operation and group_id = :group and media_item_id = :group
      """;

  static final String EDGES =
      """
      select one_id, other_id, distance from cordon.near_pair where one_id in (:items) and other_id in (:items)
      """;

  static final String PROGRESS =
      """
      select e.id, e.number, e.country, e.kind, t.*, coalesce(c.files, 0) as files, coalesce(c.decoded, 0) as decoded,
        coalesce(c.undecoded, 0) as undecoded, coalesce(c.known, 0) as known, coalesce(c.waiting, 0) as waiting,
        coalesce(c.unread, 0) as unread
      from (select * from cordon.exhibit where operation_id = :operation order by country, number, id limit :limit offset :offset) e
      left join cordon.exhibit_count c on c.exhibit_id = e.id
      left join lateral (select count(*) filter (where d.form in ('csv', 'inventory')) as taken,
          coalesce(sum(d.rows_in) filter (where d.form in ('csv', 'inventory') and d.part_of is null), 0) as rows_in,
          coalesce(sum(d.quarantined), 0) as quarantined, max(d.taken_at) as taken_at
        from cordon.digest_import d where d.exhibit_id = e.id) t on true
      order by e.country, e.number, e.id
      """;

  static final String PROGRESS_OF_ONE =
      PROGRESS.replace(
          "order by country, number, id limit :limit offset :offset", "and id = :exhibit");

  static final String PAGE_OF_EXHIBITS =
      """
      select id from cordon.exhibit where operation_id = :operation order by country, number, id limit :limit offset :offset
      """;

  static final String COUNT_EXHIBITS =
      """
      select count(*) from cordon.exhibit where operation_id = :operation
      """;

  private ItemSql() {}
}
