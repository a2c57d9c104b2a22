package dev.cordon.formats.archives;

import com.github.luben.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.XZInputStream;

/** The content of one member: unpacked, counted, held against its check value. */
final class ZipContent extends InputStream {

  private static final int MEMORY_KIB = 96 << 10;

  private final InputStream unpacked;
  private final InputStream packed;
  private final ZipMember member;
  private final CRC32 checksum = new CRC32();
  private long count;
  private boolean ended;

  private ZipContent(InputStream unpacked, InputStream packed, ZipMember member) {
    this.unpacked = unpacked;
    this.packed = packed;
    this.member = member;
  }

  static ZipContent of(Source source, ZipMember member) throws IOException {
    if (member.method() == ZipMember.DEFLATED) {
      InputStream inflated = new Inflated(source, member);
      return new ZipContent(inflated, inflated, member);
    }
    InputStream bounded = bytes(source, member);
    InputStream unpacked =
        switch (member.method()) {
          case ZipMember.STORED -> bounded;
          case ZipMember.DEFLATED_64 -> new Deflate64CompressorInputStream(bounded);
          case ZipMember.BZIP2 -> new BZip2CompressorInputStream(bounded);
          case ZipMember.ZSTANDARD -> new ZstdInputStream(bounded);
          case ZipMember.XZ -> new XZInputStream(bounded, MEMORY_KIB);
          case ZipMember.LZMA -> lzma(bounded, member);
          default -> throw new IOException("is packed by an unknown method");
        };
    return new ZipContent(unpacked, bounded, member);
  }

  /** The content as it lies packed, to be passed over. */
  static ZipContent packed(Source source, ZipMember member) {
    boolean inflates = member.method() == ZipMember.DEFLATED && !member.isEncrypted();
    InputStream bytes =
        inflates && member.isLengthUnknown() ? new Inflated(source, member) : bytes(source, member);
    return new ZipContent(bytes, bytes, member);
  }

  private static InputStream bytes(Source source, ZipMember member) {
    return member.isLengthUnknown()
        ? new ZipUntilDescriptor(source, member.method() == 0 && !member.isEncrypted())
        : new Bounded(source, member.packedSize());
  }

  private static InputStream lzma(InputStream bounded, ZipMember member) throws IOException {
    byte[] head = bounded.readNBytes(9);
    if (head.length < 9 || Source.number(head, 2, 2) != 5) {
      throw new IOException("has no readable LZMA header");
    }
    boolean marked = (member.flags() & 2) != 0;
    int dictionary = (int) Source.number(head, 5, 4);
    if (LZMAInputStream.getMemoryUsage(dictionary, head[4]) > MEMORY_KIB) {
      throw new IOException("asks for more memory to unpack than is given");
    }
    return new LZMAInputStream(bounded, marked ? -1 : member.size(), head[4], dictionary);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = unpacked.read(target, offset, length);
    if (read > 0) {
      count += read;
      checksum.update(target, offset, read);
    } else if (read < 0) {
      ended = true;
    }
    return read;
  }

  /** What does not fit once the content is at its end. */
  @Nullable String remark() {
    if (!ended || member.hasDescriptor() && member.crc() == 0 && member.isLengthUnknown()) {
      return null;
    }
    if (count != member.size()) {
      return "holds " + count + " bytes, its header says " + member.size();
    }
    return checksum.getValue() == member.crc() ? null : "does not fit its check value";
  }

  /** Passes over the rest of the packed bytes. */
  void finish() throws IOException {
    byte[] chunk = new byte[1 << 13];
    while (packed.read(chunk, 0, chunk.length) >= 0) {
      count = -1;
    }
    if (packed instanceof Inflated inflated) {
      inflated.passOver();
    }
  }

  /** So many bytes of the archive. */
  private static final class Bounded extends InputStream {

    private final Source source;
    private long left;

    Bounded(Source source, long length) {
      this.source = source;
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int read = source.read(target, offset, (int) Math.min(left, length));
      if (read < 0) {
        throw new EOFException();
      }
      left -= read;
      return read;
    }
  }

  /** Deflated bytes, whose end the packing itself tells. */
  private static final class Inflated extends InputStream {

    private final Source source;
    private final Inflater inflater = new Inflater(true);
    private final long limit;
    private long taken;
    private boolean done;

    Inflated(Source source, ZipMember member) {
      this.source = source;
      this.limit = member.isLengthUnknown() ? Long.MAX_VALUE : member.packedSize();
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      while (!done && length > 0) {
        int read = inflate(target, offset, length);
        if (read > 0) {
          return read;
        }
        if (inflater.finished()) {
          int back = inflater.getRemaining();
          source.giveBack(back);
          taken -= back;
          done = true;
          inflater.end();
        } else if (inflater.needsInput()) {
          feed();
        } else {
          throw new IOException("needs a dictionary");
        }
      }
      return length == 0 ? 0 : -1;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
      try {
        return inflater.inflate(target, offset, length);
      } catch (DataFormatException damaged) {
        throw new IOException(damaged);
      }
    }

    private void feed() throws IOException {
      int at = (int) Math.min(source.atHand(), limit - taken);
      if (at == 0) {
        throw new EOFException();
      }
      inflater.setInput(source.buffer(), source.place(), at);
      source.take(at);
      taken += at;
    }

    void passOver() throws IOException {
      if (limit != Long.MAX_VALUE && taken < limit) {
        source.skip(limit - taken);
        taken = limit;
      }
    }
  }
}
