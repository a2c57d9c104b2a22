package dev.cordon.formats.reports;

import dev.cordon.formats.BoundedLines;
import dev.cordon.formats.LineSource;
import dev.cordon.formats.WideLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The files that a text report of XRY lists: UTF-16 or UTF-8; after some lines of head, blocks with
 * an empty line between them, whose first line is the section and a number ({@code Pictures # 1})
 * and whose others are fields ({@code Name: value}). A block that holds a digest, or a path, is a
 * file; others, as calls and messages, are passed over. The shape is that of public readers.
 */
final class XryText {

  private static final int LONGEST_LINE = 1 << 16;
  private static final Pattern TITLE = Pattern.compile("[^:#]{1,80}#\\s*\\d{1,9}\\s*");

  private XryText() {}

  /** Whether a file begins so. */
  static boolean isXry(byte[] head) {
    String text = new String(head, charset(head));
    return text.lines().limit(40).anyMatch(line -> TITLE.matcher(line).matches());
  }

  private static Charset charset(byte[] head) {
    if (isWide(head, 1)) {
      return StandardCharsets.UTF_16LE;
    }
    return isWide(head, 0) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
  }

  /** Whether most of the bytes at even or odd places are zero. */
  private static boolean isWide(byte[] head, int first) {
    int zeros = 0;
    for (int place = first; place < head.length; place += 2) {
      zeros += head[place] == 0 ? 1 : 0;
    }
    return head.length > 8 && zeros > head.length / 4;
  }

  static void read(InputStream stream, byte[] head, ReportHandler handler) throws IOException {
    Charset charset = charset(head);
    LineSource lines =
        charset.equals(StandardCharsets.UTF_8)
            ? new BoundedLines(stream, LONGEST_LINE)
            : new WideLines(stream, charset.equals(StandardCharsets.UTF_16BE), LONGEST_LINE, 0);
    FileDraft draft = new FileDraft();
    boolean isBlock = false;
    boolean goesOn = true;
    for (BoundedLines.Line line = lines.next(); line != null && goesOn; line = lines.next()) {
      String text = new String(line.bytes(), StandardCharsets.UTF_8).replace("\ufeff", "");
      if (line.isDropped()) {
        handler.broken(
            "line " + line.position().line() + " of the report is longer than " + LONGEST_LINE);
      } else if (text.isBlank()) {
        goesOn = !isBlock || end(draft, handler);
        isBlock = false;
      } else if (TITLE.matcher(text).matches()) {
        goesOn = !isBlock || end(draft, handler);
        draft.clear();
        isBlock = true;
      } else if (isBlock) {
        field(draft, text);
      }
    }
    if (isBlock && goesOn) {
      end(draft, handler);
    }
  }

  private static void field(FileDraft draft, String text) {
    int colon = text.indexOf(':');
    if (colon > 0) {
      draft.take(text.substring(0, colon), text.substring(colon + 1));
    }
  }

  /** Hands the file on, where the block was one; false where the handler has enough. */
  private static boolean end(FileDraft draft, ReportHandler handler) {
    ReportFile file = draft.end();
    boolean isFile = file.hasDigest() || file.name().contains("/") || file.name().contains("\\");
    return !isFile || handler.file(file);
  }
}
