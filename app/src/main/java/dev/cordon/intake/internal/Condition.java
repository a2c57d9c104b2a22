package dev.cordon.intake.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The conditions of a mapping: columns and the values they must have. */
final class Condition {

  private record Test(Expression column, List<String> wanted, List<String> unwanted) {}

  private final List<Test> tests = new ArrayList<>();

  Condition(Map<String, List<String>> when, Columns columns) {
    for (Map.Entry<String, List<String>> entry : when.entrySet()) {
      List<String> wanted = new ArrayList<>();
      List<String> unwanted = new ArrayList<>();
      for (String value : entry.getValue()) {
        if (value.startsWith("!")) {
          unwanted.add(value.substring(1));
        } else {
          wanted.add(value);
        }
      }
      Expression column = java.util.Objects.requireNonNull(Expression.of(entry.getKey(), columns));
      tests.add(new Test(column, wanted, unwanted));
    }
  }

  boolean holds(RowScope scope) {
    for (Test test : tests) {
      String raw = test.column.raw(scope);
      String value = raw == null ? "" : raw;
      if (test.unwanted.stream().anyMatch(pattern -> matches(pattern, value))) {
        return false;
      }
      if (!test.wanted.isEmpty()
          && test.wanted.stream().noneMatch(pattern -> matches(pattern, value))) {
        return false;
      }
    }
    return true;
  }

  /** A star at either end stands for anything. */
  static boolean matches(String pattern, String value) {
    boolean start = pattern.startsWith("*");
    boolean end = pattern.length() > 1 && pattern.endsWith("*");
    if (!start && !end) {
      return pattern.equals(value);
    }
    String core = pattern.substring(start ? 1 : 0, pattern.length() - (end ? 1 : 0));
    if (start && end) {
      return value.contains(core);
    }
    return start ? value.endsWith(core) : value.startsWith(core);
  }

  /** As {@link #matches}, a leading exclamation mark negates. */
  static boolean isLike(String pattern, String value) {
    return pattern.startsWith("!")
        ? !matches(pattern.substring(1), value)
        : matches(pattern, value);
  }
}
