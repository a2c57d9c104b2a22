package dev.cordon.intake.internal;

import dev.cordon.formats.content.Content;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.intake.RowShape;
import dev.cordon.intake.selectors.TimeFinding;
import dev.cordon.intake.selectors.Times;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is counted over a whole source: quarantined rows by reason, tables no profile fits. Numbers
 * and digests in reasons are left out, so that like reasons are one; both lists are bounded. Not
 * thread-safe.
 */
public final class Tally {

  private static final int MOST_REASONS = 200;
  private static final long MOST_SHAPED = 200_000;
  private static final String FURTHER = "further reasons";
  private static final Pattern DIGEST = Pattern.compile(" \\(SHA-256 [0-9a-f]{64}\\)");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private final Map<String, Long> reasons = new LinkedHashMap<>();
  private final Map<String, Long> unmapped = new LinkedHashMap<>();
  private final List<Times> times = new ArrayList<>();
  private final List<RowShape> shapes = new ArrayList<>();
  private long shapedColumns;
  private final Set<Met> met = new LinkedHashSet<>();
  private long metColumns;
  private boolean mayBeLog;
  private String lastReason = "";
  private String lastKey = "";

  /** What these times flag is found here too. */
  public Times counting(Times ofPart) {
    times.add(ofPart);
    return ofPart;
  }

  /** What was flagged, part by part, by table, column and flag. */
  public List<TimeFinding> timeFindings() {
    return times.stream().flatMap(each -> each.findings().stream()).toList();
  }

  /** A row was quarantined for this reason. */
  void quarantined(String reason) {
    if (!reason.equals(lastReason)) {
      lastReason = reason;
      lastKey = key(reason);
    }
    boolean isFull = reasons.size() == MOST_REASONS && !reasons.containsKey(lastKey);
    reasons.merge(isFull ? FURTHER : lastKey, 1L, Long::sum);
  }

  private static String key(String reason) {
    return DIGITS.matcher(DIGEST.matcher(reason).replaceAll("")).replaceAll("N");
  }

  /** The rows of a table have these columns from here on; too many are not kept. */
  void shape(String table, long fromByte, List<String> columns) {
    shapedColumns += columns.size() + 1L;
    if (shapedColumns <= MOST_SHAPED) {
      shapes.add(new RowShape(table, fromByte, columns));
    }
  }

  /** The columns of the tables, place by place; none where there are too many to keep them all. */
  public List<RowShape> shapes() {
    return shapedColumns <= MOST_SHAPED ? List.copyOf(shapes) : List.of();
  }

  /**
   * A table for which a profile was looked for.
   *
   * @param match what was found; null where none fits
   */
  public record Met(
      String table,
      String form,
      @Nullable String list,
      List<String> columns,
      Profiles.@Nullable Match match) {}

  /** A profile was looked for, and found or not; too many tables are not kept. */
  void met(
      String table,
      String form,
      @Nullable String list,
      List<String> columns,
      Optional<Profiles.Match> match) {
    Met one = new Met(table, form, list, columns, match.orElse(null));
    if (metColumns > MOST_SHAPED || met.contains(one)) {
      return;
    }
    metColumns += columns.size() + 1L;
    met.add(one);
  }

  /** The tables for which a profile was looked for. */
  public List<Met> met() {
    return List.copyOf(met);
  }

  /** Whether those are all. */
  public boolean isMetWhole() {
    return metColumns <= MOST_SHAPED;
  }

  /** A part was met whose lines a profile of logs may fit. */
  public void mayBeLog(Content content, @Nullable LogForm form) {
    mayBeLog |=
        form != null
            || content instanceof Content.Csv
            || content instanceof Content.AccessLog
            || content instanceof Content.Unknown;
  }

  /** Whether profiles of logs play a part for this source. */
  public boolean mayBeLog() {
    return mayBeLog;
  }

  /** No profile fits so many rows of this table; told at its end. */
  void unmapped(String table, long rows) {
    unmapped.put(table, rows);
  }

  /** How many rows are quarantined for which reason; N stands for any number. */
  public Map<String, Long> reasons() {
    return java.util.Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
  }

  /** The tables no profile fits, as the balance calls them. */
  public List<String> unmappedTables() {
    return List.copyOf(unmapped.keySet());
  }

  /** How many rows no profile fits. */
  public long unmappedRows() {
    return unmapped.values().stream().mapToLong(Long::longValue).sum();
  }
}
