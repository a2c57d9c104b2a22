package dev.cordon.bench;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * Lines of an invented inventory, made as they are read. One file in a hundred lies on every
 * exhibit; three in ten are pictures with a code, of which every twentieth is like two others.
 */
final class InventedInventory extends InputStream {

  private final long exhibit;
  private final long files;
  private long next = 1;
  private byte[] line = new byte[0];
  private int place;

  InventedInventory(long exhibit, long files) {
    this.exhibit = exhibit;
    this.files = files;
  }

  /** The digest of a file of an exhibit. */
  static String sha256(long exhibit, long file) {
    return file % 100 == 0 ? hex(0, file) : hex(exhibit, file);
  }

  @Override
  public int read() {
    return isAtEnd() ? -1 : line[place++] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    if (isAtEnd()) {
      return -1;
    }
    int part = Math.min(length, line.length - place);
    System.arraycopy(line, place, bytes, offset, part);
    place += part;
    return part;
  }

  private boolean isAtEnd() {
    if (place == line.length && next <= files) {
      line = line(next++).getBytes(StandardCharsets.UTF_8);
      place = 0;
    }
    return place == line.length;
  }

  private String line(long file) {
    String read =
        "{\"item\":%d,\"place\":\"file %d\",\"state\":\"present\",\"size\":%d,\"sha256\":\"%s\""
            .formatted(file, file, 1000 + file, sha256(exhibit, file));
    if (file % 10 >= 3) {
      return read + ",\"reason\":\"not media\"}\n";
    }
    String taken = file % 30 == 1 ? ",\"marks\":{\"taken_says\":\"2026-05-01T10:00:00\"}" : "";
    long code = file % 200 == 1 ? file / 600 : file;
    return read
        + ",\"format\":\"jpeg\",\"width\":4000,\"height\":3000,\"decode_path\":\"jpeg-1/4\""
        + ",\"pdq_quality\":100,\"pdq\":\""
        + hex(1_000_000 + exhibit, code)
        + "\""
        + taken
        + "}\n";
  }

  private static String hex(long kind, long number) {
    SplittableRandom random = new SplittableRandom(kind * 0x9E3779B97F4A7C15L + number);
    return "%016x%016x%016x%016x"
        .formatted(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }
}
