package dev.cordon.bench;

import java.util.Locale;

/** Prints what was measured beside its goal, and whether it is met. */
final class Goal {

  private Goal() {}

  /** What should be at most so much. */
  static void atMost(String what, double found, double goal, String unit) {
    line(what, found, "at most", goal, unit, found <= goal);
  }

  /** What should be at least so much. */
  static void atLeast(String what, double found, double goal, String unit) {
    line(what, found, "at least", goal, unit, found >= goal);
  }

  private static void line(
      String what, double found, String word, double goal, String unit, boolean isMet) {
    System.out.printf(
        Locale.ROOT,
        "%s  %s: %.3g%s (goal %s %.3g%s)%n",
        isMet ? "met   " : "MISSED",
        what,
        found,
        unit,
        word,
        goal,
        unit);
  }
}
