package dev.cordon.formats.php;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.Text;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads PHP's serialised form: depth, entries and length are bounded, every length is checked
 * against what is there. References become empty texts.
 */
public final class PhpParser {

  private static final int DEEPEST = 32;
  private static final int MOST_ENTRIES = 10_000;

  private final byte[] bytes;
  private int place;
  private int entries;

  private PhpParser(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Whether the bytes may be worth parsing: they begin like a serialised array or object. */
  public static boolean isLikely(byte[] bytes) {
    return bytes.length >= 6 && (bytes[0] == 'a' || bytes[0] == 'O') && bytes[1] == ':';
  }

  /** Reads one value that takes all the bytes. */
  public static PhpValue parse(byte[] bytes) {
    PhpParser parser = new PhpParser(bytes);
    PhpValue value = parser.value(0);
    if (parser.place != bytes.length) {
      throw parser.failure("goes on after its end");
    }
    return value;
  }

  private PhpValue value(int depth) {
    if (depth > DEEPEST) {
      throw failure("is nested deeper than " + DEEPEST);
    }
    int type = take();
    return switch (type) {
      case 'N' -> {
        expect(';');
        yield new PhpValue.Scalar("");
      }
      case 'b', 'i', 'd', 'r', 'R' -> {
        expect(':');
        String text = until(';');
        yield new PhpValue.Scalar(type == 'r' || type == 'R' ? "" : text);
      }
      case 's' -> {
        expect(':');
        String text = string();
        expect(';');
        yield new PhpValue.Scalar(text);
      }
      case 'E' -> {
        expect(':');
        String text = string();
        expect(';');
        yield new PhpValue.Scalar(text);
      }
      case 'a' -> {
        expect(':');
        yield entries(depth);
      }
      case 'O' -> {
        expect(':');
        string();
        expect(':');
        yield entries(depth);
      }
      default -> throw failure("has the unknown type '" + (char) type + "'");
    };
  }

  private PhpValue entries(int depth) {
    int count = length(until(':'));
    expect('{');
    Map<String, PhpValue> values = new LinkedHashMap<>();
    for (int index = 0; index < count; index++) {
      if (++entries > MOST_ENTRIES) {
        throw failure("has more than " + MOST_ENTRIES + " entries");
      }
      PhpValue key = value(depth + 1);
      if (!(key instanceof PhpValue.Scalar scalar)) {
        throw failure("has an array as a key");
      }
      String name = scalar.text();
      // Private and protected fields are written with their class between NULs.
      int last = name.lastIndexOf('\0');
      values.put(last < 0 ? name : name.substring(last + 1), value(depth + 1));
    }
    expect('}');
    return new PhpValue.Entries(values);
  }

  private String string() {
    int length = length(until(':'));
    expect('"');
    if (length > bytes.length - place) {
      throw failure("names a length of " + length + " with less left");
    }
    String text = Text.of(Arrays.copyOfRange(bytes, place, place + length)).value();
    place += length;
    expect('"');
    return text;
  }

  private int length(String digits) {
    if (digits.isEmpty() || digits.length() > 9) {
      throw failure("has no readable length");
    }
    int value = 0;
    for (int index = 0; index < digits.length(); index++) {
      int digit = digits.charAt(index) - '0';
      if (digit < 0 || digit > 9) {
        throw failure("has no readable length");
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private String until(int end) {
    StringBuilder text = new StringBuilder();
    int next;
    while ((next = take()) != end) {
      if (text.length() == 64) {
        throw failure("has a number of more than 64 characters");
      }
      text.append((char) next);
    }
    return text.toString();
  }

  private void expect(int expected) {
    if (take() != expected) {
      throw failure("lacks '" + (char) expected + "'");
    }
  }

  private int take() {
    if (place >= bytes.length) {
      throw failure("ends too early");
    }
    return bytes[place++] & 0xFF;
  }

  private FormatException failure(String what) {
    return new FormatException("the PHP value " + what + " (byte " + place + ")");
  }
}
