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
import dev.cordon.resolution.JudgedPair.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links that wait for a person's word, and the judgements given. A judgement outranks the model in
 * every later run, is never changed, and is taken back by another entry; then what stood before it
 * stands again. Judgements that cannot both hold are refused with the one that stands against.
 */
@Service
@Transactional
public class LinkReviews {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final ReadingReasons reasons;

  LinkReviews(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Ledger ledger,
      ReadingReasons reasons) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.reasons = reasons;
  }

  /** One page of the links nobody has judged, by consequence. */
  @Transactional(readOnly = true)
  public Page<ReviewItem> page(OperationId operation, int page) {
    access.require(operation, Area.PROPOSALS, Right.READ);
    return new Page<>(
        jdbc.sql(ReviewSql.PAGE)
            .param("operation", operation.value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(ReviewRows::item)
            .list(),
        page,
        jdbc.sql(ReviewSql.COUNT).param("operation", operation.value()).query(Long.class).single());
  }

  /** The place of the link that waits first. */
  @Transactional(readOnly = true)
  public OptionalInt next(OperationId operation) {
    access.require(operation, Area.PROPOSALS, Right.READ);
    return jdbc.sql(ReviewSql.NEXT)
        .param("operation", operation.value())
        .query(Integer.class)
        .optional()
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  /** Opens a link with both accounts side by side; that needs a reason and is an entry. */
  public SideBySide open(OperationId operation, int place) {
    access.require(operation, Area.PROPOSALS, Right.READ);
    ReadingReason reason = reasons.require(operation);
    ReviewItem item = item(operation, place);
    ledger.append(
        Entry.of(operation, Act.CONSULTATION, "link", reason.about("compared two accounts"))
            .touching(item.a(), item.b()));
    return new SideBySide(item, side(operation, item.a()), side(operation, item.b()));
  }

  /** Opens the pair of a second look, without saying what the first member judged. */
  public Optional<SecondLook> secondLook(OperationId operation) {
    access.require(operation, Area.SUBJECTS, Right.WRITE);
    ReadingReason reason = reasons.require(operation);
    Optional<SecondLook> found =
        jdbc.sql(ReviewSql.SECOND_LOOK)
            .param("operation", operation.value())
            .param("member", currentMember.member().value())
            .query((row, number) ->
                new SecondLook(
                    row.getObject("id", UUID.class),
                    side(operation, row.getString("a")),
                    side(operation, row.getString("b"))))
            .optional();
    found.ifPresent(look ->
        ledger.append(
            Entry.of(operation, Act.CONSULTATION, "link", reason.about("looked a second time"))
                .touching(look.judgement())));
    return found;
  }

  /** Judges two accounts ({@code system:account}). */
  public UUID judge(
      OperationId operation, String a, String b, Verdict verdict, String ground, String reason) {
    access.require(operation, Area.SUBJECTS, Right.WRITE);
    JudgedPair pair = pair(a, b, verdict);
    requireKnown(operation, pair.a());
    requireKnown(operation, pair.b());
    requireNoContradiction(operation, pair);
    UUID id = UUID.randomUUID();
    jdbc.sql(ReviewSql.ADD)
        .param("id", id)
        .param("operation", operation.value())
        .param("kind", verdict.text())
        .param("a", pair.a())
        .param("b", pair.b())
        .param("ground", ground)
        .param("reason", reason)
        .param("member", currentMember.member().value())
        .update();
    ledger.append(
        Entry.of(operation, Act.DECISION, "link-judgement", verdict.words() + ": " + ground)
            .touching(id, pair.a(), pair.b()));
    return id;
  }

  /**
   * Accepts links of the queue in one go. Only such as share an exclusive selector; any other makes
   * the whole act refused.
   */
  public int accept(OperationId operation, List<Integer> places, String reason) {
    access.require(operation, Area.SUBJECTS, Right.WRITE);
    if (places.isEmpty() || places.size() > Page.SIZE) {
      throw new RefusedException(
          "Choose between 1 and " + Page.SIZE + " links; " + places.size() + " were chosen.");
    }
    for (int place : places) {
      ReviewItem item = item(operation, place);
      if (!item.exclusive()) {
        throw new RefusedException(
            "Nothing was accepted: link "
                + place
                + " shares no exclusive selector. Such links are judged one by one.");
      }
      judge(operation, item.a(), item.b(), Verdict.SAME, "an exclusive selector in common", reason);
    }
    return places.size();
  }

  /** Takes a standing judgement back; the one before it, if any, stands again. */
  public void takeBack(OperationId operation, UUID judgement, String reason) {
    access.require(operation, Area.SUBJECTS, Right.WRITE);
    GivenJudgement given =
        jdbc.sql(ReviewSql.FIND)
            .param("operation", operation.value())
            .param("judgement", judgement)
            .query(ReviewRows::given)
            .optional()
            .orElseThrow(() ->
                new RefusedException(
                    "This judgement does not stand: it was taken back or followed by another."));
    UUID id = UUID.randomUUID();
    jdbc.sql(ReviewSql.TAKE_BACK)
        .param("id", id)
        .param("operation", operation.value())
        .param("judgement", given.id())
        .param("reason", reason)
        .param("member", currentMember.member().value())
        .update();
    ledger.append(
        Entry.of(operation, Act.DECISION, "link-judgement-taken-back", reason)
            .touching(id, given.id()));
  }

  /** Says what a second look found. */
  public void judgeAgain(OperationId operation, UUID judgement, Verdict verdict, String reason) {
    access.require(operation, Area.SUBJECTS, Right.WRITE);
    int added =
        jdbc.sql(ReviewSql.ADD_SECOND)
            .param("operation", operation.value())
            .param("judgement", judgement)
            .param("kind", verdict.text())
            .param("reason", reason)
            .param("member", currentMember.member().value())
            .update();
    if (added == 0) {
      throw new RefusedException(
          "This link does not wait for you: somebody looked already, or the first word was yours.");
    }
    ledger.append(
        Entry.of(operation, Act.DECISION, "second-link-judgement", verdict.words() + ": " + reason)
            .touching(judgement));
  }

  /** One page of the judgements that stand, newest first. */
  @Transactional(readOnly = true)
  public Page<GivenJudgement> standing(OperationId operation, int page) {
    access.require(operation, Area.SUBJECTS, Right.READ);
    return new Page<>(
        jdbc.sql(ReviewSql.STANDING)
            .param("operation", operation.value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(ReviewRows::given)
            .list(),
        page,
        jdbc.sql(ReviewSql.COUNT_STANDING)
            .param("operation", operation.value())
            .query(Long.class)
            .single());
  }

  /** How far first and second looks agree. */
  @Transactional(readOnly = true)
  public Agreement agreement(OperationId operation) {
    access.require(operation, Area.SUBJECTS, Right.READ);
    return jdbc.sql(ReviewSql.AGREEMENT)
        .param("operation", operation.value())
        .param("member", currentMember.member().value())
        .query(ReviewRows::agreement)
        .single();
  }

  /** The newest links two members judged differently: the records behind the figure. */
  @Transactional(readOnly = true)
  public Page<Disagreement> disagreements(OperationId operation, int page) {
    access.require(operation, Area.SUBJECTS, Right.READ);
    return new Page<>(
        jdbc.sql(ReviewSql.DISAGREEMENTS)
            .param("operation", operation.value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(ReviewRows::disagreement)
            .list(),
        page,
        agreement(operation).disagreed());
  }

  private ReviewItem item(OperationId operation, int place) {
    return jdbc.sql(ReviewSql.AT)
        .param("operation", operation.value())
        .param("place", place)
        .query(ReviewRows::item)
        .optional()
        .orElseThrow(NotPermittedException::new);
  }

  private SideBySide.Side side(OperationId operation, String account) {
    return new SideBySide.Side(
        account,
        jdbc.sql(ReviewSql.ACCOUNT)
            .param("operation", operation.value())
            .param("account", account)
            .query(ProposalRows::account)
            .optional()
            .orElse(null),
        jdbc.sql(ReviewSql.RECORDS)
            .param("operation", operation.value())
            .param("account", account)
            .query(ProposalRows::caseRecord)
            .list());
  }

  private static JudgedPair pair(String a, String b, Verdict verdict) {
    if (a.equals(b)) {
      throw new RefusedException("A judgement is about two accounts; both are " + a + ".");
    }
    return new JudgedPair(a, b, verdict);
  }

  private void requireKnown(OperationId operation, String account) {
    boolean known =
        jdbc.sql(ReviewSql.ACCOUNT)
            .param("operation", operation.value())
            .param("account", account)
            .query(ProposalRows::account)
            .optional()
            .isPresent();
    if (!known) {
      throw new RefusedException(
          "The last run knows no account " + account + "; write it as system:account.");
    }
  }

  private void requireNoContradiction(OperationId operation, JudgedPair pair) {
    if (pair.verdict() == Verdict.UNSURE) {
      return;
    }
    boolean same = pair.verdict() == Verdict.SAME;
    jdbc.sql(same ? ReviewSql.AGAINST_SAME : ReviewSql.AGAINST_NOT_SAME)
        .param("operation", operation.value())
        .param("a", pair.a())
        .param("b", pair.b())
        .query((row, number) ->
            "%s and %s were judged %s by %s. Both cannot hold: take that back first, or leave this."
                .formatted(
                    row.getString("a"),
                    row.getString("b"),
                    same ? "not the same" : "the same",
                    row.getString("display_name")))
        .optional()
        .ifPresent(against -> {
          throw new RefusedException("Nothing was decided: " + against);
        });
  }
}
