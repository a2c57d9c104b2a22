package dev.cordon.access;

/** The statements of stated reasons. */
final class ReadingSql {

  static final String STATE =
      """
      insert into cordon.reading_reason (id, operation_id, member_id, purpose, words, ends_at)
      values (:id, :operation, cordon.current_member(), :purpose, :words,
        now() + cast(:seconds as integer) * interval '1 second')
      """;

  static final String STANDING =
      """
      select purpose, words, ends_at from cordon.reading_reason
      where operation_id = :operation and member_id = cordon.current_member() and ends_at > now()
      order by stated_at desc limit 1
      """;

  private ReadingSql() {}
}
