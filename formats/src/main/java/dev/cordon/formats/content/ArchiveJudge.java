package dev.cordon.formats.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells archives, and what is an archive inside: workbooks and other office documents. */
final class ArchiveJudge {

  private static final int HEADER_BYTES = 30;
  private static final int MOST_NAMES = 100;

  private ArchiveJudge() {}

  /** What kind of archive or document these first bytes begin, or null. */
  static @Nullable Content judge(byte[] head) {
    if (isTar(head)) {
      return new Content.Archive("TAR");
    }
    boolean zip = is(head, 0, 3, 4) || is(head, 0, 5, 6) || isSpanned(head);
    if (!zip) {
      return null;
    }
    List<String> names = names(head);
    if (!names.isEmpty() && names.getFirst().equals("mimetype")) {
      return new Content.Unknown("it looks like an OpenDocument or e-book file");
    }
    boolean office =
        names.stream()
            .anyMatch(name -> name.equals("[Content_Types].xml") || name.equals("_rels/.rels"));
    if (names.stream().anyMatch(name -> name.startsWith("xl/"))) {
      return new Content.Workbook();
    }
    return office
        ? new Content.Unknown("it looks like an office document that is no XLSX workbook")
        : new Content.Archive("ZIP");
  }

  private static boolean isSpanned(byte[] head) {
    return head.length > 8 && is(head, 0, '0', '0') && is(head, 4, 3, 4);
  }

  private static boolean is(byte[] head, int offset, int third, int fourth) {
    return head.length >= offset + 4
        && head[offset] == 'P'
        && head[offset + 1] == 'K'
        && head[offset + 2] == third
        && head[offset + 3] == fourth;
  }

  private static List<String> names(byte[] head) {
    List<String> names = new ArrayList<>();
    for (int place = 0; place + HEADER_BYTES < head.length && names.size() < MOST_NAMES; place++) {
      if (head[place] == 'P' && is(head, place, 3, 4)) {
        int length = head[place + 26] & 0xFF | (head[place + 27] & 0xFF) << 8;
        int end = Math.min(head.length, place + HEADER_BYTES + length);
        names.add(
            new String(
                head,
                place + HEADER_BYTES,
                end - place - HEADER_BYTES,
                StandardCharsets.ISO_8859_1));
      }
    }
    return names;
  }

  /** Whether the first block is a header whose sum fits; older ones have no signature. */
  private static boolean isTar(byte[] head) {
    if (head.length < 512 || head[0] == 0) {
      return false;
    }
    long stated = 0;
    int digits = 0;
    for (int index = 148; index < 156; index++) {
      if (head[index] >= '0' && head[index] <= '7') {
        stated = stated * 8 + head[index] - '0';
        digits++;
      } else if (head[index] != ' ' && head[index] != 0) {
        return false;
      }
    }
    long sum = 0;
    for (int index = 0; index < 512; index++) {
      sum += index >= 148 && index < 156 ? ' ' : head[index] & 0xFF;
    }
    return digits >= 3 && sum == stated;
  }
}
