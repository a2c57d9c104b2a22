package dev.cordon.hashing;

import dev.cordon.kernel.digest.Digests;
import dev.cordon.kernel.digest.ThreeDigests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javax.imageio.stream.ImageInputStream;

/**
 * Digests and the perceptual hash of one file. A small file is read once into memory; a large one
 * is read for its digests, by two threads, and again where it holds a picture. Safe for many
 * threads.
 */
final class FileHasher {

  private static final int SMALL_BYTES = 16 << 20;

  private final Decoding decoding;
  private final Executor second;

  FileHasher(Decoding decoding, Executor second) {
    this.decoding = decoding;
    this.second = second;
  }

  /** What comes of the file; never throws for what is wrong with it. */
  HashedFile hash(Path path) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isSymbolicLink()) {
        return HashedFile.unread(path, "a symbolic link; links are not followed");
      }
      if (!attributes.isRegularFile()) {
        return HashedFile.unread(path, "not a regular file");
      }
      try (SeekableByteChannel channel =
          Files.newByteChannel(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
        return channel.size() <= SMALL_BYTES ? small(path, channel) : large(path, channel);
      }
    } catch (IOException unreadable) {
      return HashedFile.unread(path, "can not be read: " + Reasons.of(unreadable));
    }
  }

  private HashedFile small(Path path, SeekableByteChannel channel) throws IOException {
    byte[] bytes = new byte[(int) channel.size()];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
      // Reads until the file's size is in.
    }
    if (buffer.hasRemaining() || channel.size() != bytes.length) {
      return HashedFile.unread(path, "changed while it was read");
    }
    return decoded(path, ThreeDigests.of(bytes), new BytesInput(bytes));
  }

  private HashedFile large(Path path, SeekableByteChannel channel) throws IOException {
    long size = channel.size();
    InputStream stream = Channels.newInputStream(channel);
    Digests digests = ThreeDigests.of(stream, second);
    if (digests.size() != size || channel.size() != size) {
      return HashedFile.unread(path, "changed while it was read");
    }
    channel.position(0);
    return decoded(path, digests, new ChannelInput(channel));
  }

  private HashedFile decoded(Path path, Digests digests, ImageInputStream input) {
    try {
      return new HashedFile(path, Optional.of(digests), Optional.of(decoding.hash(input)), "");
    } catch (Decoding.NotDecodedException named) {
      return new HashedFile(path, Optional.of(digests), Optional.empty(), Reasons.of(named));
    }
  }
}
