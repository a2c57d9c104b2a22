package dev.cordon.hashing.exhibits;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file as fls lists it.
 *
 * @param address its metadata address, as {@code 12} or {@code 38-128-1}
 * @param name its path in the file system: sealed text
 * @param size as its metadata say
 * @param isDeleted whether its name is
 * @param isReallocated whether its metadata belong to another file by now
 * @param isRegular whether it is a file with content
 */
record ListedFile(
    String address,
    String name,
    long size,
    boolean isDeleted,
    boolean isReallocated,
    boolean isRegular) {

  private static final Pattern START =
      Pattern.compile(
          "(?s)([a-zA-Z-])/([a-zA-Z-]) (\\* )?(\\d{1,19}(?:-\\d{1,9}){0,2})(\\(realloc\\))?:\t(.*)");

  private static final Pattern ARCHIVE =
      Pattern.compile("(?i)\\.(zip|cbz|jar|apk|docx|xlsx|pptx|odt|tar|tgz|gz|7z)$");

  private static final int TIMES_SIZE_AND_OWNERS = 7;

  /**
   * Reads a line of {@code fls -r -p -l}: two types, a star where deleted, the address, then name,
   * four times, size, user and group, between tabs. The name may hold tabs, so the line is read
   * from its end.
   *
   * @return nothing where the line is none
   */
  static Optional<ListedFile> of(String line) {
    Matcher matcher = START.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String rest = matcher.group(6);
    int end = rest.length();
    String size = "";
    for (int field = 0; field < TIMES_SIZE_AND_OWNERS; field++) {
      int tab = rest.lastIndexOf('\t', end - 1);
      if (tab < 0) {
        return Optional.empty();
      }
      if (field == 2) {
        size = rest.substring(tab + 1, end);
      }
      end = tab;
    }
    if (!size.matches("\\d{1,18}")) {
      return Optional.empty();
    }
    boolean isRegular =
        matcher.group(2).equals("r")
            || (matcher.group(2).equals("-") && matcher.group(1).equals("r"));
    return Optional.of(
        new ListedFile(
            matcher.group(4),
            rest.substring(0, end),
            Long.parseLong(size),
            matcher.group(3) != null,
            matcher.group(5) != null,
            isRegular));
  }

  /** Whether its name ends as those of archives do. */
  boolean isNamedAsArchive() {
    return ARCHIVE.matcher(name).find();
  }

  /** How many folders it lies in. */
  int depth() {
    return (int) name.chars().filter(letter -> letter == '/').count();
  }
}
