package dev.cordon.oversight;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact a rule found: a count with its entries. It accuses nobody; a person looks at it.
 *
 * @param memberId whose entries, where the rule is about a member
 * @param record which record, where the rule is about one
 * @param bucket the span of time, or the entry, it stands for
 * @param count how often
 * @param settings the thresholds it was found with
 * @param review the last thing a person said about it
 */
public record Finding(
    UUID id,
    String rule,
    int ruleVersion,
    @Nullable UUID memberId,
    @Nullable String member,
    @Nullable String agency,
    @Nullable String record,
    String bucket,
    long count,
    Instant firstAt,
    Instant lastAt,
    String settings,
    @Nullable Review review) {

  /**
   * What a person said.
   *
   * @param state {@code looked_at} or {@code reopened}
   */
  public record Review(String state, String words, Instant at, String by) {}

  /** Whether a person has looked at it and nobody took that back. */
  public boolean lookedAt() {
    return review != null && review.state().equals("looked_at");
  }
}
