package dev.cordon.attribution;

import dev.cordon.resolution.SubjectId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which country a subject belongs to: what the rules propose and what a person decided, apart.
 *
 * @param country what a named person decided; null where nobody has
 * @param reason that person's
 * @param proposed what the rules propose, with the evidence
 */
public record Attribution(
    SubjectId subject,
    @Nullable String country,
    @Nullable String reason,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    Proposed proposed) {

  /**
   * What the rules propose.
   *
   * @param country null where the rules decide for none
   * @param candidates all countries something that counts points to
   * @param why the evidence in sentences, one a line
   * @param changes which single piece of evidence would change the answer, in sentences
   * @param again what the present rules say of the same evidence, computed now
   */
  public record Proposed(
      @Nullable String country,
      String strength,
      String rule,
      List<String> candidates,
      String why,
      String rulesVersion,
      List<Evidence> evidence,
      List<String> changes,
      String again) {

    /** Copies the lists. */
    public Proposed {
      candidates = List.copyOf(candidates);
      evidence = List.copyOf(evidence);
      changes = List.copyOf(changes);
    }

    /** The sentences of the evidence. */
    public List<String> sentences() {
      return why.isBlank() ? List.of() : why.lines().toList();
    }
  }

  /**
   * So many items of a kind for a country, and the row of the latest.
   *
   * @param placedBy the table of reference that placed it, with its version; null where none did
   * @param tableSha256 the digest of that table
   * @param tableRow its row
   */
  public record Evidence(
      String kind,
      String country,
      int items,
      int days,
      @Nullable Instant firstAt,
      @Nullable Instant lastAt,
      UUID source,
      String sourceName,
      String sourceTable,
      long sourceRow,
      @Nullable String placedBy,
      @Nullable String tableSha256,
      @Nullable Integer tableRow) {}
}
