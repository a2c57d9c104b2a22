package dev.cordon.intake;

/** The statements about the queue and what was stated of its files. */
final class TakingSql {

  static final String ADD =
      """
      insert into cordon.taking (id, operation_id, name, size_bytes, asked_by, handed_by, handed_at, handed_place,
        handed_means, handed_description)
      values (:id, :operation, :name, :size, :member, :handedBy, :handedAt, :handedPlace, :handedMeans,
        :handedDescription)
      on conflict do nothing
      """;

  static final String STATE =
      """
      insert into cordon.source_statement (id, operation_id, name, zone, system, stated_by)
      values (:id, :operation, :name, :zone, :system, :member)
      """;

  static final String STATEMENTS =
      """
      select name, (array_agg(zone order by sequence desc) filter (where zone is not null))[1] as zone,
        (array_agg(system order by sequence desc) filter (where system is not null))[1] as system
      from cordon.source_statement where operation_id = :operation group by name order by name
      """;

  private static final String TAKINGS =
      """
      select t.*, r.source_id as again_source, r.kind as again_kind, r.reason as again_reason, r.found as again_found,
        coalesce(m.display_name, 'a member') as asked_by_name,
        (select s.zone from cordon.source_statement s
         where s.operation_id = t.operation_id and s.name = t.name and s.zone is not null
         order by s.sequence desc limit 1) as zone
      from cordon.taking t left join cordon.member m on m.id = t.asked_by
        left join cordon.rereading r on r.taking_id = t.id
      """;

  static final String PAGE =
      TAKINGS
          + """
          where t.operation_id = :operation
          order by (t.state = 'running') desc, (t.state = 'waiting') desc,
            case when t.state = 'waiting' then t.place end, t.place desc
          limit :limit offset :offset
          """;

  static final String FIND =
      TAKINGS
          + """
          where t.operation_id = :operation and t.id = :id
          """;

  static final String COUNT = "select count(*) from cordon.taking where operation_id = :operation";

  static final String OPEN =
      """
      select count(*) from cordon.taking where operation_id = :operation and state in ('waiting', 'running')
      """;

  static final String OPEN_NAMES =
      """
      select name from cordon.taking where operation_id = :operation and state in ('waiting', 'running')
      """;

  static final String BEGIN =
      """
      update cordon.taking set state = 'running', runs = runs + 1, started_at = now()
      where operation_id = :operation and id = :id and state in ('waiting', 'running')
      """;

  static final String END =
      """
      update cordon.taking set state = :state, ended_at = now(), reason = :reason, source_id = :source
      where operation_id = :operation and id = :id and state in ('waiting', 'running')
      """;

  static final String ASK_TO_STOP =
      """
      update cordon.taking set stop_asked_by = :member, stop_asked_at = now()
      where operation_id = :operation and id = :id and state in ('waiting', 'running') and stop_asked_at is null
      """;

  static final String HANDED =
      """
      select handed_by, handed_at, handed_place, handed_means, handed_description from cordon.taking
      where operation_id = :operation and id = :id
      """;

  static final String HANDED_OPEN =
      """
      select handed_by, handed_at, handed_place, handed_means, handed_description from cordon.taking
      where operation_id = :operation and name = :name and state in ('waiting', 'running')
      """;

  static final String LEFT = "select * from cordon.takings_left()";

  static final String REFUSE = "select cordon.refuse_taking(:id)";

  private TakingSql() {}
}
