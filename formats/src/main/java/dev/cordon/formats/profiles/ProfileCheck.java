package dev.cordon.formats.profiles;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.weblogs.LogFormat;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds a profile file against the shape it must have; names file, line and word. */
final class ProfileCheck {

  private static final int MOST_ERRORS = 20;

  private final String file;
  private final List<String> errors = new ArrayList<>();

  private ProfileCheck(String file) {
    this.file = file;
  }

  /** Throws, with all that is wrong, unless the file has the shape. */
  static void check(String file, ProfileNode root) {
    ProfileCheck check = new ProfileCheck(file);
    check.check(root, ProfileShape.PROFILE, "the file");
    if (!check.errors.isEmpty()) {
      throw new FormatException(String.join("; ", check.errors));
    }
  }

  private void check(ProfileNode node, ProfileShape shape, String what) {
    switch (shape) {
      case ProfileShape.Word word -> {
        if (isText(node, what) && !word.allowed().isEmpty()) {
          among(node, text(node), word.allowed(), what);
        }
      }
      case ProfileShape.Truth truth -> {
        if (isText(node, what)) {
          among(node, text(node), Set.of("true", "false"), what);
        }
      }
      case ProfileShape.Words words -> texts(node, what);
      case ProfileShape.Names names -> {
        texts(node, what);
        if (node instanceof ProfileNode.Sequence sequence && sequence.items().isEmpty()) {
          error(node, what + " names no column: any table would fit");
        }
      }
      case ProfileShape.Format format -> logFormat(node, what);
      case ProfileShape.WordTable table -> {
        if (node instanceof ProfileNode.Fields fields) {
          fields
              .values()
              .forEach((word, value) -> {
                if (isText(value, word)) {
                  among(value, text(value), table.allowed(), what);
                }
              });
        } else {
          error(node, what + " needs words with values");
        }
      }
      case ProfileShape.WordsTable table -> {
        if (node instanceof ProfileNode.Fields fields) {
          fields.values().forEach((word, value) -> texts(value, word));
        } else {
          error(node, what + " needs words with values");
        }
      }
      case ProfileShape.Column column -> column(node, column, what);
      case ProfileShape.Each each -> each(node, each, what);
      case ProfileShape.Block block -> block(node, block, what);
    }
  }

  private void column(ProfileNode node, ProfileShape.Column column, String what) {
    if (!isText(node, what)) {
      return;
    }
    String text = text(node);
    int bar = text.indexOf('|');
    if (text.startsWith("=")) {
      return;
    }
    if (bar < 0) {
      if (column.filterNeeded()) {
        error(
            node, what + " needs one of |" + sorted(column.filters(), " |") + " after its column");
      }
    } else {
      String filter = text.substring(bar + 1);
      if (column.filters() != ProfileShape.TIMES || !isZone(filter)) {
        among(node, filter, column.filters(), what);
      }
    }
    if (bar == 0 || text.isBlank()) {
      error(node, what + " names no column");
    }
  }

  /** Whether this names a zone of the world: an area, a slash, a place. */
  private static boolean isZone(String name) {
    return name.indexOf('/') > 0 && ZoneId.getAvailableZoneIds().contains(name);
  }

  private void logFormat(ProfileNode node, String what) {
    if (!isText(node, what)) {
      return;
    }
    try {
      LogFormat.of(text(node));
    } catch (FormatException wrong) {
      error(node, what + " is no log format: " + wrong.getMessage());
    }
  }

  private void each(ProfileNode node, ProfileShape.Each each, String what) {
    if (node instanceof ProfileNode.Sequence sequence) {
      sequence.items().forEach(item -> check(item, each.item(), what));
    } else if (node instanceof ProfileNode.Fields) {
      check(node, each.item(), what);
    } else {
      error(node, what + " needs a list");
    }
  }

  private void block(ProfileNode node, ProfileShape.Block block, String what) {
    if (!(node instanceof ProfileNode.Fields fields)) {
      error(node, what + " needs words with values");
      return;
    }
    for (Map.Entry<String, ProfileNode> entry : fields.values().entrySet()) {
      ProfileShape shape = block.words().get(entry.getKey());
      if (shape == null) {
        int line = fields.lines().getOrDefault(entry.getKey(), fields.line());
        error(
            line,
            "unknown word \u00ab"
                + shown(entry.getKey())
                + "\u00bb in "
                + what
                + near(entry.getKey(), block));
      } else {
        check(entry.getValue(), shape, entry.getKey());
      }
    }
    for (String needed : block.needed()) {
      if (!fields.values().containsKey(needed)) {
        error(fields, what + " lacks \u00ab" + needed + "\u00bb");
      }
    }
  }

  /** A word that differs in few letters, for the reader's help. */
  private static String near(String word, ProfileShape.Block block) {
    return block.words().keySet().stream()
        .sorted()
        .filter(known -> distance(known, word) <= 2)
        .findFirst()
        .map(known -> " (is \u00ab" + known + "\u00bb meant?)")
        .orElse("");
  }

  private static int distance(String left, String right) {
    if (Math.abs(left.length() - right.length()) > 2) {
      return 3;
    }
    int[] row = new int[right.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int line = 1; line <= left.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column < row.length; column++) {
        int same = left.charAt(line - 1) == right.charAt(column - 1) ? diagonal : diagonal + 1;
        diagonal = row[column];
        row[column] = Math.min(same, Math.min(row[column], row[column - 1]) + 1);
      }
    }
    return row[right.length()];
  }

  private void texts(ProfileNode node, String what) {
    if (node instanceof ProfileNode.Sequence sequence) {
      sequence.items().forEach(item -> isText(item, what));
    } else {
      isText(node, what);
    }
  }

  private boolean isText(ProfileNode node, String what) {
    if (node instanceof ProfileNode.Scalar) {
      return true;
    }
    error(node, shown(what) + " needs a text");
    return false;
  }

  private static String text(ProfileNode node) {
    return node instanceof ProfileNode.Scalar scalar ? scalar.text() : "";
  }

  private void among(ProfileNode node, String text, Set<String> allowed, String what) {
    if (!allowed.contains(text)) {
      error(
          node,
          "unknown word \u00ab"
              + shown(text)
              + "\u00bb in "
              + what
              + ": one of "
              + sorted(allowed, ", "));
    }
  }

  private static String sorted(Set<String> words, String between) {
    return String.join(between, words.stream().sorted().toList());
  }

  private static String shown(String word) {
    String plain = word.replaceAll("\\p{Cntrl}", "?");
    return plain.length() > 60 ? plain.substring(0, 60) + "..." : plain;
  }

  private void error(ProfileNode node, String reason) {
    error(node.line(), reason);
  }

  private void error(int line, String reason) {
    if (errors.size() < MOST_ERRORS) {
      errors.add(file + ", line " + line + ": " + reason);
    }
  }
}
