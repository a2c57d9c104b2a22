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
import org.jspecify.annotations.Nullable;

/** Judges what a file is by the first bytes of its unpacked content; the name plays no part. */
public final class ContentJudge {

  /** How many bytes are looked at. */
  public static final int HEAD_BYTES = 1 << 16;

  private static final Map<String, String> SIGNATURES =
      Map.ofEntries(
          Map.entry("7z\u00bc\u00af", "a 7-Zip archive, which cannot be read as a stream"),
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

  private static final Pattern TIP_ROOT =
      Pattern.compile("<(?:\\w+:)?(report|reports|fileDetails|cyberTipReport)[\\s>]");

  private static final List<String> TIP_PARTS =
      List.of("incidentSummary", "personOrUserReported", "fileDetails", "originalFileHash");

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
    Content archive = ArchiveJudge.judge(head);
    if (archive != null) {
      return archive;
    }
    String known = signature(head);
    if (known != null) {
      return new Content.Unknown("it looks like " + known);
    }
    CharsetJudge.Verdict verdict = CharsetJudge.judge(head);
    if (verdict.isWide()) {
      return judgeWide(head, verdict);
    }
    if (isBinary(head)) {
      return new Content.Unknown("its bytes have no known form, it may be encrypted");
    }
    return judgeText(head);
  }

  private static Content judgeWide(byte[] head, CharsetJudge.Verdict verdict) {
    int mark = verdict.markBytes();
    String text = new String(head, mark, head.length - mark, verdict.charset());
    Content json = json(text, firstSign(text));
    if (json != null) {
      return json;
    }
    if (isTip(text)) {
      return new Content.TipReport();
    }
    return CsvSniffer.isCsv(head)
        ? new Content.Csv()
        : new Content.Unknown("it is text of no known form");
  }

  private static int firstSign(String text) {
    int start = text.startsWith("\ufeff") ? 1 : 0;
    while (start < text.length() && text.charAt(start) <= ' ') {
      start++;
    }
    return start;
  }

  private static @Nullable Content json(String text, int start) {
    if (start == text.length() || text.charAt(start) != '{' && text.charAt(start) != '[') {
      return null;
    }
    if (isJsonLines(text)) {
      return new Content.JsonLines();
    }
    return looksLikeJson(text, start) ? new Content.Json() : null;
  }

  /** Whether the first two lines that are not blank are objects, each whole in its line. */
  private static boolean isJsonLines(String text) {
    List<String> lines =
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).limit(2).toList();
    return lines.size() == 2
        && lines.getFirst().startsWith("{")
        && lines.getFirst().endsWith("}")
        && lines.getLast().startsWith("{");
  }

  private static boolean isTip(String text) {
    int start = firstSign(text);
    return start < text.length()
        && text.charAt(start) == '<'
        && TIP_ROOT.matcher(text).find()
        && TIP_PARTS.stream().anyMatch(text::contains);
  }

  private static Content judgeText(byte[] head) {
    String text = Text.of(head).value();
    int start = firstSign(text);
    if (start == text.length()) {
      return new Content.Unknown("it holds nothing but blanks");
    }
    Content json = json(text, start);
    if (json != null) {
      return json;
    }
    if (isTip(text)) {
      return new Content.TipReport();
    }
    List<String> lines = text.lines().limit(2000).toList();
    if (lines.stream().anyMatch(ContentJudge::startsSql)) {
      return new Content.SqlDump();
    }
    if (lines.stream().limit(10).anyMatch(line -> line.startsWith("#Fields: "))) {
      return new Content.W3cLog();
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

  private static @Nullable String signature(byte[] head) {
    String start = new String(head, 0, Math.min(32, head.length), StandardCharsets.ISO_8859_1);
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
