package dev.cordon.decoder.worker;

import dev.cordon.decoder.DecoderException;

/** A file that is not decoded, with the reason for the reader. */
final class NotDecodedException extends DecoderException {

  private static final long serialVersionUID = 1L;

  NotDecodedException(String reason) {
    super(reason);
  }
}
