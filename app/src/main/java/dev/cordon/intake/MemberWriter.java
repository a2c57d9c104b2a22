package dev.cordon.intake;

import dev.cordon.formats.archives.ArchiveMember;
import dev.cordon.formats.archives.MemberFinding;
import dev.cordon.intake.internal.MemberSink;
import dev.cordon.keys.Aead;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Seals the list of an archive's members as {@code FOLDER/members/list}, in blocks like texts; the
 * last block says how many there are. Nothing is written in the clear, no file without a member.
 * Not thread-safe.
 */
final class MemberWriter implements MemberSink, AutoCloseable {

  private static final int BLOCK_BYTES = 64 << 10;

  private final Path folder;
  private final SourceId source;
  private final VaultKey key;
  private @Nullable Blocks blocks;

  MemberWriter(Path folder, SourceId source, VaultKey key) {
    this.folder = folder.resolve(MemberList.FOLDER);
    this.source = source;
    this.key = key;
  }

  @Override
  public void member(ArchiveMember member, MemberFinding finding, String what) {
    List<String> names = new ArrayList<>(member.around());
    names.add(member.name());
    try {
      write(
          new SealedMember(
              member.number(),
              names,
              member.linkTarget(),
              finding.bytes(),
              finding.sha256(),
              member.headerOffset(),
              what,
              finding.reason()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void write(SealedMember member) throws IOException {
    Blocks open = blocks;
    if (open == null) {
      open = new Blocks();
      blocks = open;
    }
    open.add(member);
  }

  @Override
  public void close() throws IOException {
    if (blocks != null) {
      blocks.finish();
    }
  }

  /** The file while it is written. */
  private final class Blocks {

    private final Aead aead;
    private final DataOutputStream file;
    private final ByteArrayOutputStream block = new ByteArrayOutputStream();
    private final DataOutputStream blockOut = new DataOutputStream(block);
    private int written;
    private long members;

    Blocks() throws IOException {
      Files.createDirectories(folder);
      int version = key.newest();
      this.aead = new Aead(key.derive(version, MemberList.USE));
      this.file =
          new DataOutputStream(
              new BufferedOutputStream(
                  Files.newOutputStream(
                      folder.resolve(MemberList.fileName(version)),
                      StandardOpenOption.CREATE_NEW)));
    }

    void add(SealedMember member) throws IOException {
      MemberList.write(blockOut, member);
      members++;
      if (block.size() >= BLOCK_BYTES) {
        end();
      }
    }

    private void end() throws IOException {
      if (block.size() > 0) {
        put(block.toByteArray(), ++written);
        block.reset();
      }
    }

    private void put(byte[] plain, int place) throws IOException {
      byte[] sealed = TextBlocks.seal(plain, aead, source, MemberList.RUN, place);
      file.writeInt(sealed.length);
      file.write(sealed);
    }

    void finish() throws IOException {
      try (file) {
        end();
        ByteArrayOutputStream last = new ByteArrayOutputStream();
        new DataOutputStream(last).writeLong(members);
        put(last.toByteArray(), TextBlocks.INDEX);
      }
    }
  }
}
