package dev.cordon.access;

/** The statements of emergency openings. */
final class BreakGlassSql {

  static final String OPEN =
      """
      insert into cordon.break_glass (id, operation_id, member_id, areas, danger, reason)
      values (:id, :operation, cordon.current_member(), :areas, :danger, :reason)
      """;

  static final String CLOSE =
      """
      update cordon.break_glass set ends_at = now()
      where id = :id and operation_id = :operation and member_id = cordon.current_member() and ends_at > now()
      """;

  static final String REVIEW =
      """
      insert into cordon.break_glass_review (break_glass_id, operation_id, justified, words, reviewed_by)
      select b.id, b.operation_id, :justified, :words, cordon.current_member()
      from cordon.break_glass b
      where b.id = :id and b.operation_id = :operation and b.member_id <> cordon.current_member()
      on conflict (break_glass_id) do nothing
      """;

  private static final String OPENINGS =
      """
      select b.id, b.member_id, m.display_name, b.areas, b.danger, b.reason, b.opened_at, b.ends_at,
        b.ends_at > now() as open, b.member_id = cordon.current_member() as own,
        r.justified, r.words, r.reviewed_at, v.display_name as reviewed_by,
        r.break_glass_id is null and b.opened_at < now() - interval '3 days' as overdue
      from cordon.break_glass b
      left join cordon.member m on m.id = b.member_id
      left join cordon.break_glass_review r on r.break_glass_id = b.id
      left join cordon.member v on v.id = r.reviewed_by
      where b.operation_id = :operation
      """;

  static final String PAGE =
      OPENINGS
          + """
          order by b.opened_at desc, b.id limit :limit offset :offset
          """;

  static final String ONE = OPENINGS + " and b.id = :id";

  static final String COUNT =
      """
      select count(*) from cordon.break_glass where operation_id = :operation
      """;

  static final String WAITING =
      """
      select count(*) from cordon.break_glass b
      where b.operation_id = :operation
        and not exists (select from cordon.break_glass_review r where r.break_glass_id = b.id)
      """;

  static final String OWN_OPEN =
      """
      select id, reason, ends_at from cordon.break_glass
      where operation_id = :operation and member_id = cordon.current_member() and ends_at > now()
        and (cast(:area as text) is null or :area = any(areas))
      order by ends_at desc limit 1
      """;

  private BreakGlassSql() {}
}
