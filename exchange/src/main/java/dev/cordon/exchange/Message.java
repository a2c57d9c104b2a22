package dev.cordon.exchange;

import dev.cordon.kernel.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one agency tells another about a package: that it has it, what came of it, that it is called
 * back or corrected. A text of lines, signed as a note (C2SP signed-note), sealed like a package.
 *
 * <p>Promises: one message has one text, so one digest. Promises not: that it is true, nor that it
 * is the newest; the sequence tells that.
 *
 * @param operation the sender's or the recipient's: that of the agency which made the package
 * @param to the age recipient it is meant for
 * @param sequence counted by the sender for this recipient, from 1; 0 for receipts, which repeat
 * @param packageNumber what people call the package
 * @param manifestSha256 digest of the package's signed manifest
 * @param aboutSha256 for a receipt, the digest of what arrived
 * @param subject the subject's number; null for the whole package
 * @param outcome for an outcome, what came of it
 * @param amount how many, where the outcome counts
 * @param by who said it, in the sending agency
 * @param words of the sender
 */
public record Message(
    Kind kind,
    UUID operation,
    String to,
    UUID id,
    long sequence,
    Instant at,
    String packageNumber,
    int version,
    String manifestSha256,
    @Nullable String aboutSha256,
    @Nullable String subject,
    @Nullable String outcome,
    @Nullable Integer amount,
    String by,
    @Nullable String words) {

  /** What a message says. */
  public enum Kind {
    /** It arrived, whole, and every check held. */
    RECEIPT,
    /** What came of a package or of one subject in it. */
    OUTCOME,
    /** The package is called back. */
    RECALL,
    /** Something said of a subject in the package no longer holds. */
    CORRECTION;

    /** As it is written. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The first line. */
  public static final String FORM = "cordon message 1";

  /** The most characters a message has. */
  public static final int LONGEST = 16_384;

  private static final List<String> NAMES =
      List.of(
          "kind",
          "operation",
          "to",
          "id",
          "sequence",
          "at",
          "package",
          "version",
          "manifest-sha256",
          "about-sha256",
          "subject",
          "outcome",
          "amount",
          "by",
          "words");
  private static final String DIGEST = "[0-9a-f]{64}";
  private static final int MOST_AMOUNT = 1_000_000;

  /** Refuses what does not belong together. */
  public Message {
    at = at.truncatedTo(ChronoUnit.SECONDS);
    require((kind == Kind.OUTCOME) == (outcome != null), "an outcome, and nothing else, says one");
    require((kind == Kind.RECEIPT) == (aboutSha256 != null), "a receipt names what arrived");
    require((kind == Kind.RECEIPT) == (sequence == 0), "all but receipts are counted from 1");
    require(amount == null || kind == Kind.OUTCOME, "only an outcome counts");
  }

  /**
   * Reads a message strictly.
   *
   * @throws ExchangeException saying which line is not as it must be
   */
  public static Message read(String text) {
    SignedLines lines = SignedLines.read(text, FORM, NAMES, LONGEST);
    Message message =
        new Message(
            kind(lines.get("kind")),
            lines.uuid("operation"),
            lines.matching("to", "age1[0-9a-z]{58}", 62),
            lines.uuid("id"),
            lines.number("sequence", 0, Long.MAX_VALUE),
            lines.instant("at"),
            lines.matching("package", "[A-Za-z0-9-]+", 40),
            (int) lines.number("version", 1, Integer.MAX_VALUE),
            lines.matching("manifest-sha256", DIGEST, 64),
            lines
                .find("about-sha256")
                .map(any -> lines.matching("about-sha256", DIGEST, 64))
                .orElse(null),
            lines
                .find("subject")
                .map(any -> lines.matching("subject", "[A-Za-z0-9-]+", 40))
                .orElse(null),
            lines.find("outcome").map(any -> lines.matching("outcome", "[a-z_]+", 40)).orElse(null),
            lines
                .find("amount")
                .map(any -> (int) lines.number("amount", 0, MOST_AMOUNT))
                .orElse(null),
            lines.matching("by", "(?s).*\\S.*", 300),
            lines
                .find("words")
                .map(any -> lines.matching("words", "(?s).*\\S.*", 2000))
                .orElse(null));
    require(message.text().equals(text), "it is not written as it must be");
    return message;
  }

  private static Kind kind(String written) {
    for (Kind kind : Kind.values()) {
      if (kind.text().equals(written)) {
        return kind;
      }
    }
    throw new ExchangeException("its kind is not one this version knows");
  }

  /** The text that is signed. */
  public String text() {
    return new SignedLines.Writer(FORM)
        .line("kind", kind.text())
        .line("operation", operation)
        .line("to", to)
        .line("id", id)
        .line("sequence", sequence)
        .line("at", at)
        .line("package", packageNumber)
        .line("version", version)
        .line("manifest-sha256", manifestSha256)
        .line("about-sha256", aboutSha256)
        .line("subject", subject)
        .line("outcome", outcome)
        .line("amount", amount)
        .line("by", by)
        .line("words", words)
        .text();
  }

  /** SHA-256 of the text, in hex. */
  public String sha256() {
    return Sha256.hex(text().getBytes(StandardCharsets.UTF_8));
  }

  private static void require(boolean held, String otherwise) {
    if (!held) {
      throw new ExchangeException(otherwise);
    }
  }
}
