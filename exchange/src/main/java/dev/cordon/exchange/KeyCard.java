package dev.cordon.exchange;

import dev.cordon.kernel.KernelException;
import dev.cordon.kernel.digest.Sha256;
import dev.cordon.kernel.merkle.Note;
import dev.cordon.kernel.merkle.NoteKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The keys an agency tells another: what its packages and messages are signed with and what is
 * sealed to it, signed with that key itself.
 *
 * <p>Promises: who made the card holds the signing key; nothing on it was changed. Promises not:
 * that it is the agency it names. That is what comparing the {@link #fingerprint} by a second
 * channel is for.
 *
 * @param noteKey the Ed25519 verifier key, as signed notes write it
 * @param ageRecipient the X25519 recipient, {@code age1…}
 * @param address where its server takes packages and messages; null when only files are used
 * @param sender the id by which the agency's packages name it; null when it sends none
 * @param operation of which operation of the agency it speaks; null when of none
 * @param recipient the id by which the agency's packages name whom the card is for; null when none
 */
public record KeyCard(
    String agency,
    String country,
    String noteKey,
    String ageRecipient,
    @Nullable String address,
    @Nullable UUID sender,
    @Nullable UUID operation,
    @Nullable UUID recipient) {

  /** The first line. */
  public static final String FORM = "cordon key card 1";

  /** What a card's address may look like: a host and a port, no path. */
  public static final String ADDRESS = "https?://[A-Za-z0-9.:\\[\\]-]{1,200}";

  private static final List<String> NAMES =
      List.of(
          "agency",
          "country",
          "note-key",
          "age-recipient",
          "address",
          "sender",
          "operation",
          "recipient");
  private static final int LONGEST = 4_096;
  private static final int GROUPS = 8;

  /**
   * Reads a signed card and checks its signature with the key it names.
   *
   * @throws ExchangeException when it is none, or was changed
   */
  public static KeyCard read(String note) {
    if (note.length() > LONGEST) {
      throw new ExchangeException("a key card has at most " + LONGEST + " characters");
    }
    try {
      int end = note.indexOf("\n\n");
      if (end < 0) {
        throw new ExchangeException("the card is not signed");
      }
      KeyCard card = parse(note.substring(0, end + 1));
      new Note(note).open(NoteKey.parse(card.noteKey()));
      return card;
    } catch (KernelException failed) {
      throw new ExchangeException(
          "the card's signature does not hold: " + failed.getMessage(), failed);
    }
  }

  private static KeyCard parse(String text) {
    SignedLines lines = SignedLines.read(text, FORM, NAMES, LONGEST);
    KeyCard card =
        new KeyCard(
            lines.matching("agency", "(?s).*\\S.*", 200),
            lines.matching("country", "[A-Z]{2}", 2),
            lines.matching("note-key", "\\S+", 400),
            lines.matching("age-recipient", "age1[0-9a-z]{58}", 62),
            lines.find("address").map(any -> lines.matching("address", ADDRESS, 220)).orElse(null),
            lines.find("sender").map(any -> lines.uuid("sender")).orElse(null),
            lines.find("operation").map(any -> lines.uuid("operation")).orElse(null),
            lines.find("recipient").map(any -> lines.uuid("recipient")).orElse(null));
    if (!card.text().equals(text)) {
      throw new ExchangeException("the card is not written as it must be");
    }
    return card;
  }

  /** The text that is signed. */
  public String text() {
    return new SignedLines.Writer(FORM)
        .line("agency", agency)
        .line("country", country)
        .line("note-key", noteKey)
        .line("age-recipient", ageRecipient)
        .line("address", address)
        .line("sender", sender)
        .line("operation", operation)
        .line("recipient", recipient)
        .text();
  }

  /** Refuses a card that speaks of an operation and not of who is who in it. */
  public KeyCard {
    if ((operation == null) != (recipient == null) || (operation == null) != (sender == null)) {
      throw new ExchangeException("a card names operation, sender and recipient, or none of them");
    }
  }

  /** The two keys' fingerprint, to be read aloud. */
  public String fingerprint() {
    return fingerprint(noteKey, ageRecipient);
  }

  /**
   * The first 128 bits of SHA-256 over both keys, as eight groups of five decimal digits; each
   * group is a number of 16 bits.
   */
  public static String fingerprint(String noteKey, String ageRecipient) {
    ByteBuffer digest =
        ByteBuffer.wrap(
            Sha256.of((noteKey + "\n" + ageRecipient + "\n").getBytes(StandardCharsets.UTF_8)));
    StringJoiner groups = new StringJoiner(" ");
    for (int group = 0; group < GROUPS; group++) {
      groups.add("%05d".formatted(Short.toUnsignedInt(digest.getShort())));
    }
    return groups.toString();
  }
}
