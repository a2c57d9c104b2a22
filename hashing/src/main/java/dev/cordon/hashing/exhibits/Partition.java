package dev.cordon.hashing.exhibits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a disk image that may hold a file system.
 *
 * @param offset where it begins, in sectors
 * @param sectors how long it is
 * @param description what the partition table says it is; it may lie
 */
record Partition(long offset, long sectors, String description) {

  private static final int MOST = 1000;

  private static final Pattern LINE =
      Pattern.compile(
          "\\d{1,9}:\\s+(\\S{1,20})\\s+(\\d{1,18})\\s+(\\d{1,18})\\s+(\\d{1,18})\\s*(.*)");

  /**
   * The partitions in what mmls printed: lines of number, slot, start, end, length and description,
   * of which slots that are no partitions ("Meta", "-------") are left out.
   */
  static List<Partition> of(List<String> lines) {
    List<Partition> partitions = new ArrayList<>();
    for (String line : lines) {
      of(line).filter(one -> partitions.size() < MOST).ifPresent(partitions::add);
    }
    return partitions;
  }

  static Optional<Partition> of(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()
        || !matcher.group(1).contains(":") && !matcher.group(1).matches("\\d+")) {
      return Optional.empty();
    }
    return Optional.of(
        new Partition(
            Long.parseLong(matcher.group(2)),
            Long.parseLong(matcher.group(4)),
            matcher.group(5).strip()));
  }
}
