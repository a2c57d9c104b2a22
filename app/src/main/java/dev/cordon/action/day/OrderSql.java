package dev.cordon.action.day;

/** The statements about orders and leaks. */
final class OrderSql {

  static final String ONE_AFTER_THE_OTHER =
      """
      select pg_advisory_xact_lock(hashtextextended('day order ' || cast(:day as text), 0))
      """;

  static final String ORDERS =
      """
      select o.*, a.country, s.number as site_number, coalesce(m.display_name, 'a member') as orderer, r.reason,
        l.kind as leak_kind
      from cordon.day_order o
      left join cordon.agency a on a.id = o.agency_id
      left join cordon.site s on s.id = o.site_id
      left join cordon.member m on m.id = o.ordered_by
      left join cordon.day_order_reason r on r.order_id = o.id
      left join cordon.leak l on l.id = r.leak_id
      where o.operation_id = :operation and o.action_day_id = :day order by o.sequence desc
      """;

  static final String AGENCIES_OF_COUNTRY =
      """
      select distinct agency_id from cordon.site
      where operation_id = :operation and action_day_id = :day and country = :country
      """;

  static final String AGENCY_OF_SITE =
      """
      select agency_id from cordon.site where operation_id = :operation and action_day_id = :day and id = :site
      """;

  static final String ADD =
      """
      insert into cordon.day_order (id, operation_id, agency_id, action_day_id, site_id, kind, start_at, ordered_by)
      values (:id, :operation, :agency, :day, :site, :kind, :start, cordon.current_member())
      """;

  static final String ADD_REASON =
      """
      insert into cordon.day_order_reason (order_id, operation_id, agency_id, action_day_id, reason, leak_id)
      values (:order, :operation, :agency, :day, :reason, :leak)
      """;

  static final String ADD_LEAK =
      """
      insert into cordon.leak (id, operation_id, agency_id, action_day_id, kind, words, source, known_at, recorded_by)
      values (:id, :operation, :agency, :day, :kind, :words, :source, :known, cordon.current_member())
      """;

  static final String RETIME =
      """
      insert into cordon.site_retime (order_id, site_id, operation_id, agency_id, action_day_id, planned_before, planned_after)
      select :order, s.id, s.operation_id, s.agency_id, s.action_day_id, s.planned_at, cast(:start as timestamptz)
      from cordon.site s
      where s.operation_id = :operation and s.action_day_id = :day and s.started_at is null and s.planned_at > :start
        and (cast(:agency as uuid) is null or s.agency_id = :agency) and (cast(:site as uuid) is null or s.id = :site)
      """;

  static final String MOVE =
      """
      update cordon.site s set planned_at = r.planned_after
      from cordon.site_retime r where r.order_id = :order and r.site_id = s.id
      """;

  static final String LEAKS =
      """
      select l.*, coalesce(m.display_name, 'a member') as recorder from cordon.leak l
      left join cordon.member m on m.id = l.recorded_by
      where l.operation_id = :operation and l.action_day_id = :day order by l.known_at desc, l.id limit 200
      """;

  private OrderSql() {}
}
