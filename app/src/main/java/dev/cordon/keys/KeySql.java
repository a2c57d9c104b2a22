package dev.cordon.keys;

/** The statements of this package. */
final class KeySql {

  static final String DECIDE =
      """
      insert into cordon.key_change (id, operation_id, act, approval_id, asked_by, approved_by)
      values (:id, :operation, :act, :approval, :asked, :approved)
      """;

  static final String DECIDED =
      """
      select id, operation_id, act from cordon.key_changes_decided()
      """;

  static final String OPERATION_NAME =
      """
      select name from cordon.operation where id = :operation
      """;

  static final String CHANGES =
      """
      select k.act, k.decided_at, coalesce(m.display_name, '') as approved_by_name
      from cordon.key_change k left join cordon.member m on m.id = k.approved_by
      where k.operation_id = :operation order by k.decided_at limit 200
      """;

  private KeySql() {}
}
