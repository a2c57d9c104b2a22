package dev.cordon.hashing.exhibits;

import dev.cordon.decoder.Contents;
import dev.cordon.formats.archives.Archive;
import dev.cordon.formats.archives.ArchiveLimits;
import dev.cordon.formats.archives.ArchiveMember;
import dev.cordon.formats.archives.ArchiveOutcome;
import dev.cordon.formats.archives.MemberFinding;
import dev.cordon.formats.archives.MemberVisitor;
import dev.cordon.formats.content.Content;
import dev.cordon.hashing.Reasons;
import dev.cordon.kernel.digest.ThreeDigests;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

/**
 * The members of zip, tar, tar.gz and 7z archives, read front to back; archives in archives three
 * deep, as far as an inner one fits in what is held of one file. Members are hashed while they
 * pass.
 */
final class ArchiveExhibit {

  private static final int HEAD_BYTES = 600;
  private static final String ARCHIVE = "not a picture or video";
  private static final int MOST_7Z_MEMORY_KIB = 256 << 10;
  private static final byte[] SEVEN_Z = {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c};

  private final Hasher hasher;
  private final Caps caps;
  private final Sink sink;
  private boolean goesOn = true;

  ArchiveExhibit(Hasher hasher, Caps caps, Sink sink) {
    this.hasher = hasher;
    this.caps = caps;
    this.sink = sink;
  }

  /** The members, where the file is an archive; false when a cap ended the walk. */
  boolean membersOf(Path path, String place, String name) {
    Set<java.nio.file.OpenOption> options =
        Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    try (SeekableByteChannel channel = Files.newByteChannel(path, options)) {
      InputStream stream = Channels.newInputStream(channel);
      byte[] head = stream.readNBytes(HEAD_BYTES);
      channel.position(0);
      if (isSevenZ(head)) {
        sevenZ(channel, place, name, 1);
      } else if (isArchive(head)) {
        members(stream, head, place, name, 1);
      }
    } catch (IOException unreadable) {
      problem(place, name, "as an archive it can not be read: " + Reasons.of(unreadable));
    }
    return goesOn;
  }

  /**
   * The same of a stream that can be read only once; a 7z must then fit in what is held of one
   * file.
   */
  boolean membersOf(InputStream stream, String place, String name) throws IOException {
    byte[] head = stream.readNBytes(HEAD_BYTES);
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), stream);
    if (isSevenZ(head)) {
      HeldStream held = new HeldStream(whole);
      held.transferTo(OutputStream.nullOutputStream());
      nested(held.contents(), head, place, name, 0);
    } else if (isArchive(head)) {
      members(new BufferedInputStream(whole, 1 << 16), head, place, name, 1);
    }
    return goesOn;
  }

  /** Says that an archive could not be read; false when a cap ended the walk. */
  boolean unreadable(String place, String name, IOException failed) {
    problem(place, name, "as an archive it can not be read: " + Reasons.of(failed));
    return goesOn;
  }

  private static boolean isSevenZ(byte[] head) {
    return head.length > 6 && Arrays.equals(Arrays.copyOf(head, 6), SEVEN_Z);
  }

  private static boolean isArchive(byte[] head) {
    boolean isZip = head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3;
    boolean isTar = head.length > 262 && head[257] == 'u' && head[258] == 's' && head[259] == 't';
    return isZip || isTar || isGzip(head);
  }

  private static boolean isGzip(byte[] head) {
    return head.length > 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
  }

  private void members(InputStream stream, byte[] head, String place, String name, int depth)
      throws IOException {
    InputStream plain = stream;
    if (isGzip(head)) {
      plain = new BufferedInputStream(new GZIPInputStream(stream), 1 << 16);
      plain.mark(HEAD_BYTES + 1);
      byte[] inner = plain.readNBytes(HEAD_BYTES);
      plain.reset();
      if (isGzip(inner) || !isArchive(inner)) {
        return;
      }
    }
    ArchiveOutcome outcome =
        Archive.walk(plain, ArchiveLimits.STANDARD, new Members(place, name, depth));
    if (outcome.damage() != null && goesOn) {
      problem(place, name, "the archive " + outcome.damage());
    }
  }

  private void problem(String place, String name, String reason) {
    goesOn = sink.found(Find.unread(place + " end", name, false, reason));
  }

  private void sevenZ(SeekableByteChannel channel, String place, String name, int depth) {
    try (SevenZFile archive =
        SevenZFile.builder()
            .setSeekableByteChannel(channel)
            .setMaxMemoryLimitKiB(MOST_7Z_MEMORY_KIB)
            .get()) {
      long number = 0;
      for (SevenZArchiveEntry entry = archive.getNextEntry();
          entry != null && goesOn;
          entry = archive.getNextEntry()) {
        number++;
        if (!entry.isDirectory()) {
          String inner = name + " > " + entry.getName();
          InputStream content = archive.getInputStream(entry);
          member(place + " member " + number, inner, content, depth);
        }
      }
    } catch (IOException | RuntimeException | OutOfMemoryError damaged) {
      problem(place, name, "the 7z archive is damaged, locked or too large to unpack in memory");
    }
  }

  /** Hashes a member while it passes, then opens it where it is an archive and not too deep. */
  private void member(String place, String name, InputStream stream, int depth) {
    if (sink.isKnown() && depth >= Caps.ARCHIVE_DEPTH) {
      goesOn = sink.found(Find.unread(place, name, false, ""));
      return;
    }
    byte[] start;
    try {
      start = stream.readNBytes(Hasher.SMALL_BYTES + 1);
    } catch (IOException | RuntimeException damaged) {
      goesOn = sink.found(Find.unread(place, name, false, "the member is damaged"));
      return;
    }
    byte[] head = Arrays.copyOf(start, Math.min(start.length, HEAD_BYTES));
    boolean isArchive = isArchive(head) || isSevenZ(head);
    if (start.length <= Hasher.SMALL_BYTES) {
      Hashes hashes = sink.isKnown() ? Hashes.none("") : hasher.of(start);
      goesOn = sink.found(Find.of(place, name, false, () -> hashes));
      if (goesOn && isArchive) {
        nested(Optional.of(Contents.of(start)), head, place, name, depth);
      }
      return;
    }
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), stream);
    if (isArchive) {
      largeArchive(whole, head, place, name, depth);
    } else {
      Hashes hashes = sink.isKnown() ? Hashes.none("") : hasher.of(whole, Optional.empty());
      goesOn = sink.found(Find.of(place, name, false, () -> hashes));
    }
  }

  /** Held while it is hashed, so that it can be opened then. */
  private void largeArchive(InputStream whole, byte[] head, String place, String name, int depth) {
    HeldStream held = new HeldStream(whole);
    Hashes hashes;
    try {
      hashes =
          new Hashes(Optional.of(ThreeDigests.of(held)), List.of(), ARCHIVE, "", Optional.empty());
    } catch (IOException | RuntimeException damaged) {
      goesOn = sink.found(Find.unread(place, name, false, "the member is damaged"));
      return;
    }
    Hashes found = hashes;
    goesOn = sink.found(Find.of(place, name, false, () -> found));
    if (goesOn) {
      nested(held.contents(), head, place, name, depth);
    }
  }

  private void nested(Optional<Contents> bytes, byte[] head, String place, String name, int depth) {
    if (depth >= Caps.ARCHIVE_DEPTH || bytes.isEmpty()) {
      String reason =
          bytes.isPresent()
              ? "stands in " + depth + " archives and was not opened"
              : "an archive that can be read only once where it lies, larger than the "
                  + (HeldStream.MOST_BYTES >> 20)
                  + " MB that are held of one: it was not opened";
      problem(place, name, reason);
      return;
    }
    try {
      if (isSevenZ(head)) {
        sevenZ(new HeldChannel(bytes.get()), place, name, depth + 1);
      } else {
        InputStream stream = Channels.newInputStream(new HeldChannel(bytes.get()));
        members(new BufferedInputStream(stream, 1 << 16), head, place, name, depth + 1);
      }
    } catch (IOException damaged) {
      problem(place, name, "as an archive it can not be read: " + Reasons.of(damaged));
    }
  }

  /** Hands the members of a zip or tar on. */
  private final class Members implements MemberVisitor {

    private final String place;
    private final String name;
    private final int depth;

    Members(String place, String name, int depth) {
      this.place = place;
      this.name = name;
      this.depth = depth;
    }

    @Override
    public boolean takesRaw() {
      return true;
    }

    @Override
    public void raw(ArchiveMember found, InputStream stream) {
      if (goesOn) {
        member(place(found), name + " > " + found.name(), stream, depth);
      }
    }

    @Override
    public void content(ArchiveMember found, Content content, InputStream stream) {
      throw new IllegalStateException("members are taken raw");
    }

    @Override
    public void told(ArchiveMember found, MemberFinding finding) {
      boolean isLeftOut =
          finding.reason() != null
              && finding.sha256() == null
              && found.kind() != ArchiveMember.Kind.FOLDER;
      if (goesOn && isLeftOut) {
        goesOn =
            sink.found(
                Find.unread(
                    place(found), name + " > " + found.name(), false, "" + finding.reason()));
      } else if (goesOn && finding.reason() != null) {
        problem(place(found), name + " > " + found.name(), "the member " + finding.reason());
      }
    }

    private String place(ArchiveMember found) {
      return place + " member " + found.number();
    }
  }
}
