package dev.cordon.dispatch;

import dev.cordon.Columns;
import dev.cordon.access.OperationId;
import dev.cordon.dispatch.ShownConduct.Showing;
import dev.cordon.law.Coverage;
import dev.cordon.law.LawCatalogue;
import dev.cordon.law.LawQuestion;
import dev.cordon.law.LocalDays;
import dev.cordon.law.Material;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which conducts a subject's records show, and which provisions of a jurisdiction may apply at the
 * time of each. The caller has asked access and written the consultation; rows come under the
 * reader's own rules.
 */
@Service
public class SubjectProvisions {

  private final JdbcClient jdbc;
  private final LawCatalogue law;

  SubjectProvisions(JdbcClient jdbc, LawCatalogue law) {
    this.jdbc = jdbc;
    this.law = law;
  }

  private record Moments(Showing showing, @Nullable Instant at, long records) {}

  /** The conducts in order of time, those without a time last. */
  @Transactional(readOnly = true)
  public List<ShownConduct> of(
      OperationId operation, UUID subject, String jurisdiction, Material material) {
    List<Moments> moments =
        jdbc.sql(DispatchSql.SHOWN_MOMENTS)
            .param("operation", operation.value())
            .param("subject", subject)
            .param("kinds", Showing.kinds().toArray(String[]::new))
            .query((row, number) ->
                new Moments(
                    Showing.valueOf(row.getString("kind")),
                    Columns.instantOrNull(row, "at"),
                    row.getLong("records")))
            .list();
    return together(moments, jurisdiction, material);
  }

  private List<ShownConduct> together(
      List<Moments> moments, String jurisdiction, Material material) {
    Map<Question, Coverage> answers = new HashMap<>();
    List<ShownConduct> shown = new ArrayList<>();
    for (Moments one : moments) {
      ShownConduct next = shown(one, jurisdiction, material, answers);
      ShownConduct last = shown.isEmpty() ? null : shown.getLast();
      if (last != null && sameLaw(last, next)) {
        shown.set(
            shown.size() - 1,
            new ShownConduct(
                last.conduct(),
                last.records() + next.records(),
                last.firstAt(),
                next.lastAt(),
                last.law()));
      } else {
        shown.add(next);
      }
    }
    return List.copyOf(shown);
  }

  private record Question(LawQuestion question, LocalDays days) {}

  private ShownConduct shown(
      Moments one, String jurisdiction, Material material, Map<Question, Coverage> answers) {
    Instant at = one.at();
    if (at == null) {
      return new ShownConduct(one.showing().conduct(), one.records(), null, null, null);
    }
    LocalDays days = law.places().days(jurisdiction, at);
    LawQuestion asked =
        new LawQuestion(jurisdiction, one.showing().conduct(), material, null, days.earliest());
    Coverage answer =
        answers.computeIfAbsent(
            new Question(asked, days), any -> law.coverage(any.question(), any.days()));
    return new ShownConduct(one.showing().conduct(), one.records(), at, at, answer);
  }

  private static boolean sameLaw(ShownConduct one, ShownConduct other) {
    return one.conduct() == other.conduct() && Objects.equals(pointers(one), pointers(other));
  }

  private static @Nullable List<Object> pointers(ShownConduct one) {
    Coverage law = one.law();
    return law == null ? null : List.of(law.answer(), law.reason(), law.provisions());
  }
}
