package dev.cordon.linkage.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a column holds.
 *
 * @param column its name
 * @param place its number, from 1
 * @param rows rows looked at
 * @param filled rows with a value
 * @param values different values
 * @param same pairs of rows with the same value
 * @param kind what the values look like
 */
record Profile(
    String column, int place, long rows, long filled, long values, double same, Kind kind) {

  private static final int MOST_ROWS = 200_000;
  private static final int FEW_VALUES = 30;
  private static final double NEARLY_ALL = 0.9;
  private static final int LONG_TEXT = 40;

  /** What values look like. */
  enum Kind {
    /** Calendar dates. */
    DATE,
    /** Mostly digits. */
    CODE,
    /** A word or a few. */
    WORD,
    /** Long texts. */
    TEXT,
    /** One of a few values. */
    FEW
  }

  /** Profiles of all columns over at most the first 200,000 rows. */
  static List<Profile> of(List<Table> tables) {
    Set<String> columns = new LinkedHashSet<>();
    tables.forEach(table -> columns.addAll(table.columns()));
    Map<String, Column> seen = new HashMap<>();
    columns.forEach(column -> seen.put(column, new Column()));
    long[] rows = {0};
    for (Table table : tables) {
      table.read(fields -> {
        if (rows[0]++ < MOST_ROWS) {
          for (int index = 0; index < fields.size(); index++) {
            column(seen, table.columns().get(index)).add(fields.get(index).strip());
          }
        }
      });
    }
    List<Profile> profiles = new ArrayList<>();
    for (String column : columns) {
      profiles.add(
          column(seen, column).profile(column, profiles.size() + 1, Math.min(rows[0], MOST_ROWS)));
    }
    return profiles;
  }

  /**
   * Whether comparing the column can tell anything: neither empty, constant nor always different.
   */
  boolean isUseful() {
    return filled > 1 && values > 1 && same > 0;
  }

  /** Records that share a record's value, on the mean over records with a value. */
  double meanBlock() {
    return filled == 0 ? 0 : 2 * same / filled + 1;
  }

  /** Bits a shared value is worth, times the share of rows that have one. */
  double evenness() {
    double pairs = filled * (filled - 1.0) / 2;
    return same == 0 ? 0 : Math.log(pairs / same) / Math.log(2) * filled / rows;
  }

  /** A line for people. */
  String said() {
    String use = isUseful() ? "" : values <= 1 ? ", tells nothing apart" : ", never repeats";
    return String.format(
        Locale.ROOT,
        "%s: %.0f%% filled, %,d values, %s%s",
        column.replaceAll("\\p{Cntrl}", " "),
        100.0 * filled / Math.max(1, rows),
        values,
        kind.name().toLowerCase(Locale.ROOT),
        use);
  }

  private static Column column(Map<String, Column> seen, String name) {
    return seen.computeIfAbsent(name, unused -> new Column());
  }

  private static final class Column {
    private final Map<String, Integer> values = new HashMap<>();
    private long filled;
    private long dates;
    private long codes;
    private long length;

    void add(String value) {
      if (value.isEmpty()) {
        return;
      }
      filled++;
      length += value.length();
      String bounded = value.length() > 200 ? value.substring(0, 200) : value;
      values.merge(bounded, 1, Integer::sum);
      long digits = bounded.chars().filter(Character::isDigit).count();
      if (bounded.matches(
          "\\d{4}\\D\\d{1,2}\\D\\d{1,2}|\\d{1,2}\\D\\d{1,2}\\D\\d{4}|(1[89]|20)\\d{6}")) {
        dates++;
      } else if (digits * 2 >= bounded.length()) {
        codes++;
      }
    }

    Profile profile(String name, int place, long rows) {
      double same = 0;
      for (int count : values.values()) {
        same += count * (count - 1.0) / 2;
      }
      return new Profile(name, place, rows, filled, values.size(), same, kind());
    }

    private Kind kind() {
      if (dates >= NEARLY_ALL * filled && filled > 0) {
        return Kind.DATE;
      }
      if (values.size() <= FEW_VALUES) {
        return Kind.FEW;
      }
      if (dates + codes >= NEARLY_ALL * filled) {
        return Kind.CODE;
      }
      return length > LONG_TEXT * filled ? Kind.TEXT : Kind.WORD;
    }
  }
}
