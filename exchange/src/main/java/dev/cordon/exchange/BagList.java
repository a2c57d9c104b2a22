package dev.cordon.exchange;

import dev.cordon.exchange.PackageRefusedException.Check;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One manifest or tag manifest of a bag: paths with their digests by one algorithm (RFC 8493,
 * sections 2.1.3 and 2.2.1).
 *
 * @param algorithm which digest
 * @param digests lower-case hex by path
 */
record BagList(Algorithm algorithm, SortedMap<String, String> digests) {

  private static final Pattern LINE = Pattern.compile("([0-9A-Fa-f]+)[ \\t]+\\*?(.+)");

  /** The digests that are written and trusted. */
  enum Algorithm {
    SHA256("SHA-256", 64),
    SHA512("SHA-512", 128);

    private final String name;
    private final int digits;

    Algorithm(String name, int digits) {
      this.name = name;
      this.digits = digits;
    }

    String manifest() {
      return "manifest-" + name().toLowerCase(Locale.ROOT) + ".txt";
    }

    String tagManifest() {
      return "tag" + manifest();
    }

    String digest(byte[] content) {
      try {
        return HexFormat.of().formatHex(MessageDigest.getInstance(name).digest(content));
      } catch (NoSuchAlgorithmException impossible) {
        throw new ExchangeException("this Java has no " + name, impossible);
      }
    }
  }

  /** Of the files. */
  static BagList of(Algorithm algorithm, Map<String, byte[]> files) {
    SortedMap<String, String> digests = new TreeMap<>();
    files.forEach((path, content) -> digests.put(path, algorithm.digest(content)));
    return new BagList(algorithm, digests);
  }

  /**
   * Read from a manifest's bytes; a path twice, another digest's length and no UTF-8 are refused.
   */
  static BagList read(String name, Algorithm algorithm, byte[] bytes) {
    SortedMap<String, String> digests = new TreeMap<>();
    int number = 0;
    for (String line : text(name, bytes).split("\r\n|\r|\n", -1)) {
      number++;
      if (line.isEmpty()) {
        continue;
      }
      Matcher found = LINE.matcher(line);
      if (!found.matches() || found.group(1).length() != algorithm.digits) {
        throw new PackageRefusedException(
            Check.BAG,
            name + ", line " + number + ": not a digest of " + algorithm.name + " and a path");
      }
      String path = BagPaths.checked(BagPaths.decoded(found.group(2)));
      if (digests.put(path, found.group(1).toLowerCase(Locale.ROOT)) != null) {
        throw new PackageRefusedException(
            Check.BAG, name + ", line " + number + ": a path that is listed before");
      }
    }
    return new BagList(algorithm, digests);
  }

  /** The manifest's bytes: sorted by path, one line feed each. */
  byte[] bytes() {
    StringBuilder text = new StringBuilder();
    digests.forEach((path, digest) ->
        text.append(digest).append("  ").append(BagPaths.encoded(path)).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static String text(String name, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException malformed) {
      throw new PackageRefusedException(Check.BAG, name + " is no UTF-8");
    }
  }
}
