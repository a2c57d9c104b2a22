package dev.cordon.action.day;

import dev.cordon.action.DayLimits;
import dev.cordon.action.day.ReportKind.Progress;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The board of a day: what the reader may see of its sites, without a name and without an address.
 *
 * @param asOf the moment it shows
 * @param seen the sequence of the last order, to be sent with the next one
 * @param calledOffAt when all was called off
 * @param word what was last said for all
 */
public record DayBoard(
    UUID day,
    String name,
    Instant asOf,
    long seen,
    @Nullable Instant calledOffAt,
    Standing.Word word,
    List<Lane> lanes,
    List<Site> sites) {

  /** What each count is called on the pages. */
  public static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("planned", "sites planned"),
          Map.entry("entered", "entered"),
          Map.entry("ended", "left"),
          Map.entry("nobody", "nobody there"),
          Map.entry("overdue", "overdue"),
          Map.entry("silent", "silent too long"),
          Map.entry("against", "against an order"),
          Map.entry("personsMet", "persons met"),
          Map.entry("arrests", "arrests"),
          Map.entry("interviews", "interviews"),
          Map.entry("items", "items seized"),
          Map.entry("asked", "asked for"),
          Map.entry("doubted", "clock doubted"),
          Map.entry("welfareOverdue", "care overdue"));

  /** Copies the lists. */
  public DayBoard {
    lanes = List.copyOf(lanes);
    sites = List.copyOf(sites);
  }

  /**
   * A country's lane.
   *
   * @param zones time zones of its sites
   * @param word what holds for most of it: called off or hold where it holds for all its sites
   * @param waits what it waits for, in words
   */
  public record Lane(
      String country,
      List<String> zones,
      Standing.Word word,
      @Nullable String waits,
      int planned,
      int entered,
      int ended,
      int nobody,
      int held,
      int calledOff,
      int overdue,
      int silent,
      int against,
      int personsMet,
      int arrests,
      int interviews,
      int items,
      int reports,
      int doubted,
      long welfareOverdue,
      long welfareOpen,
      List<Resource> asked,
      @Nullable Instant firstPlannedAt,
      @Nullable Instant lastAt) {

    /** Copies the lists. */
    public Lane {
      zones = List.copyOf(zones);
      asked = List.copyOf(asked);
    }
  }

  /**
   * A site, by its number.
   *
   * @param overdue whether its start is past and nobody entered
   * @param silent whether it was entered and too long nothing was heard
   * @param against what happened against an order, in words; null where nothing did
   */
  public record Site(
      UUID id,
      String number,
      String country,
      String zone,
      Instant plannedAt,
      Standing.Word word,
      Progress progress,
      @Nullable Instant enteredAt,
      @Nullable Instant endedAt,
      @Nullable Instant lastAt,
      boolean overdue,
      boolean silent,
      @Nullable String against,
      boolean wrongPlace,
      int personsMet,
      int arrests,
      int interviews,
      int items,
      List<Resource> asked) {

    /** Copies the list. */
    public Site {
      asked = List.copyOf(asked);
    }
  }

  /** What each count counts on a day of these limits. */
  public static Map<String, String> definitions(DayLimits limits) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("planned", "Sites planned for this day.");
    words.put(
        "entered", "Sites a team has entered, by its reports or by what another system told.");
    words.put("ended", "Sites a team has reported as left, likewise.");
    words.put("nobody", "Sites where nobody opened and the team did not go in.");
    words.put(
        "overdue",
        "Sites whose start is past by more than "
            + limits.overdueMinutes()
            + " minutes, not held, not called off, without a report.");
    words.put(
        "silent",
        "Sites entered and not left, from which nothing was heard for more than "
            + limits.silentMinutes()
            + " minutes.");
    words.put("against", "Sites entered without a go, while held, or after they were called off.");
    words.put("personsMet", "Reports that a person was met, corrections taken into account.");
    words.put(
        "arrests",
        "Arrests reported from the sites, or of a site's person by another system; corrections"
            + " taken into account.");
    words.put("interviews", "Interviews, likewise.");
    words.put("items", "Items reported as seized, likewise.");
    words.put("asked", "What teams asked for and have not said is there.");
    words.put(
        "doubted",
        "Reports from a device whose clock seems to have changed since it was compared.");
    words.put(
        "welfareOverdue",
        "Records of care for a suspect or a family that are due after a search and not written.");
    return java.util.Collections.unmodifiableMap(words);
  }
}
