package dev.cordon.protection;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import dev.cordon.resolution.Category;
import dev.cordon.resolution.Subject;
import dev.cordon.resolution.SubjectId;
import dev.cordon.resolution.Subjects;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The category of each person with its history, and what is decided when its clock has run. */
@Service
@Transactional
public class Persons {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final Subjects subjects;

  Persons(
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

  /** Says that a person stands in another category; the earlier ones stay in the history. */
  public void change(OperationId operation, SubjectId id, Category category, String reason) {
    access.require(operation, Area.SUBJECTS, Right.WRITE);
    Subject found = subjects.get(operation, id);
    if (found.category() == category) {
      throw new RefusedException(
          found.number() + " is in the category " + words(category) + " already.");
    }
    try {
      jdbc.sql(ProtectionSql.ADD_CATEGORY)
          .param("id", UUID.randomUUID())
          .param("operation", operation.value())
          .param("subject", id.value())
          .param("previous", found.category().text())
          .param("category", category.text())
          .param("reason", reason.strip())
          .param("member", currentMember.member().value())
          .update();
    } catch (DataIntegrityViolationException changed) {
      throw new RefusedException(
          "Somebody has changed the category in the meantime. Look at the page again.");
    }
    ledger.append(
        Entry.of(operation, Act.ALTERATION, "subject-category", reason.strip()).touching(id));
  }

  /** Every change of a person's category, first first. */
  @Transactional(readOnly = true)
  public List<CategoryChange> history(OperationId operation, SubjectId id) {
    access.require(operation, Area.SUBJECTS, Right.READ);
    return jdbc.sql(ProtectionSql.CATEGORIES)
        .param("operation", operation.value())
        .param("subject", id.value())
        .query((row, number) ->
            new CategoryChange(
                Category.of(row.getString("previous")),
                Category.of(row.getString("category")),
                row.getString("reason"),
                row.getString("decided_by"),
                Columns.instant(row, "decided_at")))
        .list();
  }

  /** Packages agencies hold in which the person stands in another category (Art. 7(3)). */
  @Transactional(readOnly = true)
  public List<SentWithCategory> sentWithAnother(OperationId operation, Subject subject) {
    access.require(operation, Area.SUBJECTS, Right.READ);
    return jdbc.sql(ProtectionSql.SENT_WITH_ANOTHER)
        .param("operation", operation.value())
        .param("subject", subject.id().value())
        .param("category", subject.category().text())
        .query((row, number) ->
            new SentWithCategory(
                row.getString("number"),
                row.getInt("version"),
                row.getString("recipient"),
                row.getString("category"),
                Columns.instant(row, "released_at")))
        .list();
  }

  /** Where a person's clock stands; nothing for a subject that does not stand. */
  @Transactional(readOnly = true)
  public Optional<PersonClock> clock(OperationId operation, SubjectId id) {
    access.require(operation, Area.SUBJECTS, Right.READ);
    return jdbc.sql(ProtectionSql.PERSON_CLOCK)
        .param("operation", operation.value())
        .param("subject", id.value())
        .query((row, number) ->
            new PersonClock(
                row.getObject("due_on", LocalDate.class),
                row.getInt("months"),
                row.getString("regime"),
                row.getString("decision"),
                Columns.instantOrNull(row, "decided_at")))
        .optional();
  }

  /** Decides whether a person's records may stay. Nothing is hidden or destroyed by it. */
  public void review(OperationId operation, SubjectId id, Stay decision, String reason) {
    access.require(operation, Area.SUBJECTS, Right.WRITE);
    subjects.get(operation, id);
    jdbc.sql(ProtectionSql.ADD_REVIEW)
        .param("id", UUID.randomUUID())
        .param("operation", operation.value())
        .param("subject", id.value())
        .param("decision", decision.text())
        .param("reason", reason.strip())
        .param("member", currentMember.member().value())
        .update();
    ledger.append(
        Entry.of(operation, Act.DECISION, "retention-" + decision.text(), reason.strip())
            .touching(id));
  }

  private static String words(Category category) {
    return category.text().replace('_', ' ');
  }
}
