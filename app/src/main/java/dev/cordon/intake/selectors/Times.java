package dev.cordon.intake.selectors;

import dev.cordon.intake.RecordedTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Times as written become UTC where that can be known; what is doubtful is flagged ({@link
 * TimeFlags}), not guessed. One object for a source; {@link #column} gives that of one of its
 * columns, which counts what it flags. Nothing is thrown for a bad value. Not thread-safe.
 */
public final class Times {

  private final TimeRules rules;
  private final @Nullable ZoneClock clock;
  private final WrittenTime written = new WrittenTime();
  private final CountedTime counted = new CountedTime();
  private final String table;
  private final String name;
  private final FlagCounts counts = new FlagCounts();
  private final Map<String, Times> columns = new LinkedHashMap<>();
  private long lastRow;
  private @Nullable String lastRaw;
  private @Nullable Kind lastKind;
  private RecordedTime lastTime = RecordedTime.NONE;

  /** Times without an offset are of this zone; null where it is not known. */
  public Times(@Nullable ZoneId zone) {
    this(TimeRules.of(zone));
  }

  /** By what is known of the source's times. */
  public Times(TimeRules rules) {
    this(rules, "", "");
  }

  private Times(TimeRules rules, String table, String name) {
    this.rules = rules;
    this.table = table;
    this.name = name;
    ZoneId zone = rules.zone();
    this.clock = zone == null ? null : new ZoneClock(zone);
  }

  /** How a column writes times. */
  public enum Kind {
    /** Seconds since 1970, a fraction allowed. */
    UNIX("unix"),
    /** Milliseconds since 1970. */
    UNIX_MILLISECONDS("unix-ms"),
    /** Microseconds since 1970. */
    UNIX_MICROSECONDS("unix-us"),
    /** Units of 100 nanoseconds since 1601 (Windows). */
    FILETIME("filetime"),
    /** Microseconds since 1601 (Chromium). */
    WEBKIT("webkit"),
    /** Seconds, or nanoseconds, since 2001 (Apple). */
    COCOA("cocoa"),
    /** Days of a spreadsheet that counts from 1900, of the source's zone. */
    EXCEL_1900("excel-1900"),
    /** Days of a spreadsheet that counts from 1904, of the source's zone. */
    EXCEL_1904("excel-1904"),
    /** Date and time of UTC. */
    UTC("utc"),
    /** Date and time of the source's zone, unless an offset stands behind it. */
    LOCAL("local"),
    /** As LOCAL, numeric dates with the day first. */
    DAY_FIRST("dmy"),
    /** As LOCAL, numeric dates with the month first. */
    MONTH_FIRST("mdy"),
    /** As LOCAL; digits alone as UNIX in whatever unit fits. */
    AUTO("auto");

    private final String filter;

    Kind(String filter) {
      this.filter = filter;
    }

    /** The kind a profile names with this word; {@code iso} is AUTO; null where it is none. */
    public static @Nullable Kind ofFilter(String word) {
      for (Kind kind : values()) {
        if (kind.filter.equals(word)) {
          return kind;
        }
      }
      return word.equals("iso") ? AUTO : null;
    }
  }

  /** The times of one column, by the rules for it; what it flags is found here too. */
  public Times column(String ofTable, String ofColumn) {
    return columns.computeIfAbsent(
        ofTable + "\n" + ofColumn,
        added -> new Times(rules.forColumn(ofTable, ofColumn), ofTable, ofColumn));
  }

  /**
   * As {@link #column(String, String)}.
   *
   * @param own the zone of its times without an offset, whatever the rules say; null for theirs
   */
  public Times column(String ofTable, String ofColumn, @Nullable ZoneId own) {
    return own == null
        ? column(ofTable, ofColumn)
        : columns.computeIfAbsent(
            ofTable + "\n" + ofColumn,
            added -> new Times(rules.forColumn(ofTable, ofColumn).in(own), ofTable, ofColumn));
  }

  /** Reads the text of a row; what several records take from one row is counted once. */
  public RecordedTime read(long row, @Nullable String raw, Kind kind) {
    if (row != lastRow || kind != lastKind || !Objects.equals(raw, lastRaw)) {
      lastTime = read(raw, kind);
      lastRow = row;
      lastRaw = raw;
      lastKind = kind;
    }
    return lastTime;
  }

  /** Reads the text; blanks are no time at all. */
  public RecordedTime read(@Nullable String raw, Kind kind) {
    if (raw == null) {
      return RecordedTime.NONE;
    }
    String text = Blanks.strip(raw);
    if (text.isEmpty()) {
      return RecordedTime.NONE;
    }
    return switch (kind) {
      case UNIX, UNIX_MILLISECONDS, UNIX_MICROSECONDS, FILETIME, WEBKIT, COCOA ->
          counted(raw, text, kind);
      case EXCEL_1900, EXCEL_1904 -> days(raw, text, kind);
      case UTC -> written(raw, text, rules.order(), true);
      case LOCAL -> written(raw, text, rules.order(), false);
      case DAY_FIRST -> written(raw, text, DateOrder.DAY_FIRST, false);
      case MONTH_FIRST -> written(raw, text, DateOrder.MONTH_FIRST, false);
      case AUTO ->
          isCount(text) ? counted(raw, text, Kind.UNIX) : written(raw, text, rules.order(), false);
    };
  }

  /** A point in time a reader found itself, with its bounds checked. */
  public RecordedTime known(Instant at, String raw) {
    return finished(at.getEpochSecond(), at.getNano(), null, raw, null);
  }

  /** What was flagged in the source's columns, by table, column and flag. */
  public List<TimeFinding> findings() {
    List<TimeFinding> findings = new ArrayList<>(counts.findings(table, name));
    columns.values().forEach(column -> findings.addAll(column.findings()));
    findings.sort(
        Comparator.comparing(TimeFinding::table)
            .thenComparing(TimeFinding::column)
            .thenComparing(TimeFinding::flag));
    return findings;
  }

  /** Digits alone are a count of seconds unless they spell a day: {@code 20241112060000}. */
  private static boolean isCount(String text) {
    boolean point = false;
    for (int index = 0; index < text.length(); index++) {
      char sign = text.charAt(index);
      boolean digit = sign >= '0' && sign <= '9';
      if (!digit && (sign != '.' || point || index == 0)) {
        return index == 0 && sign == '-' && text.length() > 1 && isCount(text.substring(1));
      }
      point |= !digit;
    }
    boolean isDay =
        (text.length() == 8 || text.length() == 14)
            && (text.startsWith("19") || text.startsWith("20"));
    return !isDay;
  }

  private RecordedTime counted(String raw, String text, Kind kind) {
    return counted.read(text, kind)
        ? finished(counted.second(), counted.nanos(), null, raw, counted.remark())
        : none(raw, counted.failure());
  }

  private RecordedTime days(String raw, String text, Kind kind) {
    return counted.read(text, kind)
        ? placed(counted.second(), counted.nanos(), raw, counted.remark(), clock)
        : none(raw, counted.failure());
  }

  private RecordedTime written(String raw, String text, DateOrder order, boolean isUtc) {
    if (text.equals("0")) {
      return none(raw, TimeFlags.ZERO);
    }
    boolean holds = written.read(text, order);
    if (written.shown() != DateOrder.UNKNOWN) {
      counts.add(written.shown() == DateOrder.DAY_FIRST ? "shows-day-first" : "shows-month-first");
    }
    if (!holds) {
      return none(raw, written.failure());
    }
    long second = written.localSecond();
    String word = written.zoneWord();
    if (written.hasOffset()) {
      long at = second - written.offset();
      return finished(at, written.nanos(), null, raw, written.remark());
    }
    if (word != null) {
      return worded(raw, second, word);
    }
    return isUtc
        ? finished(second, written.nanos(), null, raw, written.remark())
        : placed(second, written.nanos(), raw, written.remark(), clock);
  }

  /** A local time with a zone's short name or a region behind it. */
  private RecordedTime worded(String raw, long second, String word) {
    int[] offsets = ZoneWords.offsets(word);
    if (offsets == null) {
      ZoneId region = ZoneWords.region(word);
      return region == null
          ? none(raw, TimeFlags.INVALID)
          : placed(second, written.nanos(), raw, written.remark(), new ZoneClock(region));
    }
    int offset = offsets[0];
    if (offsets.length > 1) {
      int own = own(second, offsets);
      if (own < 0) {
        return none(raw, TimeFlags.AMBIGUOUS_ZONE);
      }
      offset = offsets[own];
    }
    return finished(second - offset, written.nanos(), null, raw, written.remark());
  }

  /** Which of the offsets the source's own zone uses at that time; -1 for none. */
  private int own(long second, int[] offsets) {
    ZoneClock zone = clock;
    ZoneClock.Answer answer = zone == null ? ZoneClock.Answer.NONE : zone.ask(second);
    for (int index = 0; index < offsets.length && zone != null; index++) {
      boolean uses =
          answer == ZoneClock.Answer.ONE && zone.offset() == offsets[index]
              || answer == ZoneClock.Answer.TWO
                  && (zone.offset() == offsets[index] || zone.laterOffset() == offsets[index]);
      if (uses) {
        return index;
      }
    }
    return -1;
  }

  private RecordedTime placed(
      long second, int nanos, String raw, @Nullable String remark, @Nullable ZoneClock zone) {
    if (zone == null) {
      return none(raw, TimeFlags.UNKNOWN_ZONE);
    }
    return switch (zone.ask(second)) {
      case ONE -> finished(second - zone.offset(), nanos, null, raw, remark);
      case TWO -> {
        Instant later = Instant.ofEpochSecond(second - zone.laterOffset(), nanos);
        String flag = remark == null ? TimeFlags.AMBIGUOUS : remark + " " + TimeFlags.AMBIGUOUS;
        yield finished(second - zone.offset(), nanos, later, raw, flag);
      }
      case NONE -> none(raw, TimeFlags.GAP);
    };
  }

  private RecordedTime finished(
      long second, int nanos, @Nullable Instant other, String raw, @Nullable String remark) {
    if (second == Integer.MAX_VALUE) {
      return none(raw, TimeFlags.YEAR_2038);
    }
    if (!CountedTime.isInRange(second)) {
      return none(raw, TimeFlags.OUT_OF_RANGE);
    }
    Instant at = Instant.ofEpochSecond(second, nanos);
    String flag = remark;
    Instant first = rules.first();
    Instant last = rules.last();
    if (first != null && at.isBefore(first)) {
      flag = flag == null ? TimeFlags.BEFORE_PLATFORM : flag + " " + TimeFlags.BEFORE_PLATFORM;
    } else if (last != null && at.isAfter(last)) {
      flag = flag == null ? TimeFlags.AFTER_SEIZURE : flag + " " + TimeFlags.AFTER_SEIZURE;
    }
    counts.addAll(flag);
    return new RecordedTime(at, other, raw, flag);
  }

  private RecordedTime none(String raw, @Nullable String flag) {
    counts.addAll(flag);
    return new RecordedTime(null, null, raw, flag);
  }
}
