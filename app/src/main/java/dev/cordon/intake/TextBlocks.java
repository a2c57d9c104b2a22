package dev.cordon.intake;

import com.github.luben.zstd.Zstd;
import dev.cordon.keys.Aead;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The form of sealed texts on disk. A run holds texts in the order of table, thread, time, row, in
 * blocks of about 64 KiB, each compressed and sealed for its source, run and place; its index says
 * where each block begins and which threads the run holds. So a thread is read from a few blocks,
 * and memory is bounded by one run while writing and one block while reading.
 */
final class TextBlocks {

  static final String FOLDER = "texts";
  static final String USE = "texts";
  static final int INDEX = -1;

  private static final int ZSTD_LEVEL = 1;
  private static final int MOST_BLOCK_BYTES = 1 << 30;
  private static final long NO_TIME = Long.MIN_VALUE;

  private TextBlocks() {}

  /** The name of a run's two files, without their endings. */
  static String runName(int version, int run) {
    return new Vault.Version(version).prefix() + "run-" + run;
  }

  static byte[] seal(byte[] plain, Aead aead, SourceId source, int run, int block) {
    byte[] packed = Zstd.compress(plain, ZSTD_LEVEL);
    ByteArrayOutputStream whole = new ByteArrayOutputStream(packed.length + Integer.BYTES);
    try (DataOutputStream out = new DataOutputStream(whole)) {
      out.writeInt(plain.length);
      out.write(packed);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return aead.seal(whole.toByteArray(), context(source, run, block));
  }

  static DataInputStream open(byte[] sealed, Aead aead, SourceId source, int run, int block)
      throws IOException {
    byte[] whole = aead.open(sealed, context(source, run, block));
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(whole))) {
      int size = in.readInt();
      if (size < 0 || size > MOST_BLOCK_BYTES) {
        throw new IOException("a block of texts says it has " + size + " bytes");
      }
      byte[] plain = new byte[size];
      long length =
          Zstd.decompressByteArray(
              plain, 0, size, whole, Integer.BYTES, whole.length - Integer.BYTES);
      if (Zstd.isError(length) || length != size) {
        throw new IOException("a block of texts does not unfold to its size");
      }
      return new DataInputStream(new ByteArrayInputStream(plain));
    }
  }

  static void write(DataOutputStream out, SealedText text) throws IOException {
    text(out, text.origin().table());
    out.writeLong(text.origin().row());
    text(out, text.kind());
    out.writeBoolean(text.account() != null);
    if (text.account() != null) {
      text(out, text.account());
    }
    text(out, text.thread());
    text(out, text.key());
    time(out, text.at());
    text(out, text.text());
  }

  /** A text as its block holds it. */
  static byte[] bytes(SealedText text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(new DataOutputStream(bytes), text);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return bytes.toByteArray();
  }

  static SealedText read(DataInputStream in, SourceId source) throws IOException {
    String table = text(in);
    Origin origin = new Origin(source, table, in.readLong());
    String kind = text(in);
    String account = in.readBoolean() ? text(in) : null;
    return new SealedText(origin, kind, account, text(in), text(in), time(in), text(in));
  }

  static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("a text says it has " + length + " bytes");
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static void time(DataOutputStream out, @Nullable Instant at) throws IOException {
    out.writeLong(at == null ? NO_TIME : ChronoUnit.MICROS.between(Instant.EPOCH, at));
  }

  static @Nullable Instant time(DataInputStream in) throws IOException {
    long micros = in.readLong();
    return micros == NO_TIME ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static byte[] context(SourceId source, int run, int block) {
    return ("cordon texts " + source + " " + run + " " + block).getBytes(StandardCharsets.US_ASCII);
  }
}
