package dev.cordon.formats.content;

import dev.cordon.formats.Text;
import dev.cordon.formats.dumps.CsvSniffer;
import dev.cordon.formats.weblogs.AccessLogParser;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Judges what a file is by the first bytes of its unpacked content; the name plays no part. */
public final class ContentJudge {

  /** How many bytes are looked at. */
  public static final int HEAD_BYTES = 1 << 16;

  private static final Map<String, String> SIGNATURES =
      Map.ofEntries(
          Map.entry("PK\u0003\u0004", "a ZIP archive or an office document"),
          Map.entry("7z\u00bc\u00af", "a 7-Zip archive"),
          Map.entry("Rar!", "a RAR archive"),
          Map.entry("\u00fd7zXZ", "XZ-packed"),
          Map.entry(
              "7\u007f\u0006\u0082", "a write-ahead log of SQLite; its database lies beside it"),
          Map.entry(
              "7\u007f\u0006\u0083", "a write-ahead log of SQLite; its database lies beside it"),
          Map.entry(
              "\u00d9\u00d5\u0005\u00f9 \u00a1c\u00d7",
              "a rollback journal of SQLite; its database lies beside it"),
          Map.entry(
              "PGDMP", "a PostgreSQL dump in the custom form; pg_restore -f makes it plain text"),
          Map.entry("Salted__", "encrypted (OpenSSL)"),
          Map.entry("age-encryption.org/", "encrypted (age)"),
          Map.entry("-----BEGIN AGE ENCRYPTED", "encrypted (age)"),
          Map.entry("-----BEGIN PGP MESSAGE", "encrypted (OpenPGP)"),
          Map.entry("LUKS\u00ba\u00be", "an encrypted volume (LUKS)"),
          Map.entry("-----BEGIN", "a key or certificate"),
          Map.entry("\u007fELF", "a program"),
          Map.entry("MZ", "a program"),
          Map.entry("EVF\t", "a disk image (EWF)"),
          Map.entry("\u00d4\u00c3\u00b2\u00a1", "a network capture"),
          Map.entry("\n\r\r\n", "a network capture"));

  private static final List<String> SQL_STARTS =
      List.of(
          "-- mysql dump",
          "-- mariadb dump",
          "-- postgresql database",
          "-- adminer ",
          "-- phpmyadmin sql dump",
          "pragma foreign_keys=",
          "create unlogged table ",
          "create table ",
          "insert into ",
          "insert ignore into ",
          "replace into ",
          "drop table if exists");

  private static final int LOOKED_AT_LINES = 50;
  private static final String SQLITE = "SQLite format 3\0";
  private static final Pattern COPY =
      Pattern.compile("(?i)^COPY [^;]{1,4000} FROM stdin\\s*(;|WITH\\b|\\().*");

  private ContentJudge() {}

  /** Judges the first bytes of the content. */
  public static Content judge(byte[] head) {
    if (head.length == 0) {
      return new Content.Empty();
    }
    MediaKind media = MediaKind.ofFile(head, head.length);
    if (media != null) {
      return new Content.Media(media);
    }
    if (startsWith(head, SQLITE)) {
      return new Content.SqliteDatabase();
    }
    String known = signature(head);
    if (known != null) {
      return new Content.Unknown("it looks like " + known);
    }
    if (isUtf16(head)) {
      return CsvSniffer.isCsv(head)
          ? new Content.Csv()
          : new Content.Unknown("it is text of no known form");
    }
    if (isBinary(head)) {
      return new Content.Unknown("its bytes have no known form, it may be encrypted");
    }
    return judgeText(head);
  }

  private static Content judgeText(byte[] head) {
    String text = Text.of(head).value();
    int start = text.startsWith("\ufeff") ? 1 : 0;
    while (start < text.length() && text.charAt(start) <= ' ') {
      start++;
    }
    if (start == text.length()) {
      return new Content.Unknown("it holds nothing but blanks");
    }
    char first = text.charAt(start);
    if ((first == '{' || first == '[') && looksLikeJson(text, start)) {
      return new Content.Json();
    }
    List<String> lines = text.lines().limit(2000).toList();
    if (lines.stream().anyMatch(ContentJudge::startsSql)) {
      return new Content.SqlDump();
    }
    if (isAccessLog(lines)) {
      return new Content.AccessLog();
    }
    return CsvSniffer.isCsv(head)
        ? new Content.Csv()
        : new Content.Unknown("it is text of no known form");
  }

  private static boolean looksLikeJson(String text, int start) {
    int next = start + 1;
    while (next < text.length() && text.charAt(next) <= ' ') {
      next++;
    }
    return next == text.length()
        || "\"{}[]-0123456789tfn".indexOf(text.charAt(next)) >= 0
            && (text.charAt(start) == '[' || text.charAt(next) == '"' || text.charAt(next) == '}');
  }

  private static boolean startsSql(String line) {
    if (line.length() < 10) {
      return false;
    }
    String start = line.substring(0, Math.min(24, line.length())).toLowerCase(Locale.ROOT);
    return SQL_STARTS.stream().anyMatch(start::startsWith)
        || start.startsWith("copy ") && COPY.matcher(line).matches();
  }

  private static boolean startsWith(byte[] head, String signature) {
    byte[] wanted = signature.getBytes(StandardCharsets.ISO_8859_1);
    return head.length >= wanted.length
        && Arrays.equals(wanted, Arrays.copyOf(head, wanted.length));
  }

  private static boolean isAccessLog(List<String> lines) {
    List<String> sample =
        lines.stream().filter(line -> !line.isBlank()).limit(LOOKED_AT_LINES).toList();
    long requests = sample.stream().filter(AccessLogParser::isRequest).count();
    return requests > 0 && requests * 2 >= sample.size();
  }

  private static @org.jspecify.annotations.Nullable String signature(byte[] head) {
    String start = new String(head, 0, Math.min(32, head.length), StandardCharsets.ISO_8859_1);
    if (head.length > 262
        && new String(head, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar")) {
      return "a TAR archive";
    }
    String best = null;
    int longest = 0;
    for (Map.Entry<String, String> entry : SIGNATURES.entrySet()) {
      if (start.startsWith(entry.getKey()) && entry.getKey().length() > longest) {
        longest = entry.getKey().length();
        best = entry.getValue();
      }
    }
    return best;
  }

  private static boolean isUtf16(byte[] head) {
    return head.length >= 2
        && (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE
            || head[0] == (byte) 0xFE && head[1] == (byte) 0xFF);
  }

  /** Whether more than a tenth of the bytes are control characters or the lines never end. */
  private static boolean isBinary(byte[] head) {
    int control = 0;
    int high = 0;
    for (byte next : head) {
      if (next >= 0 && next < ' ' && next != '\n' && next != '\r' && next != '\t') {
        control++;
      } else if (next < 0) {
        high++;
      }
    }
    boolean invalid = high * 10 > head.length && Text.of(withoutTail(head)).isWindows1252();
    return control * 10 > head.length || invalid && control * 50 > head.length;
  }

  /** Without the last bytes, where a character may be cut. */
  private static byte[] withoutTail(byte[] head) {
    return Arrays.copyOf(head, Math.max(0, head.length - 4));
  }
}
