package dev.cordon.triage;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second half of an inquiry: a person of the holding agency answers, and the asker has the
 * reply. The asker learns who holds the file only where the holder names a contact. An answer can
 * be given again; the last one counts and all of them stay.
 */
@Service
@Transactional
public class HashAnswers {

  private static final int LONGEST_CONTACT = 300;
  private static final int LONGEST_WORDS = 1000;

  private static final String QUESTION =
      """
      select id, agency_id from cordon.hash_question where operation_id = :operation and id = :question
      """;

  private static final String ADD =
      """
      insert into cordon.hash_answer (id, operation_id, agency_id, hash_question_id, answered_as, contact, words, answered_by)
      values (:id, :operation, :agency, :question, :as, :contact, :words, :member)
      """;

  private static final String GIVEN =
      """
      select distinct on (a.hash_question_id) a.*, coalesce(m.display_name, '') as answered_by_name from cordon.hash_answer a
      left join cordon.member m on m.id = a.answered_by
      where a.operation_id = :operation and a.hash_question_id in (:questions)
      order by a.hash_question_id, a.answered_at desc, a.id
      """;

  private static final String REPLIES =
      """
      select r.*, i.sha256 from cordon.hash_reply r left join cordon.media_item i on i.id = r.media_item_id
      where r.operation_id = :operation and r.hash_inquiry_id in (:inquiries)
      order by r.replied_at desc, r.id limit 500
      """;

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;

  HashAnswers(JdbcClient jdbc, Access access, CurrentMember currentMember, Ledger ledger) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
  }

  /**
   * What a holder has answered.
   *
   * @param contact whom to turn to; null unless one was named
   */
  public record Given(
      UUID question,
      HashAnswer as,
      @Nullable String contact,
      @Nullable String words,
      String by,
      Instant at) {}

  /**
   * What the asker has of it.
   *
   * @param item the asker's own, which the holder's is the same as or like
   */
  public record Reply(
      UUID inquiry,
      @Nullable UUID item,
      @Nullable String sha256,
      HashAnswer as,
      @Nullable String contact,
      @Nullable String words,
      Instant at) {}

  /** Answers a question about a file of the member's agency. */
  public void answer(
      OperationId operation, UUID question, HashAnswer as, String contact, String words) {
    access.require(operation, Area.TRIAGE, Right.WRITE);
    requireOwn(operation, question);
    if ((as == HashAnswer.CONTACT) != (contact.strip().length() >= 3)) {
      throw new RefusedException(
          "A contact has at least 3 characters, and stands only in an answer that names one.");
    }
    if (contact.strip().length() > LONGEST_CONTACT || words.strip().length() > LONGEST_WORDS) {
      throw new RefusedException(
          "A contact has at most " + LONGEST_CONTACT + " characters, words " + LONGEST_WORDS + ".");
    }
    UUID id = UUID.randomUUID();
    jdbc.sql(ADD)
        .param("id", id)
        .param("operation", operation.value())
        .param("agency", currentMember.agency().value())
        .param("question", question)
        .param("as", as.text())
        .param("contact", as == HashAnswer.CONTACT ? contact.strip() : null)
        .param("words", words.isBlank() ? null : words.strip())
        .param("member", currentMember.member().value())
        .update();
    jdbc.sql("select cordon.reply_to_inquiry(:answer)").param("answer", id).query(rows -> {});
    ledger.append(
        Entry.of(operation, Act.DISCLOSURE, "hash-inquiry-answer", as.words())
            .touching(id, question));
  }

  private void requireOwn(OperationId operation, UUID question) {
    AgencyId holder =
        jdbc.sql(QUESTION)
            .param("operation", operation.value())
            .param("question", question)
            .query((row, number) -> new AgencyId(Columns.uuid(row, "agency_id")))
            .optional()
            .orElseThrow(NotPermittedException::new);
    if (!holder.equals(currentMember.agency())) {
      throw new NotPermittedException();
    }
  }

  /** The answer that counts for each of these questions. */
  @Transactional(readOnly = true)
  public Map<UUID, Given> given(OperationId operation, Collection<UUID> questions) {
    if (questions.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(GIVEN)
        .param("operation", operation.value())
        .param("questions", questions)
        .query((row, number) ->
            new Given(
                Columns.uuid(row, "hash_question_id"),
                HashAnswer.of(row.getString("answered_as")),
                row.getString("contact"),
                row.getString("words"),
                row.getString("answered_by_name"),
                Columns.instant(row, "answered_at")))
        .list()
        .stream()
        .collect(Collectors.toMap(Given::question, one -> one));
  }

  /** What holders replied to these inquiries, the newest first. Looking is an entry. */
  public Map<UUID, List<Reply>> replies(OperationId operation, Collection<UUID> inquiries) {
    access.require(operation, Area.TRIAGE, Right.READ);
    if (inquiries.isEmpty()) {
      return Map.of();
    }
    Map<UUID, List<Reply>> replies =
        jdbc
            .sql(REPLIES)
            .param("operation", operation.value())
            .param("inquiries", inquiries)
            .query((row, number) ->
                new Reply(
                    Columns.uuid(row, "hash_inquiry_id"),
                    row.getObject("media_item_id", UUID.class),
                    row.getString("sha256"),
                    HashAnswer.of(row.getString("answered_as")),
                    row.getString("contact"),
                    row.getString("words"),
                    Columns.instant(row, "replied_at")))
            .list()
            .stream()
            .collect(Collectors.groupingBy(Reply::inquiry));
    if (!replies.isEmpty()) {
      ledger.append(
          Entry.of(operation, Act.CONSULTATION, "hash-inquiry-replies", "looked at")
              .touching(List.copyOf(replies.keySet())));
    }
    return replies;
  }
}
