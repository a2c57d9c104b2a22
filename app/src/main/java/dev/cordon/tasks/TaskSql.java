package dev.cordon.tasks;

/** The statements of tasks. */
final class TaskSql {

  // Of the agency of who is to do it, so that this member reads it; none given: of the member's
  // own.
  static final String ADD =
      """
      insert into cordon.task (id, operation_id, agency_id, title, template, record_path, assignee_id, due_on, created_by)
      values (:id, :operation, coalesce(cast(:agency as uuid), cordon.current_agency()), :title, :template, :path,
        :assignee, :due, :member)
      """;

  static final String END =
      """
      insert into cordon.task_end (task_id, operation_id, agency_id, outcome, note, ended_by)
      select t.id, t.operation_id, t.agency_id, :outcome, :note, :member from cordon.task t
      where t.operation_id = :operation and t.id = :task
        and not exists (select from cordon.task_end e where e.task_id = t.id)
      """;

  private static final String CHOSEN =
      """
      from cordon.task t
      left join cordon.task_end e on e.task_id = t.id
      left join cordon.member m on m.id = t.assignee_id
      left join cordon.member x on x.id = e.ended_by
      where t.operation_id = :operation
        and (:ended or e.task_id is null)
        and (not :mine or t.assignee_id = :member)
        and (:path = '' or t.record_path = :path)
      """;

  static final String PAGE =
      """
      select t.id, t.title, t.template, t.record_path, t.due_on, m.display_name, t.assignee_id = :member as mine,
        e.outcome, e.note, x.display_name as ended_by
      """
          + CHOSEN
          + " order by e.task_id is not null, t.due_on, t.id limit :limit offset :offset";

  static final String COUNT = "select count(*) " + CHOSEN;

  static final String WAITING =
      """
      select count(*) from cordon.task t where t.operation_id = :operation and t.assignee_id = :member
        and not exists (select from cordon.task_end e where e.task_id = t.id)
      """;

  static final String ABOUT =
      """
      select count(*) from cordon.task t where t.operation_id = :operation and t.record_path = :path
        and not exists (select from cordon.task_end e where e.task_id = t.id)
      """;

  private TaskSql() {}
}
