package dev.cordon.evidence;

import dev.cordon.access.AgencyId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An exhibit that changed hands.
 *
 * @param sequence its place among the exhibit's hand-overs, from 1
 * @param from who gives it
 * @param to who takes it
 * @param toAgency the agency it goes to, where it is another one
 * @param sealBefore the seal found on it; null for none
 * @param sealAfter the seal put on it; null for none
 * @param condition what was noted of its state
 * @param answers what giver and taker said of it
 */
public record HandOver(
    UUID id,
    int sequence,
    String from,
    String to,
    @Nullable AgencyId toAgency,
    String place,
    String purpose,
    Instant at,
    @Nullable String sealBefore,
    @Nullable String sealAfter,
    @Nullable String condition,
    List<Answer> answers) {

  /** Copies the answers. */
  public HandOver {
    answers = List.copyOf(answers);
  }

  /** One of the two who must confirm it. */
  public enum Party {
    GIVER,
    TAKER
  }

  /**
   * What a party said.
   *
   * @param confirmed whether it happened as written
   * @param paper the signed paper's reference; null when the member said so signed in
   * @param by the member who recorded it
   */
  public record Answer(
      Party party,
      boolean confirmed,
      @Nullable String paper,
      @Nullable String words,
      String by,
      Instant at) {}

  /** Whether that party has said something. */
  public boolean isAnswered(Party party) {
    return answers.stream().anyMatch(answer -> answer.party() == party);
  }

  /** Whether both confirmed it. */
  public boolean isConfirmed() {
    return answers.stream().filter(Answer::confirmed).count() == Party.values().length;
  }

  /** Whether one of them says it was not so. */
  public boolean isDisputed() {
    return answers.stream().anyMatch(answer -> !answer.confirmed());
  }
}
