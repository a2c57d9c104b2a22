package dev.cordon.access;

/** The statements of this package. */
final class AccessSql {

  static final String CURRENT_ROLES =
      """
      select role from cordon.membership
      where operation_id = :operation and member_id = cordon.current_member()
        and now() >= starts_at and now() < ends_at
      """;

  private AccessSql() {}
}
