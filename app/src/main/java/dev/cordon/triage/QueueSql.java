package dev.cordon.triage;

/** The statements of the queue: its pages, from the front or from behind a place. */
final class QueueSql {

  private static final String DESCRIBED =
      """
      select i.*, q.reasons, q.since,
        (select array_agg(distinct said.words) from (
          select l.name || ' ' || l.version || case when m.category = '' then '' else ': ' || m.category end as words
          from cordon.media_match m join cordon.hash_list l on l.id = m.hash_list_id where m.media_item_id = i.id
          union all
          select m.list || ' ' || m.version || case when m.category = '' then '' else ': ' || m.profile || ' ' || m.category end
            || case when m.matched_by = 'pdq' then ' (similar, distance ' || m.distance || ')' else '' end
          from cordon.list_match m where m.media_item_id = i.id) said) as lists,
        (select array_agg(g.reason order by g.added_at) from cordon.signal g where g.media_item_id = i.id) as signals,
        (select array_agg(k.words order by k.words) from cordon.media_mark k
          where k.media_item_id = i.id and k.kind = 'says') as marks,
        (select r.reason from cordon.media_reading r where r.media_item_id = i.id and not r.is_decoded) as undecoded,
        exists (select from cordon.hash_hit h where h.media_item_id = i.id) as hit,
        (select count(*) from cordon.media_item o where o.operation_id = i.operation_id and o.sha256 = i.sha256) as agencies,
        (select count(distinct s.exhibit_id) from cordon.sighting s where s.media_item_id = i.id) as exhibits
      """;

  static final String QUEUE_OF_ALL =
      DESCRIBED
          + """
          from (select w.media_item_id, w.reasons, w.since from cordon.queue_whole w
            where w.operation_id = :operation and w.is_waiting
            order by w.reasons desc, w.since, w.media_item_id limit :limit offset :offset) q
          join cordon.media_item i on i.id = q.media_item_id
          order by q.reasons desc, q.since, q.media_item_id
          """;

  static final String QUEUE_OF_AGENCY =
      DESCRIBED
          + """
          from (select w.media_item_id, w.reasons, w.since from cordon.queue_item w
            where w.operation_id = :operation and w.agency_id = :agency and w.is_waiting
            order by w.reasons desc, w.since, w.media_item_id limit :limit offset :offset) q
          join cordon.media_item i on i.id = q.media_item_id
          order by q.reasons desc, q.since, q.media_item_id
          """;

  static final String ONE_OF_ALL =
      DESCRIBED
          + """
          from cordon.queue_whole q join cordon.media_item i on i.id = q.media_item_id
          where i.operation_id = :operation and i.id = :item
          """;

  static final String ONE_OF_AGENCY =
      DESCRIBED
          + """
          from cordon.queue_item q join cordon.media_item i on i.id = q.media_item_id
          where i.operation_id = :operation and i.id = :item
          """;

  static final String COUNT_QUEUE =
      """
      select coalesce(sum(waiting), 0)::bigint from cordon.queue_count where operation_id = :operation
      """;

  static final String BEHIND_IN_ALL = DESCRIBED + behind("cordon.queue_whole", "");

  static final String BEHIND_IN_AGENCY =
      DESCRIBED + behind("cordon.queue_item", " and w.agency_id = :agency");

  /**
   * The rest of the class the place is in, then the classes below: each is one range of the index.
   */
  private static String behind(String view, String narrowed) {
    String waiting =
        "(select w.media_item_id, w.reasons, w.since from "
            + view
            + " w where w.operation_id = :operation"
            + narrowed
            + " and w.is_waiting";
    return "from ("
        + waiting
        + """
           and w.reasons = :reasons and (w.since, w.media_item_id) > (:since, :item)
          order by w.since, w.media_item_id limit :limit)
        union all
        """
        + waiting
        + """
           and w.reasons < :reasons
          order by w.reasons desc, w.since, w.media_item_id limit :limit)
        order by reasons desc, since, media_item_id limit :limit) q
        join cordon.media_item i on i.id = q.media_item_id
        order by q.reasons desc, q.since, q.media_item_id
        """;
  }

  private QueueSql() {}
}
