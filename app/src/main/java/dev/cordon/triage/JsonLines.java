package dev.cordon.triage;

import dev.cordon.RefusedException;
import dev.cordon.kernel.digest.Sha256;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lines of JSON (UTF-8, one object a line) read one by one from a stream of any length. A line that
 * is too long, not UTF-8 or no object is told with its number and does not end the reading. A last
 * line without its end was cut off and is told as such. Not thread-safe.
 */
final class JsonLines {

  /** Longer lines go aside. */
  static final int LONGEST_BYTES = 1 << 20;

  private static final int DEEPEST = 12;
  private static final int LONGEST_WORD = 80;
  private static final Pattern PACKED = Pattern.compile("[A-Za-z0-9+/=_-]{" + LONGEST_WORD + ",}");
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(40)
                          .maxNameLength(100)
                          .build())
                  .build())
          .build();

  private final MessageDigest digest = Sha256.digest();
  private final InputStream stream;
  private long number;

  JsonLines(InputStream stream) {
    this.stream = new BufferedInputStream(new DigestInputStream(stream, digest), 1 << 16);
  }

  /**
   * One line.
   *
   * @param number from 1
   * @param object null where it can not be read
   * @param reason why not; empty where it can
   */
  record Line(long number, @Nullable JsonNode object, String reason) {}

  /** The next line; null at the end. */
  @Nullable Line next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    long length = 0;
    int one = stream.read();
    if (one < 0) {
      return null;
    }
    number++;
    while (one >= 0 && one != '\n') {
      if (++length <= LONGEST_BYTES) {
        bytes.write(one);
      }
      one = stream.read();
    }
    if (one < 0) {
      return new Line(number, null, "the line is cut off");
    }
    if (length > LONGEST_BYTES) {
      return new Line(number, null, "the line is longer than " + LONGEST_BYTES + " bytes");
    }
    return parsed(bytes.toByteArray());
  }

  private Line parsed(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      JsonNode node = MAPPER.readTree(text);
      return node.isObject()
          ? new Line(number, node, "")
          : new Line(number, null, "the line is no JSON object");
    } catch (CharacterCodingException broken) {
      return new Line(number, null, "the line is not UTF-8");
    } catch (JacksonException broken) {
      return new Line(number, null, "the line is no JSON");
    }
  }

  /** The SHA-256 of everything read. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * A text field without control characters; empty where there is none. What may be bytes written
   * as letters is no word of ours and is left out.
   */
  static String text(JsonNode node, String field, int longest) {
    JsonNode value = node.path(field);
    return text(value.isString() ? value.asString("") : "", longest);
  }

  /**
   * Without control characters and without what may be bytes written as letters, and no longer than
   * told.
   */
  static String text(String told, int longest) {
    String clean = clean(told);
    return clean.length() <= longest ? clean : clean.substring(0, whole(clean, longest));
  }

  private static String clean(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "\uFFFD").strip();
    return plain.length() < LONGEST_WORD ? plain : PACKED.matcher(plain).replaceAll("…");
  }

  /** So long that no pair of surrogates is cut in two. */
  private static int whole(String text, int longest) {
    return Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
  }

  /**
   * A hash in lower case; empty where there is none.
   *
   * @throws DigestCsv.UnreadableRow when it is no hash of that length
   */
  static String hash(JsonNode node, String field, int digits) {
    JsonNode value = node.path(field);
    if (value.isMissingNode()) {
      return "";
    }
    String text = value.asString("");
    if (!text.matches("[0-9a-f]{" + digits + "}")) {
      throw new DigestCsv.UnreadableRow(field + " is not " + digits + " hex digits");
    }
    return text;
  }

  /**
   * A whole number within bounds.
   *
   * @throws DigestCsv.UnreadableRow when it is not
   */
  static long number(JsonNode node, String field, long least, long most) {
    return number(node.path(field), least, most, field);
  }

  /**
   * A value that is a whole number within bounds.
   *
   * @throws DigestCsv.UnreadableRow when it is not, by that name
   */
  static long number(JsonNode value, long least, long most, String field) {
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new DigestCsv.UnreadableRow(field + " is no whole number");
    }
    long found = value.asLong();
    if (found < least || found > most) {
      throw new DigestCsv.UnreadableRow(field + " is not between " + least + " and " + most);
    }
    return found;
  }

  /** What JSON the database is given. */
  static String written(Object rows) {
    try {
      return MAPPER.writeValueAsString(rows);
    } catch (JacksonException impossible) {
      throw new RefusedException("The rows can not be written: " + impossible.getMessage());
    }
  }
}
