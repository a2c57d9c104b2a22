package dev.cordon.safeguarding;

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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Facts about danger and the answers to the list of questions; each a named person's and an entry.
 */
@Service
@Transactional
public class Safeguarding {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;

  Safeguarding(JdbcClient jdbc, Access access, CurrentMember currentMember, Ledger ledger) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
  }

  /** The subject it is about; country: where the subject is attributed to, null when nowhere. */
  public record About(String number, @Nullable String country) {}

  /** The last answer to a question. */
  public record Answered(String answer, @Nullable String words, String by, Instant at) {}

  /** Records a fact. */
  public UUID record(
      OperationId operation,
      UUID subject,
      FactKind kind,
      String words,
      String source,
      Instant knownAt) {
    access.require(operation, Area.SUBJECTS, Right.WRITE);
    About unused = about(operation, subject);
    if (knownAt.isAfter(Instant.now().plusSeconds(60))) {
      throw new RefusedException("A fact can not become known in the future; check the time.");
    }
    UUID id = UUID.randomUUID();
    jdbc.sql(SafeguardingSql.ADD_FACT)
        .param("id", id)
        .param("operation", operation.value())
        .param("subject", subject)
        .param("kind", kind.text())
        .param("words", words.strip())
        .param("source", source.strip())
        .param("knownAt", Columns.parameter(knownAt))
        .param("member", currentMember.member().value())
        .update();
    ledger.append(
        Entry.of(operation, Act.COLLECTION, "safeguarding-fact", kind.words())
            .touching(subject, id));
    return id;
  }

  /** Says that a fact no longer holds, and why. */
  public void end(OperationId operation, UUID subject, UUID fact, String reason) {
    access.require(operation, Area.SUBJECTS, Right.WRITE);
    int ended =
        jdbc.sql(SafeguardingSql.END_FACT)
            .param("operation", operation.value())
            .param("subject", subject)
            .param("fact", fact)
            .param("reason", reason.strip())
            .param("member", currentMember.member().value())
            .update();
    if (ended == 0) {
      throw new NotPermittedException();
    }
    ledger.append(
        Entry.of(operation, Act.DECISION, "safeguarding-end", reason.strip())
            .touching(subject, fact));
  }

  /** Answers a question of the list; the last answer counts, all stay. */
  public void answer(
      OperationId operation,
      UUID subject,
      Question question,
      String answer,
      @Nullable String words) {
    access.require(operation, Area.SUBJECTS, Right.WRITE);
    About unused = about(operation, subject);
    jdbc.sql(SafeguardingSql.ANSWER)
        .param("id", UUID.randomUUID())
        .param("operation", operation.value())
        .param("subject", subject)
        .param("question", question.text())
        .param("answer", answer)
        .param("words", words == null || words.isBlank() ? null : words.strip())
        .param("member", currentMember.member().value())
        .update();
    ledger.append(
        Entry.of(operation, Act.DECISION, "safeguarding-answer", question.words() + " " + answer)
            .touching(subject));
  }

  /** The subject; not found when there is none for this reader. */
  @Transactional(readOnly = true)
  public About about(OperationId operation, UUID subject) {
    return jdbc.sql(SafeguardingSql.SUBJECT)
        .param("operation", operation.value())
        .param("subject", subject)
        .query((row, number) -> new About(row.getString("number"), row.getString("country")))
        .optional()
        .orElseThrow(NotPermittedException::new);
  }

  /** The facts of a subject: those that hold first; at most 200. */
  @Transactional(readOnly = true)
  public List<Fact> facts(OperationId operation, UUID subject) {
    access.require(operation, Area.SUBJECTS, Right.READ);
    return jdbc.sql(SafeguardingSql.OF_SUBJECT)
        .param("operation", operation.value())
        .param("subject", subject)
        .query(Safeguarding::fact)
        .list();
  }

  /** One page of the facts that hold: those of which nothing left yet first, the oldest first. */
  @Transactional(readOnly = true)
  public Page<Fact> open(OperationId operation, int page) {
    access.require(operation, Area.SUBJECTS, Right.READ);
    return new Page<>(
        jdbc.sql(SafeguardingSql.OPEN)
            .param("operation", operation.value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(Safeguarding::fact)
            .list(),
        page,
        jdbc.sql(SafeguardingSql.COUNT_OPEN)
            .param("operation", operation.value())
            .query(Long.class)
            .single());
  }

  private static Fact fact(ResultSet row, int number) throws SQLException {
    return new Fact(
        Columns.uuid(row, "id"),
        Columns.uuid(row, "subject_id"),
        row.getString("number"),
        FactKind.of(row.getString("kind")),
        row.getString("words"),
        row.getString("source"),
        Columns.instant(row, "known_at"),
        Objects.requireNonNullElse(row.getString("display_name"), "a member"),
        Columns.instant(row, "recorded_at"),
        row.getString("ended_because"),
        row.getBoolean("sent"));
  }

  /** The last answers, by question. */
  @Transactional(readOnly = true)
  public Map<Question, Answered> answers(OperationId operation, UUID subject) {
    return jdbc
        .sql(SafeguardingSql.ANSWERS)
        .param("operation", operation.value())
        .param("subject", subject)
        .query((row, number) ->
            Map.entry(
                Question.of(row.getString("question")),
                new Answered(
                    row.getString("answer"),
                    row.getString("words"),
                    Objects.requireNonNullElse(row.getString("display_name"), "a member"),
                    Columns.instant(row, "answered_at"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
