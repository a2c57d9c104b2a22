package dev.cordon.formats.profiles;

import java.util.List;
import java.util.Map;

/** A piece of a profile file and the line it stands in. */
sealed interface ProfileNode {

  /** The line, from 1. */
  int line();

  /** A word, a number, a text. */
  record Scalar(String text, int line) implements ProfileNode {}

  /** A list. */
  record Sequence(List<ProfileNode> items, int line) implements ProfileNode {}

  /** Words with what they stand for, in the file's order. */
  record Fields(Map<String, ProfileNode> values, Map<String, Integer> lines, int line)
      implements ProfileNode {}
}
