package dev.cordon.hashing.exhibits;

import dev.cordon.decoder.Contents;
import dev.cordon.decoder.DecodeRequest;
import dev.cordon.decoder.Decoded;
import dev.cordon.decoder.Decoders;
import dev.cordon.formats.content.MediaKind;
import dev.cordon.formats.marks.KeyedDigest;
import dev.cordon.formats.marks.MarkReader;
import dev.cordon.formats.marks.Marks;
import dev.cordon.formats.sqlite.RandomBytes;
import dev.cordon.hashing.Reasons;
import dev.cordon.kernel.digest.Digests;
import dev.cordon.kernel.digest.ThreeDigests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Optional;

/**
 * Digests and perceptual hashes of one file. A small one is held in memory and read once; a large
 * one is read for its digests and, where it can be read again, decoded piece by piece. Safe for
 * many threads.
 */
final class Hasher {

  /** The most of a file that is held in memory for each thread. */
  static final int SMALL_BYTES = 16 << 20;

  private static final String NO_PICTURE = "pdf in which no picture was seen";
  private static final String NO_FORM = "not a picture or video of a form decoded here";

  /** How a large file is read again. */
  interface Again {
    Contents open(long size) throws IOException;
  }

  private final Decoders decoders;
  private final DecodeRequest request;
  private final KeyedDigest keyed;

  Hasher(Decoders decoders, DecodeRequest request, KeyedDigest keyed) {
    this.decoders = decoders;
    this.request = request;
    this.keyed = keyed;
  }

  /** Of a stream that is read to its end, and again by {@code again} where it is large. */
  Hashes of(InputStream stream, Optional<Again> again) {
    try {
      byte[] start = stream.readNBytes(SMALL_BYTES + 1);
      if (start.length <= SMALL_BYTES) {
        return of(start);
      }
      InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), stream);
      if (again.isPresent()) {
        Digests digests = ThreeDigests.of(whole);
        return decoded(digests, again.get().open(digests.size()));
      }
      HeldStream held = new HeldStream(whole);
      Digests digests = ThreeDigests.of(held);
      Optional<Contents> contents = held.contents();
      if (contents.isPresent()) {
        return decoded(digests, contents.get());
      }
      String reason =
          "could not be decoded: it is larger than "
              + (HeldStream.MOST_BYTES >> 20)
              + " MB and can be read only once where it lies";
      return new Hashes(Optional.of(digests), List.of(), reason, "", Optional.empty());
    } catch (IOException unreadable) {
      return Hashes.none("can not be read: " + Reasons.of(unreadable));
    }
  }

  /** Of bytes in memory. */
  Hashes of(byte[] bytes) {
    return decoded(ThreeDigests.of(bytes), Contents.of(bytes));
  }

  private Hashes decoded(Digests digests, Contents contents) {
    Decoded decoded = decoders.decode(contents, request);
    Optional<Marks> marks;
    try {
      marks =
          Optional.of(MarkReader.read(new ContentsBytes(contents), keyed))
              .filter(found -> !found.isEmpty());
    } catch (IOException unreadable) {
      // The decoder has met the same and said so.
      marks = Optional.empty();
    }
    return new Hashes(
        Optional.of(digests),
        decoded.frames(),
        reason(decoded, contents),
        decoded.warning(),
        marks);
  }

  /** Media of a form no decoder knows are told apart from what is no medium at all. */
  private static String reason(Decoded decoded, Contents contents) {
    if (decoded.reason().contains(NO_PICTURE)) {
      return "not a picture or video: a PDF in which no picture was seen";
    }
    if (!decoded.reason().contains(NO_FORM)) {
      return decoded.reason();
    }
    byte[] head = new byte[MediaKind.HEAD_BYTES];
    try {
      int length = contents.read(0, head, head.length);
      MediaKind kind = length < 0 ? null : MediaKind.ofFile(head, length);
      return kind == null
          ? "not a picture or video"
          : "could not be decoded: there is no decoder for its form (" + kind + ")";
    } catch (IOException unreadable) {
      return decoded.reason();
    }
  }

  /** Contents as bytes at any place. */
  private record ContentsBytes(Contents contents) implements RandomBytes {

    @Override
    public long size() {
      return contents.size();
    }

    @Override
    public int read(long offset, byte[] target, int length) throws IOException {
      int done = 0;
      while (done < length) {
        byte[] piece = new byte[Math.min(length - done, 1 << 16)];
        int count = contents.read(offset + done, piece, piece.length);
        if (count <= 0) {
          return done;
        }
        System.arraycopy(piece, 0, target, done, count);
        done += count;
      }
      return done;
    }
  }
}
