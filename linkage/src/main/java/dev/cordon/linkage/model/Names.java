package dev.cordon.linkage.model;

import dev.cordon.linkage.LinkageException;
import java.util.regex.Pattern;

/** What fields and comparisons may be called: the names become parts of statements. */
final class Names {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

  private Names() {}

  static void check(String what, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new LinkageException(
          "a "
              + what
              + "'s name is lower-case letters, digits and _, at most 41, not '"
              + name
              + "'");
    }
  }
}
