package dev.cordon.formats.archives;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is odd about the names in one archive. Of names met only 64-bit digests are kept. */
final class MemberNames {

  private final Set<Long> met = new HashSet<>();

  List<String> remarks(String name, boolean isFolder) {
    List<String> remarks = new ArrayList<>();
    String plain = name.replace('\\', '/');
    if (plain.startsWith("/") || plain.matches("(?s)[A-Za-z]:.*")) {
      remarks.add("its name is an absolute path");
    }
    if (plain.equals("..")
        || plain.startsWith("../")
        || plain.contains("/../")
        || plain.endsWith("/..")) {
      remarks.add("its name leads out of the folder");
    }
    if (name.indexOf('\0') >= 0) {
      remarks.add("its name holds a NUL byte");
    } else if (name.chars().anyMatch(Character::isISOControl)) {
      remarks.add("its name holds control characters");
    }
    if (name.chars().anyMatch(MemberNames::turnsDirection)) {
      remarks.add("its name holds characters that turn the direction of writing");
    }
    if (!met.add(digest(name)) && !isFolder) {
      remarks.add("its name stands in the archive more than once");
    }
    return remarks;
  }

  private static boolean turnsDirection(int letter) {
    return letter >= 0x202A && letter <= 0x202E
        || letter >= 0x2066 && letter <= 0x2069
        || letter == 0x200E
        || letter == 0x200F
        || letter == 0x061C;
  }

  private static long digest(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int index = 0; index < name.length(); index++) {
      hash = (hash ^ name.charAt(index)) * 0x100000001b3L;
    }
    return hash;
  }
}
