package dev.cordon.formats.archives;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** One member's bytes: digested and counted; ends, and says why, where the member is damaged. */
final class MemberStream extends InputStream {

  private final ArchiveReader reader;
  private final Budget budget;
  private final MessageDigest digest;
  private final @Nullable InputStream content;
  private @Nullable String damage;
  private long count;
  private boolean ended;

  MemberStream(ArchiveReader reader, Budget budget) throws IOException {
    this.reader = reader;
    this.budget = budget;
    this.digest = newDigest();
    InputStream opened = null;
    try {
      opened = reader.content();
    } catch (IOException | RuntimeException failure) {
      fail(failure);
    }
    this.content = opened;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (ended || content == null) {
      return -1;
    }
    int read;
    try {
      read = content.read(target, offset, length);
    } catch (IOException | RuntimeException failure) {
      fail(failure);
      return -1;
    }
    if (read < 0) {
      ended = true;
      damage = reader.contentRemark();
      return -1;
    }
    count += read;
    digest.update(target, offset, read);
    if (!budget.take(read)) {
      ended = true;
      damage = budget.exhausted();
    }
    return read;
  }

  private void fail(Exception failure) throws IOException {
    budget.throwOwnFailure();
    ended = true;
    String exhausted = budget.exhausted();
    if (exhausted != null) {
      damage = exhausted;
    } else {
      damage =
          failure instanceof EOFException
              ? "ends in the middle of its content"
              : Archive.said(failure);
    }
  }

  /** Reads to the end; returns how many bytes the member holds. */
  long drain() throws IOException {
    byte[] chunk = new byte[1 << 15];
    while (read(chunk, 0, chunk.length) >= 0) {
      // Counted and digested on the way.
    }
    return count;
  }

  @Nullable String damage() {
    return damage;
  }

  /** The digest of what was read; to be asked once, at the end. */
  @Nullable String sha256() {
    return content == null ? null : HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
