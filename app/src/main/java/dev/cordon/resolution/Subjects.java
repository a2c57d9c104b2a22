package dev.cordon.resolution;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.ReadingReason;
import dev.cordon.access.ReadingReasons;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
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
 * The subjects of an operation. One exists when a named person, having opened the proposal,
 * confirmed it: one by one, never in bulk. Nothing is rewritten: a withdrawal is another judgement,
 * and confirming again brings the same subject back.
 */
@Service
@Transactional
public class Subjects {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final ReadingReasons reasons;
  private final ApplicationEventPublisher events;
  private final Proposals proposals;

  Subjects(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Ledger ledger,
      ReadingReasons reasons,
      ApplicationEventPublisher events,
      Proposals proposals) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.reasons = reasons;
    this.events = events;
    this.proposals = proposals;
  }

  private record Existing(SubjectId id, String state) {}

  /** Confirms one proposal as a subject of this category. */
  public Subject confirm(
      OperationId operation, ProposalId proposal, Category category, String reason) {
    access.require(operation, Area.SUBJECTS, Right.WRITE);
    Proposal found = proposals.get(operation, proposal);
    requireOpened(found);
    Optional<Existing> existing = existing(proposal);
    if (existing.isPresent() && existing.get().state().equals("confirmed")) {
      throw new RefusedException(
          found.number() + " is a subject already: " + found.subjectNumber());
    }
    requireNobodyElses(found);
    SubjectId id = existing.map(Existing::id).orElseGet(() -> add(operation, proposal, category));
    judge(operation, "confirmed", proposal, id, null, reason);
    events.publishEvent(new SubjectConfirmed(operation, id, proposal, reason));
    return get(operation, id);
  }

  /** Takes a confirmation back. */
  public Subject withdraw(OperationId operation, SubjectId id, String reason) {
    access.require(operation, Area.SUBJECTS, Right.WRITE);
    Subject found = get(operation, id);
    if (!found.state().equals("confirmed")) {
      throw new RefusedException(found.number() + " is withdrawn already.");
    }
    judge(operation, "withdrawn", found.proposal(), id, null, reason);
    events.publishEvent(new SubjectWithdrawn(operation, id, reason));
    return get(operation, id);
  }

  /**
   * Says that a subject is the same person as another, which goes on with the records of both. The
   * merged one's id and number resolve to the other; taking it back brings it back as it was.
   */
  public Subject merge(OperationId operation, SubjectId id, String intoNumber, String reason) {
    access.require(operation, Area.SUBJECTS, Right.WRITE);
    Subject found = get(operation, id);
    Subject into = byNumber(operation, intoNumber);
    if (!found.state().equals("confirmed") || !into.state().equals("confirmed")) {
      throw new RefusedException(
          "Only confirmed subjects are merged: "
              + found.number()
              + " is "
              + found.state()
              + ", "
              + into.number()
              + " is "
              + into.state()
              + ".");
    }
    if (found.id().equals(into.id())) {
      throw new RefusedException(found.number() + " is not merged into itself.");
    }
    judge(operation, "merged", found.proposal(), id, into.id(), reason);
    ledger.append(
        Entry.of(operation, Act.DECISION, "subject-merged", reason).touching(id, into.id()));
    events.publishEvent(new SubjectWithdrawn(operation, id, "merged: " + reason));
    return get(operation, id);
  }

  /** Takes a merge back: the subject stands again with the records it was confirmed with. */
  public Subject unmerge(OperationId operation, SubjectId id, String reason) {
    access.require(operation, Area.SUBJECTS, Right.WRITE);
    Subject found = get(operation, id);
    if (!found.state().equals("merged")) {
      throw new RefusedException(found.number() + " is not merged into another subject.");
    }
    judge(operation, "confirmed", found.proposal(), id, null, reason);
    events.publishEvent(new SubjectConfirmed(operation, id, found.proposal(), reason));
    return get(operation, id);
  }

  /** Where the last run put a subject's accounts, and what differs from those it stands on. */
  @Transactional(readOnly = true)
  public Optional<SubjectPlace> place(OperationId operation, SubjectId id) {
    Subject found = get(operation, id);
    return jdbc.sql(ProposalStatements.PLACE)
        .param("operation", operation.value())
        .param("subject", id.value())
        .query(ProposalRows::proposal)
        .optional()
        .map(now ->
            new SubjectPlace(
                now,
                proposals.without(operation, now.id(), found.proposal()),
                proposals.without(operation, found.proposal(), now.id()),
                proposals.contradictions(operation, found.proposal()),
                now.subject() == null || now.subject().equals(id) ? null : now.subjectNumber()));
  }

  /** One page of the subjects: of a country, of none ("none"), or all (null). */
  @Transactional(readOnly = true)
  public Page<Subject> page(OperationId operation, @Nullable String country, int page) {
    access.require(operation, Area.SUBJECTS, Right.READ);
    return new Page<>(
        jdbc.sql(ProposalStatements.SUBJECTS)
            .param("operation", operation.value())
            .param("country", country)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(ProposalRows::subject)
            .list(),
        page,
        jdbc.sql(ProposalStatements.COUNT_SUBJECTS)
            .param("operation", operation.value())
            .param("country", country)
            .query(Long.class)
            .single());
  }

  /** Opens a subject with its records; opening needs a reason and is an entry. */
  public Subject open(OperationId operation, SubjectId id) {
    access.require(operation, Area.SUBJECTS, Right.READ);
    ReadingReason reason = reasons.require(operation);
    Subject found = get(operation, id);
    ledger.append(
        Entry.of(operation, Act.CONSULTATION, "subject", reason.about("opened " + found.number()))
            .touching(id));
    return found;
  }

  /** One subject, for stages that note the look themselves. */
  @Transactional(readOnly = true)
  public Subject get(OperationId operation, SubjectId id) {
    access.require(operation, Area.SUBJECTS, Right.READ);
    return jdbc.sql(ProposalStatements.FIND_SUBJECT)
        .param("operation", operation.value())
        .param("subject", id.value())
        .query(ProposalRows::subject)
        .optional()
        .orElseThrow(NotPermittedException::new);
  }

  /** Everything persons decided about a subject, first first. */
  @Transactional(readOnly = true)
  public List<Judgement> judgements(OperationId operation, SubjectId id) {
    get(operation, id);
    return jdbc.sql(ProposalStatements.JUDGEMENTS)
        .param("operation", operation.value())
        .param("subject", id.value())
        .query(ProposalRows::judgement)
        .list();
  }

  private Subject byNumber(OperationId operation, String number) {
    return jdbc.sql(ProposalStatements.BY_NUMBER)
        .param("operation", operation.value())
        .param("number", number.strip().toUpperCase(Locale.ROOT))
        .query(ProposalRows::subject)
        .optional()
        .orElseThrow(() -> new RefusedException("There is no subject " + number.strip() + "."));
  }

  private void requireNobodyElses(Proposal proposal) {
    List<String> held =
        jdbc.sql(ProposalStatements.HELD)
            .param("proposal", proposal.id().value())
            .query(String.class)
            .list();
    if (!held.isEmpty()) {
      throw new RefusedException(
          proposal.number()
              + " holds the accounts of "
              + String.join(" and ", held)
              + ", who stands with the records confirmed then. Withdraw that confirmation first to"
              + " confirm this group instead.");
    }
  }

  private void requireOpened(Proposal proposal) {
    boolean opened =
        jdbc.sql(ProposalStatements.VIEWED)
            .param("proposal", proposal.id().value())
            .param("member", currentMember.member().value())
            .query(Boolean.class)
            .single();
    if (!opened) {
      throw new RefusedException(
          "Open " + proposal.number() + " first: a subject is confirmed by who has looked at it.");
    }
  }

  private Optional<Existing> existing(ProposalId proposal) {
    return jdbc.sql(ProposalStatements.SUBJECT_OF)
        .param("proposal", proposal.value())
        .query((row, number) ->
            new Existing(new SubjectId(row.getObject("id", UUID.class)), row.getString("state")))
        .optional();
  }

  private SubjectId add(OperationId operation, ProposalId proposal, Category category) {
    SubjectId id = SubjectId.random();
    // Drawn, not counted through: gaps would tell an agency how many subjects others have.
    String number =
        jdbc.sql(ProposalStatements.NEXT_NUMBER)
            .param("operation", operation.value())
            .query(String.class)
            .single();
    jdbc.sql(ProposalStatements.ADD_SUBJECT)
        .param("id", id.value())
        .param("operation", operation.value())
        .param("proposal", proposal.value())
        .param("number", number)
        .param("category", category.text())
        .update();
    return id;
  }

  private void judge(
      OperationId operation,
      String kind,
      ProposalId proposal,
      SubjectId subject,
      @Nullable SubjectId into,
      String reason) {
    jdbc.sql(ProposalStatements.ADD_JUDGEMENT)
        .param("id", UUID.randomUUID())
        .param("operation", operation.value())
        .param("kind", kind)
        .param("proposal", proposal.value())
        .param("subject", subject.value())
        .param("into", into == null ? null : into.value())
        .param("reason", reason)
        .param("member", currentMember.member().value())
        .update();
  }
}
