package dev.cordon.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act on an exhibit, and what stands after it.
 *
 * @param number its place in the exhibit's custody, from 1, without gaps
 * @param words what for, what was seen, what was said
 * @param person who acted, or to whom it went
 * @param sealBefore the seal found on it
 * @param related the exhibit that came out of it or went into it
 * @param relatedNumber its number
 * @param order the order it rests on
 * @param irregularities what is not in order about it, by name
 * @param explanation why it was recorded all the same
 * @param holder who holds it after the act
 * @param seal the seal it carries after the act
 * @param location where it is kept after the act
 * @param statement the act in the fixed form its ledger entry commits to; null where it is from
 *     before that form or was erased
 */
public record CustodyAct(
    UUID id,
    int number,
    ActKind kind,
    Instant at,
    @Nullable String place,
    @Nullable String words,
    @Nullable String person,
    @Nullable String sealBefore,
    @Nullable UUID handOver,
    @Nullable UUID related,
    @Nullable String relatedNumber,
    @Nullable Order order,
    List<String> irregularities,
    @Nullable String explanation,
    String holder,
    @Nullable String seal,
    @Nullable String location,
    ExhibitState state,
    @Nullable String statement,
    String recordedBy,
    Instant recordedAt) {

  /** Copies the list. */
  public CustodyAct {
    irregularities = List.copyOf(irregularities);
  }

  /** An order of a court or prosecutor. */
  public record Order(String authority, String reference, LocalDate date) {}
}
