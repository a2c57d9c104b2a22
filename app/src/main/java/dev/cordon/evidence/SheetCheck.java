package dev.cordon.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with a sheet, line by line; all of it, so that it is mended once. */
final class SheetCheck {

  private static final int LONGEST_KIND = 60;
  private static final int LONGEST_WORDS = 500;
  private static final int LONGEST_MARK = 60;
  private static final int LONGEST_PLACE = 200;

  private final List<Sheet.Problem> problems = new ArrayList<>();

  private SheetCheck() {}

  static List<Sheet.Problem> of(Sheet sheet) {
    SheetCheck check = new SheetCheck();
    check.head(sheet);
    check.lines(sheet.lines());
    return check.problems;
  }

  static List<Sheet.Problem> ofLines(List<Sheet.Line> lines) {
    SheetCheck check = new SheetCheck();
    check.lines(lines);
    return check.problems;
  }

  private void lines(List<Sheet.Line> lines) {
    Map<String, Integer> seals = new HashMap<>();
    Map<String, Integer> marks = new HashMap<>();
    for (Sheet.Line line : lines) {
      line(line);
      once(line.number(), "seal", line.seal(), seals);
      once(line.number(), "own number", line.ownNumber(), marks);
    }
  }

  private void head(Sheet sheet) {
    if (sheet.lines().isEmpty()) {
      say(0, "there is no line on it");
    }
    if (sheet.lines().size() > Sheet.LONGEST) {
      say(
          0,
          "it has " + sheet.lines().size() + " lines; at most " + Sheet.LONGEST + " go together");
    }
    if (!List.of(Locale.getISOCountries()).contains(sheet.country())) {
      say(0, "'" + sheet.country() + "' is no country of ISO 3166");
    }
    length(0, "place", sheet.place(), 300, true);
    length(0, "seized by", sheet.officer(), LONGEST_PLACE, true);
    length(0, "grounds", sheet.legalBasis(), LONGEST_WORDS, false);
  }

  private void line(Sheet.Line line) {
    length(line.number(), "kind", line.kind(), LONGEST_KIND, true);
    length(line.number(), "description", line.description(), LONGEST_WORDS, true);
    length(line.number(), "own number", line.ownNumber(), LONGEST_MARK, false);
    length(line.number(), "serial number", line.serial(), LONGEST_PLACE, false);
    length(line.number(), "found in", line.foundIn(), LONGEST_PLACE, false);
    length(line.number(), "seal", line.seal(), 100, false);
  }

  private void length(int line, String field, @Nullable String value, int most, boolean needed) {
    if (value == null || value.isBlank()) {
      if (needed) {
        say(line, field + " is missing");
      }
      return;
    }
    if (value.length() > most) {
      say(line, field + " has " + value.length() + " characters, at most " + most + " fit");
    }
    if (value.chars().anyMatch(one -> one < ' ' && one != '\t' && one != '\n' && one != '\r')) {
      say(line, field + " holds a control character");
    }
  }

  private void once(int line, String field, @Nullable String value, Map<String, Integer> seen) {
    if (value == null || value.isBlank()) {
      return;
    }
    Integer before = seen.putIfAbsent(value.strip(), line);
    if (before != null) {
      say(line, field + " " + value.strip() + " stands on line " + before + " already");
    }
  }

  private void say(int line, String words) {
    problems.add(new Sheet.Problem(line, words));
  }
}
