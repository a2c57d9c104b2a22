package dev.cordon.intake;

import dev.cordon.keys.Aead;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The sealed list of an archive's members. The one gate to their names: who reads must be allowed
 * to. A list that was cut or changed does not open.
 */
public final class MemberList {

  static final String FOLDER = "members";
  static final String USE = "members";
  static final int RUN = 0;

  private static final int MOST_NAMES = 16;
  private static final int MOST_BLOCK_BYTES = 16 << 20;

  private MemberList() {}

  static String fileName(int version) {
    return new Vault.Version(version).prefix() + "list";
  }

  /** Whether the source is an archive whose members are listed. */
  static boolean isThere(Vault vault, SourceId source) {
    return vault.key().versions().stream()
        .anyMatch(version -> Files.exists(file(vault, source, version)));
  }

  private static Path file(Vault vault, SourceId source, int version) {
    return vault.records(source).resolve(FOLDER).resolve(fileName(version));
  }

  /**
   * Gives the members of a source in the order of the walk; stops early when told so. A source that
   * is no archive has none.
   */
  public static void read(
      Vault vault, SourceId source, RecordPermission permission, Predicate<SealedMember> more)
      throws IOException {
    permission.require();
    for (int version : vault.key().versions()) {
      Path file = file(vault, source, version);
      if (Files.exists(file)) {
        read(file, source, new Aead(vault.key().derive(version, USE)), more);
        return;
      }
    }
  }

  private static void read(Path file, SourceId source, Aead aead, Predicate<SealedMember> more)
      throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      long left = Files.size(file);
      long members = 0;
      for (int block = 1; left > 0; block++) {
        byte[] sealed = sealed(in, left);
        left -= sealed.length + Integer.BYTES;
        if (left == 0) {
          end(sealed, aead, source, members);
          return;
        }
        try (DataInputStream plain = TextBlocks.open(sealed, aead, source, RUN, block)) {
          while (plain.available() > 0) {
            members++;
            if (!more.test(member(plain))) {
              return;
            }
          }
        }
      }
    }
    throw new EOFException("the list of members of source " + source + " is cut");
  }

  private static byte[] sealed(DataInputStream in, long left) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MOST_BLOCK_BYTES || length > left - Integer.BYTES) {
      throw new IOException("a block of the list of members says it has " + length + " bytes");
    }
    byte[] sealed = new byte[length];
    in.readFully(sealed);
    return sealed;
  }

  private static void end(byte[] sealed, Aead aead, SourceId source, long members)
      throws IOException {
    try (DataInputStream last = TextBlocks.open(sealed, aead, source, RUN, TextBlocks.INDEX)) {
      if (last.readLong() != members) {
        throw new IOException("the list of members of source " + source + " is not whole");
      }
    }
  }

  static void write(DataOutputStream out, SealedMember member) throws IOException {
    out.writeInt(member.place());
    out.writeInt(member.names().size());
    for (String name : member.names()) {
      TextBlocks.text(out, name);
    }
    optional(out, member.linkTarget());
    out.writeLong(member.size());
    optional(out, member.sha256());
    out.writeLong(member.headerOffset());
    TextBlocks.text(out, member.content());
    optional(out, member.damage());
  }

  private static SealedMember member(DataInputStream in) throws IOException {
    int place = in.readInt();
    int count = in.readInt();
    if (count < 1 || count > MOST_NAMES) {
      throw new IOException("a member says it stands in " + count + " archives");
    }
    List<String> names = new ArrayList<>(count);
    for (int index = 0; index < count; index++) {
      names.add(TextBlocks.text(in));
    }
    return new SealedMember(
        place,
        names,
        optional(in),
        in.readLong(),
        optional(in),
        in.readLong(),
        TextBlocks.text(in),
        optional(in));
  }

  private static void optional(DataOutputStream out, @Nullable String text) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      TextBlocks.text(out, text);
    }
  }

  private static @Nullable String optional(DataInputStream in) throws IOException {
    return in.readBoolean() ? TextBlocks.text(in) : null;
  }
}
