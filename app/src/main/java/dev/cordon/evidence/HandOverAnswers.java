package dev.cordon.evidence;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.ledger.Act;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What giver and taker say of a hand-over: that it was so, or what was different. They are two
 * persons, each answers once.
 */
@Service
public class HandOverAnswers {

  private final JdbcClient jdbc;
  private final CurrentMember currentMember;
  private final Chain chain;
  private final CustodyAttempts attempts;
  private final Exhibits exhibits;
  private final CustodyClock clock;

  HandOverAnswers(
      JdbcClient jdbc,
      CurrentMember currentMember,
      Chain chain,
      CustodyAttempts attempts,
      Exhibits exhibits,
      CustodyClock clock) {
    this.jdbc = jdbc;
    this.currentMember = currentMember;
    this.chain = chain;
    this.attempts = attempts;
    this.exhibits = exhibits;
    this.clock = clock;
  }

  /**
   * Giver or taker say that it was so, or that it was not.
   *
   * @param paper the signed paper's reference, where the party has no account here
   * @param words what was different; needed for a dispute
   */
  public void answer(
      OperationId operation,
      UUID exhibit,
      UUID handOver,
      HandOver.Party party,
      boolean confirmed,
      @Nullable String paper,
      @Nullable String words) {
    attempts.on(
        operation,
        exhibit,
        before -> {
          HandOver told =
              exhibits.custody(operation, exhibit).stream()
                  .filter(one -> one.id().equals(handOver))
                  .findFirst()
                  .orElseThrow(NoSuchElementException::new);
          answer(operation, before, told, party, confirmed, paper, words);
          return exhibits.get(operation, exhibit);
        });
  }

  private void answer(
      OperationId operation,
      Exhibit before,
      HandOver told,
      HandOver.Party party,
      boolean confirmed,
      @Nullable String paper,
      @Nullable String words) {
    if (told.isAnswered(party)) {
      throw new RefusedException(
          "The " + name(party) + " has answered for this hand-over already.");
    }
    if (!confirmed && Words.orNull(words) == null) {
      throw new RefusedException("Say what was different from what the hand-over says.");
    }
    NewAct act =
        new NewAct(confirmed ? ActKind.CONFIRMED : ActKind.DISPUTED, clock.now())
            .saying(said(told, party, confirmed, paper, words))
            .by(party == HandOver.Party.GIVER ? told.from() : told.to())
            .about(told.id());
    boolean last = told.sequence() == before.handOvers();
    if (!confirmed && party == HandOver.Party.TAKER && last && !before.state().isClosed()) {
      act.heldBy(told.from());
    }
    chain.append(operation, before, act, Act.DECISION);
    add(operation, before, told.id(), party, confirmed, paper, words);
  }

  private static String said(
      HandOver told,
      HandOver.Party party,
      boolean confirmed,
      @Nullable String paper,
      @Nullable String words) {
    return "hand-over "
        + told.sequence()
        + (confirmed ? " confirmed" : " disputed")
        + " for the "
        + name(party)
        + (Words.orNull(paper) == null ? ", signed in" : ", on paper " + paper)
        + (Words.orNull(words) == null ? "" : ": " + words);
  }

  private static String name(HandOver.Party party) {
    return party.name().toLowerCase(Locale.ROOT);
  }

  void add(
      OperationId operation,
      Exhibit exhibit,
      UUID handOver,
      HandOver.Party party,
      boolean confirmed,
      @Nullable String paper,
      @Nullable String words) {
    String reference = Words.orNull(paper);
    try {
      jdbc.sql(CustodySql.ADD_ANSWER)
          .param("id", UUID.randomUUID())
          .param("operation", operation.value())
          .param("agency", exhibit.agency().value())
          .param("exhibit", exhibit.id())
          .param("handOver", handOver)
          .param("party", name(party))
          .param("answer", confirmed ? "confirmed" : "disputed")
          .param("way", reference == null ? "signed_in" : "on_paper")
          .param("paper", reference)
          .param("words", Words.orNull(words))
          .param("member", currentMember.member().value())
          .param("now", Columns.parameter(clock.now()))
          .update();
    } catch (DuplicateKeyException already) {
      String detail = String.valueOf(already.getMessage());
      throw new RefusedException(
          detail.contains("two_members")
              ? "You answered for the other side of this hand-over already. Giver and taker are two"
                  + " persons: let the other one sign in, or name the signed paper."
              : "The " + name(party) + " has answered for this hand-over already.");
    }
  }
}
