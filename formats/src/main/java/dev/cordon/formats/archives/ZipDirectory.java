package dev.cordon.formats.archives;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds the local headers met against the directory at the archive's end. Remarks name members by
 * their place: a name is sealed text.
 */
final class ZipDirectory {

  private static final int ENTRY = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int MORE = 0x08064b50;
  private static final int MOST_REMARKS = 20;
  private static final long UNKNOWN = 0xFFFFFFFFL;

  private record Met(int nameHash, int method, long crc, long size, boolean described) {}

  private final Map<Long, Met> met = new HashMap<>();
  private final List<String> remarks = new ArrayList<>();
  private int unsaid;
  private int entries;

  void met(ZipMember member) {
    met.put(
        member.offset(),
        new Met(
            member.name().hashCode(),
            member.method(),
            member.crc(),
            member.size(),
            member.hasDescriptor()));
  }

  List<String> remarks() {
    if (unsaid > 0) {
      remarks.add("and " + unsaid + " further disagreements of that kind");
      unsaid = 0;
    }
    return remarks;
  }

  /** The archive ends without a directory. */
  void missing() {
    remark("the archive ends without its directory");
  }

  /** Reads the directory ahead; throws where no directory stands here. */
  void read(Source source) throws IOException {
    boolean any = false;
    while (source.has(4)) {
      int signature = (int) source.number(0, 4);
      switch (signature) {
        case ENTRY -> entry(source);
        case END_64 -> {
          source.bytes(4);
          source.skip(Math.max(0, Source.number(source.bytes(8), 0, 8)));
        }
        case LOCATOR_64 -> source.skip(20);
        case MORE -> {
          source.bytes(4);
          source.skip(Source.number(source.bytes(4), 0, 4));
        }
        case END -> {
          end(source);
          return;
        }
        default -> {
          if (any) {
            throw new IOException("its directory is damaged at byte " + source.offset());
          }
          throw new IOException("is no longer a ZIP archive from byte " + source.offset());
        }
      }
      any = true;
    }
    remark("the archive ends within its directory");
  }

  private void end(Source source) throws IOException {
    byte[] end = source.bytes(22);
    source.skip(Source.number(end, 20, 2));
    if (!met.isEmpty()) {
      remark(met.size() + " members stand in the archive that its directory does not name");
    }
    if (source.has(1)) {
      remark("bytes follow after the end of the archive, from byte " + source.offset());
    }
  }

  private void entry(Source source) throws IOException {
    byte[] fixed = source.bytes(46);
    String name = Source.text(source.bytes((int) Source.number(fixed, 28, 2)));
    byte[] extra = source.bytes((int) Source.number(fixed, 30, 2));
    source.skip(Source.number(fixed, 32, 2));
    long size = Source.number(fixed, 24, 4);
    long offset = Source.number(fixed, 42, 4);
    byte[] large = ZipMember.zip64(extra);
    if (large != null) {
      int place = 0;
      if (size == UNKNOWN && large.length >= 8) {
        size = Source.number(large, 0, 8);
        place = 8;
      }
      place += Source.number(fixed, 20, 4) == UNKNOWN ? 8 : 0;
      if (offset == UNKNOWN && large.length >= place + 8) {
        offset = Source.number(large, place, 8);
      }
    }
    entries++;
    compare(name, fixed, size, offset);
  }

  private void compare(String name, byte[] fixed, long size, long offset) {
    Met local = met.remove(offset);
    if (local == null) {
      remark("the directory names a member where none stands: its entry " + entries);
      return;
    }
    if (local.nameHash != name.hashCode()) {
      remark("directory and header give different names to the member at byte " + offset);
    }
    boolean differs =
        local.method != Source.number(fixed, 10, 2)
            || !local.described && (local.size != size || local.crc != Source.number(fixed, 16, 4));
    if (differs) {
      remark(
          "directory and header of the member at byte "
              + offset
              + " differ in size, packing or check value");
    }
  }

  private void remark(String remark) {
    if (remarks.size() < MOST_REMARKS) {
      remarks.add(remark);
    } else {
      unsaid++;
    }
  }
}
