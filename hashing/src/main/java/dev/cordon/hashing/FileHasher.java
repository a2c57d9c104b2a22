package dev.cordon.hashing;

import dev.cordon.decoder.Contents;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Digests and the perceptual hash of one file. A small file is read once into memory; a large one
 * is read for its digests, by two threads, and again where it holds a picture. Safe for many
 * threads.
 */
final class FileHasher {

  private static final int SMALL_BYTES = 16 << 20;

  private final PictureDecoder decoder;
  private final Executor second;

  FileHasher(PictureDecoder decoder, Executor second) {
    this.decoder = decoder;
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
    // Beside each other: the digests in this thread, the decoding mostly in another process.
    CompletableFuture<PictureDecoder.Outcome> outcome =
        CompletableFuture.supplyAsync(() -> decoder.decode(Contents.of(bytes)), second);
    return hashed(path, ThreeDigests.of(bytes), outcome.join());
  }

  private HashedFile large(Path path, SeekableByteChannel channel) throws IOException {
    long size = channel.size();
    InputStream stream = Channels.newInputStream(channel);
    Digests digests = ThreeDigests.of(stream, second);
    if (digests.size() != size || channel.size() != size) {
      return HashedFile.unread(path, "changed while it was read");
    }
    return hashed(path, digests, decoder.decode(new ChannelContents(channel)));
  }

  private static HashedFile hashed(Path path, Digests digests, PictureDecoder.Outcome outcome) {
    return new HashedFile(
        path, Optional.of(digests), outcome.picture(), outcome.frames(), outcome.reason());
  }
}
