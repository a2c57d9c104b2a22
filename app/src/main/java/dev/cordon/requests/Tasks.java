package dev.cordon.requests;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.LocalDate;
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

  /** Kinds of work with the words a task of it begins with. */
  public static final List<String> TEMPLATES =
      List.of(
          "Ask a provider",
          "Have data kept",
          "Check a country",
          "Check a link",
          "Review a package",
          "Answer another agency",
          "Other");

  private static final String PATH = "(/[a-z0-9-]{1,60}){0,4}";

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;

  Tasks(JdbcClient jdbc, Access access, CurrentMember currentMember, Ledger ledger) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
  }

  /**
   * Gives a member something to do.
   *
   * @param path of the record below the operation, such as {@code /subjects/…}; empty for none
   */
  public UUID add(
      OperationId operation,
      String template,
      String title,
      String path,
      UUID assignee,
      LocalDate dueOn) {
    access.require(operation, Area.REQUESTS, Right.WRITE);
    if (!TEMPLATES.contains(template)) {
      throw new RefusedException("There is no template '" + template + "'.");
    }
    if (!path.matches(PATH)) {
      throw new RefusedException("A record is named by its page's address below the operation.");
    }
    UUID id = UUID.randomUUID();
    jdbc.sql(RequestSql.ADD_TASK)
        .param("id", id)
        .param("operation", operation.value())
        .param("title", title)
        .param("template", template)
        .param("path", path)
        .param("assignee", assignee)
        .param("due", dueOn)
        .param("member", currentMember.member().value())
        .update();
    ledger.append(Entry.of(operation, Act.DECISION, "task", title).touching(id, assignee));
    return id;
  }

  /** Says how a task ended: done or dropped. */
  public void end(OperationId operation, UUID id, boolean done, String note) {
    access.require(operation, Area.REQUESTS, Right.WRITE);
    int ended =
        jdbc.sql(RequestSql.END_TASK)
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

  /** One page of what is still to do, by the day it is due. */
  @Transactional(readOnly = true)
  public Page<Task> page(OperationId operation, int page) {
    access.require(operation, Area.REQUESTS, Right.READ);
    return new Page<>(
        jdbc.sql(RequestSql.TASKS)
            .param("operation", operation.value())
            .param("member", currentMember.member().value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query((row, number) ->
                new Task(
                    Columns.uuid(row, "id"),
                    row.getString("title"),
                    row.getString("template"),
                    row.getString("record_path"),
                    Objects.requireNonNullElse(row.getString("display_name"), "a member"),
                    row.getObject("due_on", LocalDate.class),
                    row.getBoolean("mine")))
            .list(),
        page,
        jdbc.sql(RequestSql.COUNT_TASKS)
            .param("operation", operation.value())
            .query(Long.class)
            .single());
  }

  /** How many tasks wait for the reader, and how many of the reader's requests are late. */
  @Transactional(readOnly = true)
  public long waiting(OperationId operation) {
    if (!access.holds(operation, Area.REQUESTS, Right.READ)) {
      return 0;
    }
    return jdbc.sql(RequestSql.WAITING)
        .param("operation", operation.value())
        .param("member", currentMember.member().value())
        .query(Long.class)
        .single();
  }
}
