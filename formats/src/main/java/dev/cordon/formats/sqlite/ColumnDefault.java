package dev.cordon.formats.sqlite;

import dev.cordon.formats.dumps.DumpRow.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of a column in rows older than the column: the default its definition names. An
 * expression is given as written, never evaluated.
 */
record ColumnDefault(Kind kind, byte[] bytes) {

  /** No default: NULL. */
  static final ColumnDefault NONE = new ColumnDefault(Kind.NULL, new byte[0]);

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");
  private static final Pattern WORD =
      Pattern.compile("[-+]?\\s*+(?:[\\d.]++[eE][-+]?\\d++|[\\w.]++)");

  /** From the text behind DEFAULT. */
  static ColumnDefault of(String behind, ColumnType type, Charset charset) {
    if (behind.startsWith("(")) {
      String inside = inside(behind);
      boolean simple = isNumber(inside) || quotedEnd(inside) == inside.length();
      return simple ? literal(inside, type, charset) : text(Kind.EXPRESSION, inside, charset);
    }
    int quoted = quotedEnd(behind);
    if (quoted > 0) {
      return literal(behind.substring(0, quoted), type, charset);
    }
    Matcher word = WORD.matcher(behind);
    return word.lookingAt() ? literal(word.group(), type, charset) : NONE;
  }

  /** Where the string or blob literal the text begins with ends; 0 when there is none. */
  private static int quotedEnd(String text) {
    int start = text.startsWith("x'") || text.startsWith("X'") ? 1 : 0;
    char quote = text.length() > start + 1 ? text.charAt(start) : 0;
    if (quote != '\'' && quote != '"') {
      return 0;
    }
    int end = start + 1;
    while ((end = text.indexOf(quote, end)) >= 0) {
      end++;
      if (end == text.length() || text.charAt(end) != quote) {
        return end;
      }
      end++;
    }
    return 0;
  }

  private static ColumnDefault literal(String written, ColumnType type, Charset charset) {
    char first = written.charAt(0);
    if ((first | 32) == 'x' && written.length() > 1 && written.charAt(1) == '\'') {
      String digits = written.substring(2, written.length() - 1);
      boolean valid = digits.length() % 2 == 0 && digits.chars().allMatch(HexFormat::isHexDigit);
      return valid ? new ColumnDefault(Kind.BINARY, HexFormat.of().parseHex(digits)) : NONE;
    }
    if (first == '\'' || first == '"') {
      String quote = "" + first;
      String inside = written.substring(1, written.length() - 1).replace(quote + quote, quote);
      boolean numeric = !type.isText() && !type.name().isEmpty() && isNumber(inside);
      return numeric && !type.name().contains("BLOB")
          ? number(inside, type)
          : text(Kind.STRING, inside, charset);
    }
    String bare = written.replaceAll("\\s", "");
    return switch (bare.toUpperCase(Locale.ROOT)) {
      case "NULL" -> NONE;
      case "TRUE" -> number("1", type);
      case "FALSE" -> number("0", type);
      default -> {
        boolean isText = type.isText() || !isNumber(bare);
        yield isText ? text(Kind.STRING, bare, charset) : number(bare, type);
      }
    };
  }

  private static ColumnDefault number(String written, ColumnType type) {
    String plain = written.startsWith("+") ? written.substring(1) : written;
    boolean isDouble = type.isReal() || !plain.matches("-?\\d{1,18}");
    String shown = isDouble ? Reals.text(Double.parseDouble(plain)) : plain;
    boolean whole = isDouble && !type.isReal() && shown.endsWith(".0");
    String number = whole ? shown.substring(0, shown.length() - 2) : shown;
    return new ColumnDefault(Kind.BARE, number.getBytes(StandardCharsets.US_ASCII));
  }

  private static ColumnDefault text(Kind kind, String text, Charset charset) {
    return new ColumnDefault(kind, text.getBytes(charset));
  }

  private static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  /** The text between the bracket it begins with and the one that closes it. */
  private static String inside(String written) {
    int depth = 0;
    for (int index = 0; index < written.length(); index++) {
      char next = written.charAt(index);
      depth += next == '(' ? 1 : next == ')' ? -1 : 0;
      if (depth == 0) {
        return written.substring(1, index).trim();
      }
    }
    return written.substring(1).trim();
  }
}
