package dev.cordon.protection;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import dev.cordon.resolution.SubjectId;
import dev.cordon.resolution.Subjects;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Facts and assessments about a person, kept apart, each graded; withdrawn, never rewritten. */
@Service
@Transactional
public class Statements {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final Subjects subjects;

  Statements(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Ledger ledger,
      Subjects subjects) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.subjects = subjects;
  }

  /**
   * Adds a statement.
   *
   * @param conditions needed with a handling of C
   */
  public UUID add(
      OperationId operation,
      SubjectId subject,
      Statement.Nature nature,
      String words,
      Grade grade,
      @Nullable String conditions) {
    access.require(operation, Area.SUBJECTS, Right.WRITE);
    subjects.get(operation, subject);
    String said = conditions == null || conditions.isBlank() ? null : conditions.strip();
    if ("C".equals(grade.handling()) && said == null) {
      throw new RefusedException(
          "Handling C permits sharing with conditions only; say which conditions.");
    }
    UUID id = UUID.randomUUID();
    jdbc.sql(ProtectionSql.ADD_STATEMENT)
        .param("id", id)
        .param("operation", operation.value())
        .param("subject", subject.value())
        .param("nature", nature.text())
        .param("words", words.strip())
        .param("scheme", grade.scheme().text())
        .param("source", grade.source())
        .param("information", grade.information())
        .param("handling", grade.handling())
        .param("conditions", said)
        .param("member", currentMember.member().value())
        .update();
    ledger.append(
        Entry.of(
                operation,
                Act.COLLECTION,
                "statement",
                nature.text() + ", graded " + grade + " in " + grade.scheme().text())
            .touching(id, subject));
    return id;
  }

  /** Takes a statement back; it stays to be read, marked. */
  public void withdraw(OperationId operation, SubjectId subject, UUID id, String reason) {
    access.require(operation, Area.SUBJECTS, Right.WRITE);
    int changed =
        jdbc.sql(ProtectionSql.WITHDRAW_STATEMENT)
            .param("operation", operation.value())
            .param("subject", subject.value())
            .param("id", id)
            .param("member", currentMember.member().value())
            .param("reason", reason.strip())
            .update();
    if (changed == 0) {
      throw new RefusedException("This statement is withdrawn already, or is not this subject's.");
    }
    ledger.append(
        Entry.of(operation, Act.ALTERATION, "statement-withdrawn", reason.strip())
            .touching(id, subject));
  }

  /** A page of a person's statements of one nature, first first. */
  @Transactional(readOnly = true)
  public Page<Statement> page(
      OperationId operation, SubjectId subject, Statement.Nature nature, int page) {
    access.require(operation, Area.SUBJECTS, Right.READ);
    return new Page<>(
        jdbc.sql(ProtectionSql.STATEMENTS)
            .param("operation", operation.value())
            .param("subject", subject.value())
            .param("nature", nature.text())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(Statements::statement)
            .list(),
        Math.max(1, page),
        jdbc.sql(ProtectionSql.COUNT_STATEMENTS)
            .param("operation", operation.value())
            .param("subject", subject.value())
            .param("nature", nature.text())
            .query(Long.class)
            .single());
  }

  private static Statement statement(ResultSet row, int number) throws SQLException {
    boolean stands = row.getString("withdrawn_reason") == null;
    return new Statement(
        Columns.uuid(row, "id"),
        row.getString("nature").equals("fact")
            ? Statement.Nature.FACT
            : Statement.Nature.ASSESSMENT,
        row.getString("words"),
        new Grade(
            Grade.Scheme.of(row.getString("scheme")),
            row.getString("grade_source"),
            row.getString("grade_information"),
            row.getString("grade_handling")),
        row.getString("conditions"),
        row.getString("made_by_name"),
        Columns.instant(row, "made_at"),
        stands ? null : row.getString("withdrawn_by_name"),
        Columns.instantOrNull(row, "withdrawn_at"),
        row.getString("withdrawn_reason"));
  }
}
