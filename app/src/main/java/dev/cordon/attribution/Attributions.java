package dev.cordon.attribution;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.attribution.Attribution.Evidence;
import dev.cordon.attribution.Attribution.Proposed;
import dev.cordon.reference.CountryCodes;
import dev.cordon.resolution.ProposalId;
import dev.cordon.resolution.Subject;
import dev.cordon.resolution.SubjectId;
import dev.cordon.resolution.Subjects;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Countries of subjects: proposed by rule, decided by a named person, one by one. A later decision
 * or its withdrawal is another record; nothing is rewritten.
 */
@Service
@Transactional
public class Attributions {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final ApplicationEventPublisher events;
  private final Subjects subjects;

  Attributions(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      ApplicationEventPublisher events,
      Subjects subjects) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.events = events;
    this.subjects = subjects;
  }

  private record Decision(
      @Nullable String country, String reason, String decidedBy, Instant decidedAt) {}

  /** Opens a subject's countries to decide on: only who opened them may. */
  public Attribution open(OperationId operation, SubjectId id) {
    Attribution found = of(operation, id);
    jdbc.sql(AttributionSql.ADD_VIEW)
        .param("subject", id.value())
        .param("operation", operation.value())
        .param("member", currentMember.member().value())
        .update();
    return found;
  }

  /** What is proposed and decided for a subject. */
  @Transactional(readOnly = true)
  public Attribution of(OperationId operation, SubjectId id) {
    Subject subject = subjects.get(operation, id);
    Proposed proposed = proposed(operation, subject.proposal());
    Optional<Decision> decision = decision(operation, id);
    return new Attribution(
        id,
        decision.map(Decision::country).orElse(null),
        decision.map(Decision::reason).orElse(null),
        decision.map(Decision::decidedBy).orElse(null),
        decision.map(Decision::decidedAt).orElse(null),
        proposed);
  }

  /** What the rules propose for a proposal. */
  @Transactional(readOnly = true)
  public Proposed proposed(OperationId operation, ProposalId proposal) {
    access.require(operation, Area.PROPOSALS, Right.READ);
    List<Evidence> evidence = evidence(operation, proposal);
    return jdbc.sql(AttributionSql.FIND_PROPOSED)
        .param("operation", operation.value())
        .param("proposal", proposal.value())
        .query((row, number) ->
            new Proposed(
                row.getString("country"),
                row.getString("strength"),
                row.getString("rule"),
                Columns.texts(row, "candidates"),
                row.getString("why"),
                row.getString("rules_version"),
                evidence,
                Recomputation.changes(evidence),
                Recomputation.says(evidence, row.getString("country"), row.getString("strength"))))
        .optional()
        .orElseGet(() ->
            new Proposed(
                null, "NONE", "no rule was asked", List.of(), "", "", evidence, List.of(), ""));
  }

  /**
   * What the last run says against a country somebody decided, in a sentence; null where nothing
   * does. The decision stands until a person takes it back.
   */
  @Transactional(readOnly = true)
  public @Nullable String contradiction(
      OperationId operation, Attribution attribution, ProposalId last) {
    String decided = attribution.country();
    Proposed later = proposed(operation, last);
    String stated = later.country();
    if (decided == null || decided.equals(stated)) {
      return null;
    }
    if (stated != null) {
      return "The last run proposes "
          + stated
          + " ("
          + later.strength().toLowerCase(Locale.ROOT)
          + "), not "
          + decided
          + ".";
    }
    return later.candidates().isEmpty() || later.candidates().contains(decided)
        ? null
        : "In the last run nothing points to "
            + decided
            + " any more, but to "
            + String.join(", ", later.candidates())
            + ".";
  }

  /** A named person decides a confirmed subject's country. */
  public Attribution decide(OperationId operation, SubjectId id, String country, String reason) {
    if (!country.matches("[A-Z]{2}")) {
      throw new RefusedException("A country is two capital letters, not '" + country + "'.");
    }
    if (!CountryCodes.isCountry(country)) {
      throw new RefusedException("'" + country + "' is no country of ISO 3166-1.");
    }
    requireConfirmed(operation, id);
    requireOpened(operation, id);
    record(operation, id, country, reason);
    return of(operation, id);
  }

  /** Takes the last decision back: the subject has no country until somebody decides again. */
  public Attribution withdraw(OperationId operation, SubjectId id, String reason) {
    requireConfirmed(operation, id);
    if (decision(operation, id).map(Decision::country).isEmpty()) {
      throw new RefusedException("Nobody has decided a country for this subject.");
    }
    record(operation, id, null, reason);
    return of(operation, id);
  }

  private void requireConfirmed(OperationId operation, SubjectId id) {
    Subject subject = subjects.get(operation, id);
    if (!subject.state().equals("confirmed")) {
      throw new RefusedException(subject.number() + " is withdrawn; confirm the subject first.");
    }
  }

  private void requireOpened(OperationId operation, SubjectId id) {
    boolean opened =
        jdbc.sql(AttributionSql.VIEWED)
            .param("subject", id.value())
            .param("member", currentMember.member().value())
            .query(Boolean.class)
            .single();
    if (!opened) {
      throw new RefusedException(
          "Open "
              + subjects.get(operation, id).number()
              + " first: a country is decided by who has looked at the evidence.");
    }
  }

  private void record(
      OperationId operation, SubjectId id, @Nullable String country, String reason) {
    Proposed proposed = proposed(operation, subjects.get(operation, id).proposal());
    jdbc.sql(AttributionSql.ADD_DECISION)
        .param("id", UUID.randomUUID())
        .param("operation", operation.value())
        .param("subject", id.value())
        .param("country", country)
        .param("proposed", proposed.country())
        .param("strength", proposed.strength())
        .param("reason", reason)
        .param("member", currentMember.member().value())
        .update();
    events.publishEvent(new SubjectAttributed(operation, id, country, reason));
  }

  private Optional<Decision> decision(OperationId operation, SubjectId id) {
    return jdbc.sql(AttributionSql.FIND_DECISION)
        .param("operation", operation.value())
        .param("subject", id.value())
        .query((row, number) ->
            new Decision(
                row.getString("country"),
                row.getString("reason"),
                row.getString("display_name"),
                Columns.instant(row, "decided_at")))
        .optional();
  }

  private List<Evidence> evidence(OperationId operation, ProposalId proposal) {
    return jdbc.sql(AttributionSql.FIND_EVIDENCE)
        .param("operation", operation.value())
        .param("proposal", proposal.value())
        .query((row, number) ->
            new Evidence(
                row.getString("kind"),
                row.getString("country"),
                row.getInt("items"),
                row.getInt("days"),
                Columns.instantOrNull(row, "first_at"),
                Columns.instantOrNull(row, "last_at"),
                Columns.uuid(row, "source_id"),
                row.getString("source_name"),
                row.getString("source_table"),
                row.getLong("source_row"),
                row.getString("placed_by"),
                row.getString("sha256"),
                (Integer) row.getObject("table_row")))
        .list();
  }
}
