package dev.cordon.formats.lists;

import dev.cordon.formats.Position;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a list made while it is read, of as many bytes as said, and prints what came of it. */
final class EndlessList {

  private EndlessList() {}

  public static void main(String[] arguments) throws IOException {
    long[] count = new long[2];
    ListOutcome outcome =
        HashLists.read(
            new Rows(Long.parseLong(arguments[0])),
            null,
            new ListHandler() {
              @Override
              public void entry(ListEntry entry) {
                count[0]++;
              }

              @Override
              public void broken(Position position, String reason) {
                count[1]++;
              }
            });
    System.out.println(outcome.form() + " " + count[0] + " " + count[1]);
  }

  /** A VICS list; each thousandth row has a broken hash. */
  private static final class Rows extends InputStream {

    private final long bytes;
    private long told;
    private long row;
    private boolean isEnded;
    private byte[] piece =
        "{\"@odata.context\":\"http://github.com/VICSDATAMODEL/ProjectVic/DataModels/2.0.xml/UK/$metadata#Media\",\"value\":["
            .getBytes(StandardCharsets.US_ASCII);
    private int at;

    Rows(long bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (at == piece.length && !next()) {
        return -1;
      }
      int count = Math.min(length, piece.length - at);
      System.arraycopy(piece, at, into, from, count);
      at += count;
      told += count;
      return count;
    }

    private boolean next() {
      if (isEnded) {
        return false;
      }
      isEnded = told >= bytes;
      String md5 = row % 1000 == 999 ? "broken" : "%032x".formatted(row + 1);
      String text =
          "%s{\"MediaID\":%d,\"MD5\":\"%s\",\"Category\":1,\"Tags\":\"%s\"}"
              .formatted(row == 0 ? "" : ",", row, md5, "x".repeat(400));
      piece = (isEnded ? "]}" : text).getBytes(StandardCharsets.US_ASCII);
      row += isEnded ? 0 : 1;
      at = 0;
      return true;
    }
  }
}
