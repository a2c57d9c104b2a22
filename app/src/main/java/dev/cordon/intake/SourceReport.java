package dev.cordon.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.cordon.intake.selectors.TimeFinding;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What intake made of a file.
 *
 * @param system the name of the system its accounts belong to
 * @param form what its content is
 * @param isReference whether it is a table of reference, not of the platform
 * @param sealed how the original is kept: COPIED, BY_REFERENCE (it holds media), NOT (a local run)
 * @param notes what a reader must know, one clear line each
 * @param mediaFound how many values or places hold media
 * @param isDamaged whether the content ended before its time; what came before is kept
 * @param reasons how many rows are quarantined for which reason; N stands for any number
 * @param unmapped the tables no profile fits, as the balances call them; their rows are kept
 * @param times which columns' times are doubtful, how and how often; a page asks for their zones
 */
public record SourceReport(
    SourceId id,
    String name,
    String system,
    String sha256,
    long sizeBytes,
    String form,
    boolean isReference,
    Sealing sealed,
    List<Balance> balances,
    List<String> notes,
    long mediaFound,
    boolean isDamaged,
    Map<String, Long> reasons,
    List<String> unmapped,
    List<TimeFinding> times) {

  /** How the original is kept. */
  public enum Sealing {
    /** Encrypted in the vault. */
    COPIED,
    /** By digest, size and place only. */
    BY_REFERENCE,
    /** Not at all: it stays where it lies. */
    NOT
  }

  /** Copies the collections; a report written before they were told has none. */
  public SourceReport {
    balances = List.copyOf(balances);
    notes = List.copyOf(notes);
    reasons =
        reasons == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    unmapped = unmapped == null ? List.of() : List.copyOf(unmapped);
    times = times == null ? List.of() : List.copyOf(times);
  }

  /** Whether it is an archive, whose members are units of their own. */
  @JsonIgnore
  public boolean isArchive() {
    return balances.stream().anyMatch(balance -> balance.name().equals(name + "/members"))
        && form.contains(" archive");
  }
}
