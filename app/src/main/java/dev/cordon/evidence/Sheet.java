package dev.cordon.evidence;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Things seized at one place, as they are entered together.
 *
 * @param id the sheet's own id; sent again under it, nothing is entered twice
 * @param zone the time zone of the place; its year is in the exhibits' numbers
 * @param officer who seized them and holds them
 * @param measure the measure, where one was reported
 * @param warrant the warrant, where one is recorded
 * @param legalBasis other grounds, in words
 * @param imported whether the lines come from a file
 */
public record Sheet(
    UUID id,
    String country,
    Instant at,
    ZoneId zone,
    String place,
    String officer,
    @Nullable UUID measure,
    @Nullable UUID warrant,
    @Nullable String legalBasis,
    boolean imported,
    List<Line> lines) {

  /** The most things on one sheet. */
  public static final int LONGEST = 500;

  /** Copies the lines. */
  public Sheet {
    lines = List.copyOf(lines);
  }

  /**
   * One thing.
   *
   * @param number the line it stands on, from 1
   * @param ownNumber the mark the agency put on it
   */
  public record Line(
      int number,
      String kind,
      @Nullable ItemClass itemClass,
      String description,
      @Nullable String ownNumber,
      @Nullable String serial,
      @Nullable String foundIn,
      @Nullable String seal) {

    /** The class said, or the one the kind suggests. */
    ItemClass classOrSuggested() {
      return itemClass == null ? ItemClass.suggestedBy(kind) : itemClass;
    }
  }

  /**
   * What is wrong with a line.
   *
   * @param line the line's number; 0 for the sheet itself
   */
  public record Problem(int line, String words) {}
}
