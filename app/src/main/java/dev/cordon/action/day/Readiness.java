package dev.cordon.action.day;

import dev.cordon.access.AgencyId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How ready an agency is, line by line; nothing is added up to one number.
 *
 * @param sites how many sites it has
 */
public record Readiness(
    AgencyId agency, String name, String country, long sites, List<Line> lines) {

  /** Copies the list. */
  public Readiness {
    lines = List.copyOf(lines);
  }

  /**
   * One line of the checklist.
   *
   * @param answer yes, no or not_needed; null while nobody answered
   * @param counted how many sites the records say it holds for; null where they do not say
   */
  public record Line(
      String key,
      String words,
      @Nullable String answer,
      @Nullable String note,
      @Nullable Long counted) {

    /** Whether a person said yes, and the records do not say otherwise. */
    public boolean holds(long sites) {
      return "not_needed".equals(answer)
          || ("yes".equals(answer) && (counted == null || counted >= sites));
    }
  }

  /** How many lines hold. */
  public long held() {
    return lines.stream().filter(line -> line.holds(sites)).count();
  }
}
