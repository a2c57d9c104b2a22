package dev.cordon.tasks;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.Member;
import dev.cordon.access.Members;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Work about any record: who does it, until when, how it ended. */
@Service
@Transactional
public class Tasks {

  /** Kinds of work, in the order of the data. */
  public static final List<String> TEMPLATES =
      List.of(
          "Check a source",
          "Check a link",
          "Check a country",
          "Ask a provider",
          "Have data kept",
          "Review a package",
          "Answer another agency",
          "Prepare a measure",
          "Examine an exhibit",
          "Look at the queue",
          "Answer a question of law",
          "Review whether data may stay",
          "Other");

  private static final String PATH = "(/[a-z0-9-]{1,60}){0,4}";

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Members members;
  private final Ledger ledger;

  Tasks(
      JdbcClient jdbc, Access access, CurrentMember currentMember, Members members, Ledger ledger) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.members = members;
    this.ledger = ledger;
  }

  /**
   * Gives a member something to do.
   *
   * @throws RefusedException for an unknown template, what is no page's address, a day that is
   *     past, and a member of an agency the reader may not give work
   */
  public UUID add(OperationId operation, NewTask task) {
    access.require(operation, Area.TASKS, Right.WRITE);
    check(task);
    Member assignee =
        members
            .find(task.assignee())
            .orElseThrow(() -> new RefusedException("You know no such member."));
    boolean own = assignee.agency().equals(java.util.Optional.of(currentMember.agency()));
    if (!own && !access.holdsForWhole(operation, Area.TASKS, Right.WRITE)) {
      throw new RefusedException(
          "You may give work to members of your own agency; ask the lead for the others.");
    }
    UUID id = UUID.randomUUID();
    jdbc.sql(TaskSql.ADD)
        .param("id", id)
        .param("operation", operation.value())
        .param("agency", assignee.agency().map(AgencyId::value).orElse(null))
        .param("title", task.title())
        .param("template", task.template())
        .param("path", task.path())
        .param("assignee", task.assignee().value())
        .param("due", task.dueOn())
        .param("member", currentMember.member().value())
        .update();
    ledger.append(
        Entry.of(operation, Act.DECISION, "task", task.title())
            .touching(id, task.assignee().value()));
    return id;
  }

  private static void check(NewTask task) {
    if (!TEMPLATES.contains(task.template())) {
      throw new RefusedException("There is no kind of work '" + task.template() + "'.");
    }
    if (!task.path().matches(PATH)) {
      throw new RefusedException("A record is named by its page's address below the operation.");
    }
    if (task.dueOn().isBefore(LocalDate.now(ZoneOffset.UTC))) {
      throw new RefusedException("A task can not be due in the past: " + task.dueOn() + ".");
    }
  }

  /** Says how a task ended: done or dropped. */
  public void end(OperationId operation, UUID id, boolean done, String note) {
    access.require(operation, Area.TASKS, Right.WRITE);
    int ended =
        jdbc.sql(TaskSql.END)
            .param("operation", operation.value())
            .param("task", id)
            .param("outcome", done ? "done" : "dropped")
            .param("note", note)
            .param("member", currentMember.member().value())
            .update();
    if (ended == 0) {
      throw new NotPermittedException();
    }
    ledger.append(Entry.of(operation, Act.DECISION, "task-end", note).touching(id));
  }

  /** One page of tasks: open ones first, by the day they are due. */
  @Transactional(readOnly = true)
  public Page<Task> page(OperationId operation, TaskFilter filter, int page) {
    access.require(operation, Area.TASKS, Right.READ);
    return new Page<>(
        chosen(TaskSql.PAGE, operation, filter)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query((row, number) -> task(row))
            .list(),
        page,
        chosen(TaskSql.COUNT, operation, filter).query(Long.class).single());
  }

  private JdbcClient.StatementSpec chosen(String sql, OperationId operation, TaskFilter filter) {
    return jdbc.sql(sql)
        .param("operation", operation.value())
        .param("member", currentMember.member().value())
        .param("mine", filter.mine())
        .param("ended", filter.ended())
        .param("path", filter.path());
  }

  private static Task task(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    return new Task(
        Columns.uuid(row, "id"),
        row.getString("title"),
        row.getString("template"),
        row.getString("record_path"),
        Objects.requireNonNullElse(row.getString("display_name"), "a member"),
        row.getObject("due_on", LocalDate.class),
        row.getBoolean("mine"),
        outcome == null
            ? null
            : new Task.End(
                outcome,
                row.getString("note"),
                Objects.requireNonNullElse(row.getString("ended_by"), "a member")));
  }

  /** How many open tasks are the reader's. */
  @Transactional(readOnly = true)
  public long waiting(OperationId operation) {
    if (!access.holds(operation, Area.TASKS, Right.READ)) {
      return 0;
    }
    return jdbc.sql(TaskSql.WAITING)
        .param("operation", operation.value())
        .param("member", currentMember.member().value())
        .query(Long.class)
        .single();
  }

  /**
   * How many open tasks are about a record.
   *
   * @param path of its page, below the operation
   */
  @Transactional(readOnly = true)
  public long about(OperationId operation, String path) {
    return jdbc.sql(TaskSql.ABOUT)
        .param("operation", operation.value())
        .param("path", path)
        .query(Long.class)
        .single();
  }
}
