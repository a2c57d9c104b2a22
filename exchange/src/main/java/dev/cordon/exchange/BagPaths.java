package dev.cordon.exchange;

import dev.cordon.exchange.PackageRefusedException.Check;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which paths a package's files may have: relative, inside the package, and the same file on every
 * system they are unpacked on (RFC 8493, sections 2.1.3, 5.1 and 5.2).
 */
final class BagPaths {

  private static final Pattern ENCODED = Pattern.compile("%(0[aA]|0[dD]|25)");
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
  private static final String FORBIDDEN = "\\:*?\"<>|";

  private BagPaths() {}

  /** The path itself, or refused with the reason. */
  static String checked(String path) {
    int length = path.getBytes(StandardCharsets.UTF_8).length;
    if (length == 0 || length > PackageLimits.LONGEST_PATH_BYTES) {
      throw refused(path, "has " + length + " bytes, not 1 to " + PackageLimits.LONGEST_PATH_BYTES);
    }
    String[] parts = path.split("/", -1);
    if (parts.length > PackageLimits.DEEPEST) {
      throw refused(path, "lies deeper than " + PackageLimits.DEEPEST + " folders");
    }
    for (String part : parts) {
      requirePlain(path, part);
    }
    return path;
  }

  private static void requirePlain(String path, String part) {
    if (part.isEmpty() || part.equals(".") || part.equals("..")) {
      throw refused(path, "has an empty part, '.' or '..'");
    }
    if (part.startsWith("~") || part.endsWith(".") || part.endsWith(" ")) {
      throw refused(path, "has a part that begins with '~' or ends with a point or a space");
    }
    boolean control =
        part.chars()
            .anyMatch(c ->
                (c < ' ' && c != '\r' && c != '\n')
                    || c == 0x7f
                    || Character.isSurrogate((char) c));
    if (control || part.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0)) {
      throw refused(path, "has a control character or one of " + FORBIDDEN);
    }
    if (RESERVED.matcher(part).matches()) {
      throw refused(path, "has a part that is a device's name on some systems");
    }
  }

  /** Refuses two paths that are one file where case or composition of letters does not count. */
  static void requireDistinct(Collection<String> paths) {
    Map<String, String> seen = new HashMap<>();
    for (String path : paths) {
      String folded = Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
      String other = seen.put(folded, path);
      if (other != null) {
        throw refused(path, "is the same file as '" + shown(other) + "' on some systems");
      }
    }
    for (String folded : seen.keySet()) {
      for (int end = folded.indexOf('/'); end > 0; end = folded.indexOf('/', end + 1)) {
        if (seen.containsKey(folded.substring(0, end))) {
          throw refused(folded, "lies inside what is a file as well");
        }
      }
    }
  }

  /** As it stands in a manifest: only line ends and the percent sign are encoded. */
  static String encoded(String path) {
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** Read from a manifest; any other percent sign is refused, since tools read it differently. */
  static String decoded(String encoded) {
    if (ENCODED.matcher(encoded).replaceAll("").indexOf('%') >= 0) {
      throw refused(encoded, "has a percent sign that encodes neither a line end nor itself");
    }
    return ENCODED
        .matcher(encoded)
        .replaceAll(found ->
            switch (found.group(1).toUpperCase(Locale.ROOT)) {
              case "0A" -> "\n";
              case "0D" -> "\r";
              default -> "%";
            });
  }

  /** A path in a message: one line, and not endless. */
  static String shown(String path) {
    String line =
        path.codePoints()
            .limit(120)
            .collect(
                StringBuilder::new,
                (text, point) -> text.appendCodePoint(Character.isISOControl(point) ? '?' : point),
                StringBuilder::append)
            .toString();
    return line.length() < path.length() ? line + "…" : line;
  }

  private static PackageRefusedException refused(String path, String why) {
    return new PackageRefusedException(Check.PATHS, "path '" + shown(path) + "' " + why);
  }
}
