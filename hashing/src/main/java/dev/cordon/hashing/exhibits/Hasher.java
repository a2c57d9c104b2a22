package dev.cordon.hashing.exhibits;

import dev.cordon.decoder.Contents;
import dev.cordon.decoder.DecodeRequest;
import dev.cordon.decoder.Decoded;
import dev.cordon.decoder.Decoders;
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

  /** The most of a file that is held in memory. */
  static final int SMALL_BYTES = 16 << 20;

  /** How a large file is read again. */
  interface Again {
    Contents open(long size) throws IOException;
  }

  private final Decoders decoders;
  private final DecodeRequest request;

  Hasher(Decoders decoders, DecodeRequest request) {
    this.decoders = decoders;
    this.request = request;
  }

  /** Of a stream that is read to its end, and again by {@code again} where it is large. */
  Hashes of(InputStream stream, Optional<Again> again) {
    try {
      byte[] start = stream.readNBytes(SMALL_BYTES + 1);
      if (start.length <= SMALL_BYTES) {
        return of(start);
      }
      Digests digests =
          ThreeDigests.of(new SequenceInputStream(new ByteArrayInputStream(start), stream));
      if (again.isEmpty()) {
        String reason =
            "could not be decoded: it is larger than "
                + (SMALL_BYTES >> 20)
                + " MB and can be read only once where it lies";
        return new Hashes(Optional.of(digests), List.of(), reason, "");
      }
      return decoded(digests, again.get().open(digests.size()));
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
    return new Hashes(Optional.of(digests), decoded.frames(), decoded.reason(), decoded.warning());
  }
}
