package dev.cordon.access;

/** The statements of sealed access. */
final class SealedSql {

  static final String ENTITLED =
      """
      select coalesce(:operation = any(cordon.operations_opening(:kind)), false)
      """;

  static final String OPEN =
      """
      insert into cordon.sealed_access (operation_id, kind, thing_id, member_id, reason, legal_basis, ends_at)
      values (:operation, :kind, :thing, :member, :reason, :basis, now() + make_interval(secs => :seconds))
      """;

  static final String STANDING =
      """
      select reason, legal_basis, opened_at, ends_at, extract(epoch from ends_at - now()) as seconds_left
      from cordon.sealed_access
      where operation_id = :operation and kind = :kind and thing_id = :thing and member_id = :member
        and closed_at is null and ends_at > now()
      order by ends_at desc limit 1
      """;

  static final String CLOSE =
      """
      update cordon.sealed_access set closed_at = now()
      where operation_id = :operation and kind = :kind and thing_id = :thing and member_id = :member
        and closed_at is null and ends_at > now()
      """;

  private SealedSql() {}
}
