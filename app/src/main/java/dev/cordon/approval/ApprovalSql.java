package dev.cordon.approval;

/** The statements of this package. */
final class ApprovalSql {

  static final String ASK =
      """
      insert into cordon.approval (id, operation_id, kind, target, what, asked_by, ask_reason, expires_at)
      values (:id, :operation, :kind, :target, :what, cordon.current_member(), :reason,
        now() + make_interval(secs => :seconds))
      """;

  static final String DECIDE =
      """
      insert into cordon.approval_decision (approval_id, operation_id, asked_by, decision, decided_by, reason)
      values (:id, :operation, :askedBy, :decision, cordon.current_member(), :reason)
      on conflict (approval_id) do nothing
      """;

  private static final String REQUEST =
      """
      select a.*, coalesce(m.display_name, 'a member') as asked_by_name,
        coalesce(d.display_name, 'a member') as decided_by_name
      from cordon.approval_state a
      left join cordon.member m on m.id = a.asked_by
      left join cordon.member d on d.id = a.decided_by
      """;

  static final String FIND =
      REQUEST
          + """
          where a.operation_id = :operation and a.id = :id
          """;

  static final String LATEST =
      REQUEST
          + """
          where a.operation_id = :operation and a.kind = :kind and a.target = :target
          order by a.asked_at desc limit 1
          """;

  static final String PAGE =
      REQUEST
          + """
          where a.operation_id = :operation and (a.state = 'open') = :open
          order by coalesce(a.decided_at, a.asked_at) desc, a.id limit :limit offset :offset
          """;

  static final String COUNT =
      """
      select count(*) from cordon.approval_state a where a.operation_id = :operation and (a.state = 'open') = :open
      """;

  static final String WAITING =
      """
      select count(*) from cordon.approval a
      where a.operation_id = :operation and a.expires_at > now() and a.asked_by <> cordon.current_member()
        and not exists (select from cordon.approval_decision d where d.approval_id = a.id)
        and cordon.may_approve(a.kind, a.operation_id)
      """;

  static final String MAY_APPROVE =
      """
      select cordon.may_approve(:kind, :operation)
      """;

  static final String MAY_SEE =
      """
      select cordon.is_administrator()
        or :operation = any(cordon.operations_with_role('analyst', 'coordinator', 'data_protection_officer'))
      """;

  private ApprovalSql() {}
}
