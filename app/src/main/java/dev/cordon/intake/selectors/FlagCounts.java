package dev.cordon.intake.selectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How often which flag was raised. Not thread-safe. */
final class FlagCounts {

  private final Map<String, long[]> counts = new TreeMap<>();

  /** Counts each word of a flag; null is none. */
  void addAll(@Nullable String flags) {
    if (flags == null) {
      return;
    }
    int start = 0;
    for (int end = flags.indexOf(' '); end >= 0; end = flags.indexOf(' ', start)) {
      add(flags.substring(start, end));
      start = end + 1;
    }
    add(start == 0 ? flags : flags.substring(start));
  }

  void add(String flag) {
    counts.computeIfAbsent(flag, added -> new long[1])[0]++;
  }

  List<TimeFinding> findings(String table, String column) {
    List<TimeFinding> findings = new ArrayList<>();
    counts.forEach((flag, count) -> findings.add(new TimeFinding(table, column, flag, count[0])));
    return findings;
  }
}
