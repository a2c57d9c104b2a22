package dev.cordon.intake;

import dev.cordon.keys.Aead;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The rows no reader gets: restricted by an order, or erased by one. The list lies beside the
 * records, in {@code FOLDER/hidden-rows} (a later key version {@code V} in {@code kV-hidden-rows}),
 * sealed under the operation's key; it says where rows stand and nothing of what they say.
 *
 * <p>Promises: what was written is read or fails by name; a list that is cut or changed does not
 * open, and then nothing opens. Immutable.
 *
 * @param restricted hidden until an order ends it; the records are there
 * @param erased for good; nothing brings them back into records or texts
 */
public record HiddenRows(RowSet restricted, RowSet erased) {

  /** Nothing is hidden. */
  public static final HiddenRows NONE = new HiddenRows(RowSet.NONE, RowSet.NONE);

  private static final String FILE = "hidden-rows";
  private static final String USE = "hidden rows";
  private static final byte[] CONTEXT = "cordon hidden rows 1".getBytes(StandardCharsets.US_ASCII);

  /** All of them. */
  public RowSet all() {
    return restricted.plus(erased);
  }

  /** The list of the vault in this folder; nothing where there is none. */
  static HiddenRows read(Path folder, VaultKey key) {
    for (int version : key.versions().reversed()) {
      Path file = file(folder, version);
      if (Files.exists(file)) {
        try {
          return open(Files.readAllBytes(file), new Aead(key.derive(version, USE)));
        } catch (IOException failure) {
          throw new UncheckedIOException("the list of hidden rows " + file + " is cut", failure);
        }
      }
    }
    return NONE;
  }

  /** Puts this list in the place of the one there was: the old or the new, never a part. */
  void write(Path folder, VaultKey key) throws IOException {
    int version = key.newest();
    byte[] sealed = new Aead(key.derive(version, USE)).seal(bytes(), CONTEXT);
    Path made = folder.resolve(FILE + ".new");
    Files.write(made, sealed);
    force(made);
    Files.move(
        made,
        file(folder, version),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    for (int older : key.versions()) {
      if (older != version) {
        Files.deleteIfExists(file(folder, older));
      }
    }
    force(folder);
  }

  private static Path file(Path folder, int version) {
    return folder.resolve(new Vault.Version(version).prefix() + FILE);
  }

  private byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(out, restricted);
      write(out, erased);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, RowSet rows) throws IOException {
    List<Origin> each = new ArrayList<>();
    rows.each(each::add);
    out.writeInt(each.size());
    for (Origin row : each) {
      out.writeLong(row.source().value().getMostSignificantBits());
      out.writeLong(row.source().value().getLeastSignificantBits());
      TextBlocks.text(out, row.table());
      out.writeLong(row.row());
    }
  }

  private static HiddenRows open(byte[] sealed, Aead aead) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(aead.open(sealed, CONTEXT)))) {
      return new HiddenRows(readRows(in), readRows(in));
    }
  }

  private static RowSet readRows(DataInputStream in) throws IOException {
    List<Origin> rows = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      SourceId source = new SourceId(new UUID(in.readLong(), in.readLong()));
      rows.add(new Origin(source, TextBlocks.text(in), in.readLong()));
    }
    return RowSet.of(rows);
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
