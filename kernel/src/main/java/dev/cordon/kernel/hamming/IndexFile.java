package dev.cordon.kernel.hamming;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cordon.kernel.KernelException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * An index as a file: a page of 4096 bytes that says what follows, then the segments as {@link
 * Layout} has them, each at a multiple of 4096 bytes. All numbers little-endian.
 *
 * <pre>
 *   0  8 bytes  "CRDHAM01"
 *   8  long     length of the file
 *  16  int      number of segments, at most 128
 *  20  segments: int codes, int chunks (0: no tables), long offset, int CRC-32C of the segment
 *      zeros
 * 4092 int      CRC-32C of the page before it
 * </pre>
 */
final class IndexFile {

  private static final byte[] MAGIC = {'C', 'R', 'D', 'H', 'A', 'M', '0', '1'};
  private static final int PAGE = 4096;
  private static final int CHECKED = PAGE - Integer.BYTES;
  private static final int MOST_SEGMENTS = 128;
  private static final int SLICE = 1 << 26;

  private IndexFile() {}

  static void write(Path file, List<Segment> segments) throws IOException {
    if (segments.size() > MOST_SEGMENTS) {
      throw new KernelException(
          segments.size() + " segments do not fit into a file of at most " + MOST_SEGMENTS);
    }
    Path parent = file.toAbsolutePath().getParent();
    Path part = Files.createTempFile(parent, "." + file.getFileName(), ".part");
    try {
      try (FileChannel channel =
          FileChannel.open(part, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
        write(channel, segments);
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void write(FileChannel channel, List<Segment> segments) throws IOException {
    ByteBuffer page = ByteBuffer.allocate(PAGE).order(ByteOrder.LITTLE_ENDIAN);
    page.put(MAGIC).putLong(0).putInt(segments.size());
    long offset = PAGE;
    for (Segment segment : segments) {
      page.putInt(segment.count()).putInt(segment.layout().chunks().count()).putLong(offset);
      page.putInt(checksum(segment.memory()));
      for (ByteBuffer slice : slices(segment.memory())) {
        offset += slice.remaining();
        writeAll(channel, slice, offset - slice.remaining());
      }
      offset = (offset + PAGE - 1) / PAGE * PAGE;
    }
    // The last segment ends at a whole page too, so that a cut anywhere shows in the length.
    writeAll(channel, ByteBuffer.allocate(1), Math.max(offset, PAGE + 1L) - 1);
    page.putLong(MAGIC.length, Math.max(offset, PAGE + 1L));
    page.putInt(CHECKED, checksum(page.array()));
    writeAll(channel, page.clear(), 0);
  }

  private static void writeAll(FileChannel channel, ByteBuffer bytes, long offset)
      throws IOException {
    long at = offset;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
  }

  static List<Segment> open(Path file) {
    List<Segment> segments = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      readSegments(file, channel, segments);
      return segments;
    } catch (IOException unreadable) {
      segments.forEach(Segment::close);
      throw refused(file, "can not be read: " + unreadable);
    } catch (KernelException damaged) {
      segments.forEach(Segment::close);
      throw damaged;
    }
  }

  private static void readSegments(Path file, FileChannel channel, List<Segment> segments)
      throws IOException {
    ByteBuffer page = readPage(file, channel);
    int count = page.getInt(MAGIC.length + Long.BYTES);
    if (count < 0 || count > MOST_SEGMENTS) {
      throw refused(file, "claims " + count + " segments; at most " + MOST_SEGMENTS + " can be");
    }
    page.position(MAGIC.length + Long.BYTES + Integer.BYTES);
    long end = PAGE;
    for (int number = 0; number < count; number++) {
      String name = "segment " + (number + 1) + " of " + count;
      Layout layout = layout(file, name, page.getInt(), page.getInt());
      long offset = page.getLong();
      if (offset != end || layout.size() > channel.size() - offset) {
        throw refused(file, name + " does not lie where it must");
      }
      segments.add(map(channel, offset, layout));
      check(file, name, segments.getLast(), page.getInt());
      end = (offset + layout.size() + PAGE - 1) / PAGE * PAGE;
    }
  }

  private static ByteBuffer readPage(Path file, FileChannel channel) throws IOException {
    ByteBuffer page = ByteBuffer.allocate(PAGE).order(ByteOrder.LITTLE_ENDIAN);
    while (page.hasRemaining() && channel.read(page) >= 0) {
      // Reads until the page is full or the file ends.
    }
    if (page.hasRemaining()) {
      throw refused(file, "has only " + page.position() + " bytes and no index begins so short");
    }
    page.flip();
    if (!Arrays.equals(Arrays.copyOf(page.array(), MAGIC.length), MAGIC)) {
      throw refused(file, "is no index: it does not begin with " + new String(MAGIC, US_ASCII));
    }
    if (page.getInt(CHECKED) != checksum(page.array())) {
      throw refused(file, "is damaged: its first page has another checksum than it names");
    }
    if (page.getLong(MAGIC.length) != channel.size()) {
      throw refused(
          file, "has " + channel.size() + " bytes and should have " + page.getLong(MAGIC.length));
    }
    return page;
  }

  private static Layout layout(Path file, String name, int codes, int chunks) {
    boolean possible =
        chunks == 0 || (chunks >= Layout.FEWEST_CHUNKS && chunks <= Layout.MOST_CHUNKS);
    if (codes < 1 || codes > Layout.MOST_CODES || !possible) {
      throw refused(file, name + " claims " + codes + " codes in " + chunks + " chunks");
    }
    return new Layout(codes, chunks);
  }

  @SuppressWarnings("MustBeClosedChecker") // The segment closes it.
  private static Segment map(FileChannel channel, long offset, Layout layout) throws IOException {
    Arena arena = Arena.ofShared();
    try {
      return new Segment(
          arena, channel.map(FileChannel.MapMode.READ_ONLY, offset, layout.size(), arena), layout);
    } catch (IOException | RuntimeException failed) {
      arena.close();
      throw failed;
    }
  }

  private static void check(Path file, String name, Segment segment, int checksum) {
    if (checksum(segment.memory()) != checksum) {
      throw refused(file, "is damaged: " + name + " has another checksum than it names");
    }
    for (int chunk = 0; chunk < segment.layout().chunks().count(); chunk++) {
      if (!segment.isOrderly(chunk)) {
        throw refused(file, name + ": the table of chunk " + (chunk + 1) + " is not in order");
      }
    }
  }

  private static KernelException refused(Path file, String why) {
    return new KernelException("the index " + file + " " + why);
  }

  private static int checksum(byte[] page) {
    CRC32C sum = new CRC32C();
    sum.update(page, 0, CHECKED);
    return (int) sum.getValue();
  }

  private static int checksum(MemorySegment memory) {
    CRC32C sum = new CRC32C();
    slices(memory).forEach(sum::update);
    return (int) sum.getValue();
  }

  private static List<ByteBuffer> slices(MemorySegment memory) {
    List<ByteBuffer> slices = new ArrayList<>();
    for (long from = 0; from < memory.byteSize(); from += SLICE) {
      slices.add(memory.asSlice(from, Math.min(SLICE, memory.byteSize() - from)).asByteBuffer());
    }
    return slices;
  }
}
