package dev.cordon.exchange;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * What a server says before it hands another something sealed: for whom, and the digest of the
 * bytes that follow. Signed as a note, so that a stranger is refused before a byte of the rest is
 * read.
 *
 * @param operation that of the agency which made the package
 * @param to the age recipient the bytes are sealed to
 * @param sha256 of the bytes, in hex
 */
public record PushNote(UUID operation, String to, String sha256, Instant at) {

  /** The first line. */
  public static final String FORM = "cordon push 1";

  /** The header that carries it, in base64url. */
  public static final String HEADER = "Cordon-Push";

  private static final int LONGEST = 1_024;

  /** To the second. */
  public PushNote {
    at = at.truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * Reads one strictly.
   *
   * @throws ExchangeException saying which line is not as it must be
   */
  public static PushNote read(String text) {
    SignedLines lines =
        SignedLines.read(text, FORM, List.of("operation", "to", "sha256", "at"), LONGEST);
    PushNote note =
        new PushNote(
            lines.uuid("operation"),
            lines.matching("to", "age1[0-9a-z]{58}", 62),
            lines.matching("sha256", "[0-9a-f]{64}", 64),
            lines.instant("at"));
    if (!note.text().equals(text)) {
      throw new ExchangeException("it is not written as it must be");
    }
    return note;
  }

  /** The text that is signed. */
  public String text() {
    return new SignedLines.Writer(FORM)
        .line("operation", operation)
        .line("to", to)
        .line("sha256", sha256)
        .line("at", at)
        .text();
  }
}
