package dev.cordon.intake;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The keys of the rows of one source that may come again in another file, beside its records as
 * {@code identities/<group>}, encrypted: for each first row a 128-bit keyed digest, its table and
 * its number, in the order of reading. So that a later file, a retake or a restarted server decides
 * as the first run did, without reading the sources again.
 */
final class Identities {

  static final String FOLDER = "identities";

  private static final String USE = "identities";
  private static final int TABLE = 1;
  private static final int ROW = 0;

  private Identities() {}

  /** Told each row of a file of keys. */
  interface Rows {
    void row(long high, long low, String table, long row);
  }

  /** Gives the rows of one group of a source, in the order of reading; none when it has none. */
  static void read(Vault vault, Path records, SourceId source, String group, Rows rows)
      throws IOException {
    for (int version : vault.key().versions()) {
      Path file = file(records, version, group);
      if (Files.exists(file)) {
        try (InputStream sealed = Files.newInputStream(file);
            DataInputStream in =
                new DataInputStream(
                    new BufferedInputStream(
                        vault
                            .streaming(version, USE)
                            .newDecryptingStream(sealed, context(source, group)),
                        1 << 16))) {
          read(in, rows);
        } catch (GeneralSecurityException failure) {
          throw new IntakeException("the keys of source " + source + " cannot be opened", failure);
        }
      }
    }
  }

  private static void read(DataInputStream in, Rows rows) throws IOException {
    List<String> tables = new ArrayList<>();
    while (true) {
      int kind = in.read();
      if (kind < 0) {
        return;
      }
      if (kind == TABLE) {
        tables.add(table(in));
        continue;
      }
      long high = in.readLong();
      long low = in.readLong();
      int table = in.readInt();
      if (table < 0 || table >= tables.size()) {
        throw new EOFException("a key names table " + table + " of " + tables.size());
      }
      rows.row(high, low, tables.get(table), in.readLong());
    }
  }

  private static String table(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] name = length < 0 ? new byte[0] : in.readNBytes(length);
    if (name.length != length) {
      throw new EOFException("a table's name ends after " + name.length + " bytes");
    }
    return new String(name, StandardCharsets.UTF_8);
  }

  private static Path file(Path records, int version, String group) {
    return records.resolve(FOLDER).resolve(new Vault.Version(version).prefix() + group);
  }

  private static byte[] context(SourceId source, String group) {
    return (source + "/" + group).getBytes(StandardCharsets.US_ASCII);
  }

  /** Writes the keys of one group of a source. Not thread-safe. */
  static final class Writer implements AutoCloseable {

    private final MessageDigest digest = RecordDigest.sha256();
    private final DataOutputStream out;
    private final Map<String, Integer> tables = new HashMap<>();

    @SuppressWarnings("MustBeClosedChecker") // closed by close()
    Writer(Vault vault, Path records, SourceId source, String group) throws IOException {
      int version = vault.key().newest();
      Path file = file(records, version, group);
      Files.createDirectories(records.resolve(FOLDER));
      OutputStream plain = Files.newOutputStream(file);
      try {
        OutputStream sealed =
            vault.streaming(version, USE).newEncryptingStream(plain, context(source, group));
        this.out =
            new DataOutputStream(
                new java.security.DigestOutputStream(
                    new BufferedOutputStream(sealed, 1 << 16), digest));
      } catch (GeneralSecurityException failure) {
        plain.close();
        throw new IntakeException("the keys of source " + source + " cannot be sealed", failure);
      }
    }

    void add(long high, long low, String table, long row) throws IOException {
      Integer number = tables.get(table);
      if (number == null) {
        number = tables.size();
        tables.put(table, number);
        out.writeByte(TABLE);
        TextBlocks.text(out, table);
      }
      out.writeByte(ROW);
      out.writeLong(high);
      out.writeLong(low);
      out.writeInt(number);
      out.writeLong(row);
    }

    /** Closes the file; gives the SHA-256 of all that was added, as hex. */
    String finish() throws IOException {
      out.close();
      return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
