package dev.cordon.access;

/** The statements that ask and show the rules of need to know. */
final class NeedToKnowSql {

  static final String MAY =
      """
      select cordon.may(:operation, :area, :right)
      """;

  static final String WHOLE =
      """
      select :operation = any(cordon.reach(:area, 'operation', :right))
      """;

  static final String READABLE =
      """
      select unnest(cordon.readable_areas(:operation))
      """;

  static final String AREAS =
      """
      select name, holds, break_glass from cordon.area order by is_case desc, name
      """;

  static final String RULES =
      """
      select role, area, reach, may_read, may_write, rights, coalesce(categories, '{}') as categories, because
      from cordon.need_to_know order by area, role, reach
      """;

  static final String CLEARANCES =
      """
      select role, codes, because from cordon.role_clearance order by role
      """;

  static final String MARK =
      """
      insert into cordon.handling_mark (id, operation_id, kind, record_id, handling_code, reason, set_by)
      values (:id, :operation, :kind, :record, :code, :reason, cordon.current_member())
      """;

  static final String MARKS =
      """
      select handling_code from cordon.handling_mark
      where operation_id = :operation and kind = :kind and record_id = :record order by sequence desc limit 1
      """;

  static final String OPENED =
      """
      select :operation = any(cordon.opened(:code))
      """;

  static final String SOURCE_VISIBLE =
      """
      select exists (select from cordon.source where operation_id = ? and id = ?)
      """;

  static final String SUBJECT_VISIBLE =
      """
      select exists (select from cordon.subject where operation_id = ? and id = ?)
      """;

  static final String SITE_VISIBLE =
      """
      select exists (select from cordon.site where operation_id = ? and id = ?)
      """;

  static final String EXHIBIT_VISIBLE =
      """
      select exists (select from cordon.exhibit where operation_id = ? and id = ?)
      """;

  static final String HASH_LIST_VISIBLE =
      """
      select exists (select from cordon.hash_list where operation_id = ? and id = ?)
      """;

  static final String PUBLICATION_VISIBLE =
      """
      select exists (select from cordon.publication where operation_id = ? and id = ?)
      """;

  private NeedToKnowSql() {}
}
