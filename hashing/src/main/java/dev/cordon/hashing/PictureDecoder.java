package dev.cordon.hashing;

import dev.cordon.decoder.Contents;
import dev.cordon.decoder.DecodeRequest;
import dev.cordon.decoder.Decoded;
import dev.cordon.decoder.DecodedFrame;
import dev.cordon.decoder.Decoders;
import java.util.List;
import java.util.Optional;

/** Who turns the bytes of a file into hashes; never throws for what is wrong with the file. */
interface PictureDecoder {

  /**
   * What came of it.
   *
   * @param picture its hash, or that of a video's first frame
   * @param frames all of it, where a decoder's process gave it
   * @param reason why something is missing; empty when nothing is
   */
  record Outcome(Optional<HashedPicture> picture, List<DecodedFrame> frames, String reason) {}

  /** Decodes one file. */
  Outcome decode(Contents contents);

  /** In processes of their own. */
  static PictureDecoder of(Decoders decoders, DecodeRequest request) {
    return contents -> {
      Decoded decoded = decoders.decode(contents, request);
      return new Outcome(
          decoded
              .first()
              .map(frame -> new HashedPicture(frame.hash(), frame.path(), decoded.warning())),
          decoded.frames(),
          decoded.reason());
    };
  }

  /** With ImageIO in this process. */
  static PictureDecoder of(Decoding decoding) {
    return contents -> {
      try {
        return new Outcome(Optional.of(decoding.hash(new ContentsInput(contents))), List.of(), "");
      } catch (Decoding.NotDecodedException named) {
        return new Outcome(Optional.empty(), List.of(), Reasons.of(named));
      }
    };
  }
}
