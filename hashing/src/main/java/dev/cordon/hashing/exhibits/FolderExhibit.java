package dev.cordon.hashing.exhibits;

import dev.cordon.decoder.Contents;
import dev.cordon.hashing.Reasons;
import dev.cordon.hashing.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of a folder, in the order of their names, so that two walks agree. Links are not
 * followed. The members of archives follow the archive they stand in.
 */
final class FolderExhibit {

  private final Path root;
  private final Hasher hasher;
  private final Caps caps;
  private final Sink sink;
  private long number;

  FolderExhibit(Path root, Hasher hasher, Caps caps, Sink sink) {
    this.root = root;
    this.hasher = hasher;
    this.caps = caps;
    this.sink = sink;
  }

  /** Walks; one file is a folder of one. */
  void walk() {
    if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
      folder(root, 0);
    } else {
      entry(root, 0);
    }
  }

  private boolean folder(Path folder, int depth) {
    if (depth > caps.depth()) {
      return sink.found(
          Find.unread(next(), name(folder), false, "folders deeper than " + caps.depth()));
    }
    List<Path> entries;
    try (Stream<Path> listed = Files.list(folder)) {
      entries = listed.sorted().toList();
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      return sink.found(
          Find.unread(
              next(), name(folder), false, "a folder that can not be listed: " + said(unreadable)));
    }
    for (Path entry : entries) {
      if (!entry(entry, depth)) {
        return false;
      }
    }
    return true;
  }

  private static String said(Exception failed) {
    return failed.getCause() instanceof IOException cause ? Reasons.of(cause) : Reasons.of(failed);
  }

  private boolean entry(Path path, int depth) {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException unreadable) {
      return sink.found(
          Find.unread(next(), name(path), false, "can not be read: " + Reasons.of(unreadable)));
    }
    if (attributes.isDirectory()) {
      return folder(path, depth + 1);
    }
    if (!attributes.isRegularFile()) {
      String what = attributes.isSymbolicLink() ? "a link, not followed" : "not a regular file";
      return sink.found(Find.unread(next(), name(path), false, what));
    }
    String place = next();
    boolean goesOn = sink.found(Find.of(place, name(path), false, () -> read(path)));
    return goesOn && new ArchiveExhibit(hasher, caps, sink).membersOf(path, place, name(path));
  }

  private Hashes read(Path path) {
    try (SeekableByteChannel channel =
        Files.newByteChannel(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      InputStream stream = java.nio.channels.Channels.newInputStream(channel);
      return hasher.of(stream, Optional.of(size -> contents(channel, size)));
    } catch (IOException unreadable) {
      return Hashes.none("can not be read: " + Reasons.of(unreadable));
    }
  }

  private static Contents contents(SeekableByteChannel channel, long size) {
    return new Contents() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public int read(long position, byte[] into, int length) throws IOException {
        channel.position(position);
        return channel.read(ByteBuffer.wrap(into, 0, length));
      }
    };
  }

  private String next() {
    sink.reached(++number);
    return "file " + number;
  }

  private String name(Path path) {
    return path.equals(root)
        ? String.valueOf(path.getFileName())
        : SafeText.shown(root.relativize(path));
  }
}
