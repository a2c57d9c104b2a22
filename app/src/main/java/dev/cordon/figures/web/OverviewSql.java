package dev.cordon.figures.web;

/**
 * The statements behind the overview that count no figure; each reads under the reader's rights.
 */
final class OverviewSql {

  static final String QUEUE =
      """
      select coalesce(sum(waiting), 0)::bigint from cordon.queue_count where operation_id = :operation
      """;

  static final String AGENCIES =
      """
      select id, name, country from cordon.agency where id = any(string_to_array(:ids, ',')::uuid[]) order by name, id
      """;

  /**
   * Moves the time of the visit before on when a new visit begins: half an hour after the last
   * look.
   */
  static final String VISIT =
      """
      insert into cordon.overview_visit as v (operation_id, member_id, seen_at, before_at)
      values (:operation, :member, now(), null)
      on conflict (operation_id, member_id) do update
        set before_at = case when v.seen_at < now() - interval '30 minutes' then v.seen_at else v.before_at end,
          seen_at = now()
      returning before_at
      """;

  /** What a visit is written for: not for each time the page looks for news. */
  static final String VISITED =
      """
      select before_at, seen_at < now() - interval '1 minute' as is_old from cordon.overview_visit
      where operation_id = :operation and member_id = :member
      """;

  private OverviewSql() {}
}
