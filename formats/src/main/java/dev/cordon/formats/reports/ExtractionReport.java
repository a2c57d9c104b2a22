package dev.cordon.formats.reports;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.sheets.WorkbookSource;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads a report of a phone extraction as a stream: the files it lists and nothing else. A table
 * needs a column of a path or name and one of digests. Memory does not grow with its length.
 */
public final class ExtractionReport {

  static final String NONE =
      "is no report of a phone extraction: neither XML of UFED, nor text of XRY, nor a table or"
          + " workbook with a column md5, sha1 or sha256";

  private static final int HEAD_BYTES = 4096;

  private ExtractionReport() {}

  /** Whether a file that begins so is a report in XML. */
  public static boolean isXml(byte[] head, int length) {
    String text = new String(head, 0, Math.min(length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
    String plain = text.replace("\0", "");
    return plain.contains("<project") && plain.contains("cellebrite.com/report");
  }

  /**
   * Reads to the end, or until the handler has enough.
   *
   * @param source opened once, and a second time where it is a workbook
   * @throws FormatException where it is no report, with the reason
   */
  public static void read(WorkbookSource source, ReportHandler handler) throws IOException {
    try (InputStream stream = source.open()) {
      BufferedInputStream held = new BufferedInputStream(stream, 1 << 16);
      held.mark(HEAD_BYTES + 1);
      byte[] head = held.readNBytes(HEAD_BYTES);
      held.reset();
      if (isXml(head, head.length)) {
        UfedReport.read(held, handler);
      } else if (isZip(head)) {
        WorkbookReport.read(source, handler);
      } else if (XryText.isXry(head)) {
        XryText.read(held, head, handler);
      } else {
        TableReport.read(held, head, handler);
      }
    }
  }

  private static boolean isZip(byte[] head) {
    return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
  }
}
