package dev.cordon.intake;

/** The statements about sources read again and copies destroyed. */
final class RereadingSql {

  static final String ADD =
      """
      insert into cordon.rereading (taking_id, operation_id, source_id, kind, reason)
      values (:id, :operation, :source, :kind, :reason)
      """;

  static final String FOUND =
      """
      update cordon.rereading set found = :found where operation_id = :operation and taking_id = :id
      """;

  static final String OPEN =
      """
      select count(*) from cordon.rereading r join cordon.taking t on t.id = r.taking_id
      where r.operation_id = :operation and r.source_id = :source and t.state in ('waiting', 'running')
      """;

  /** What the judge found when the source was last read again, unless it was read since. */
  static final String LAST_FOUND =
      """
      select r.found from cordon.rereading r join cordon.taking t on t.id = r.taking_id
      where r.operation_id = :operation and r.source_id = :source and r.found is not null
        and t.place > coalesce((select max(o.place) from cordon.taking o join cordon.rereading s on s.taking_id = o.id
          where s.operation_id = r.operation_id and s.source_id = r.source_id and s.kind <> 'normalise'
            and o.state = 'done'), 0)
      order by t.place desc limit 1
      """;

  static final String DECIDE =
      """
      insert into cordon.destroyed_copy (operation_id, source_id, reason, original_place, found, decided_by)
      values (:operation, :source, :reason, :place, :found, :member)
      on conflict do nothing
      """;

  static final String COPY =
      """
      select d.reason, d.original_place, d.found, coalesce(m.display_name, 'a member') as decided_by_name, d.decided_at,
        d.destroyed_at
      from cordon.destroyed_copy d left join cordon.member m on m.id = d.decided_by
      where d.operation_id = :operation and d.source_id = :source
      """;

  static final String DESTROYED =
      """
      update cordon.destroyed_copy set destroyed_at = now()
      where operation_id = :operation and source_id = :source and destroyed_at is null
      """;

  private RereadingSql() {}
}
