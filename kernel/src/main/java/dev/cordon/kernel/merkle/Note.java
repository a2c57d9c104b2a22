package dev.cordon.kernel.merkle;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A signed note (C2SP signed-note): text, an empty line, signatures.
 *
 * <p>Promises: the text comes out only when a trusted key signed exactly it, and no trusted key's
 * signature is wrong. Signatures of keys nobody trusts here are passed over. Does not tell a log's
 * key from a witness's: {@link OpenedCheckpoint} does.
 *
 * @param encoded the whole note
 */
public record Note(String encoded) {

  static final String SIGNATURE_START = "— ";

  private static final int MOST_SIGNATURES = 100;
  private static final int LARGEST_BYTES = 1_000_000;

  /** A trusted key that signed, with the time it stated where it states one. */
  record Signer(NoteKey key, Optional<Instant> at) {}

  /** A text with the trusted keys that signed it; at least one. */
  record Opened(String text, List<Signer> signers) {}

  /**
   * The text, if one of the keys signed it.
   *
   * @throws ProofException naming the check that failed
   */
  public String open(NoteKey... trusted) {
    return opened(trusted).text();
  }

  /**
   * The text and who of the trusted keys signed it.
   *
   * @throws ProofException naming the check that failed
   */
  Opened opened(NoteKey... trusted) {
    if (encoded.length() > LARGEST_BYTES) {
      throw new ProofException(
          Check.FORM, "a note has at most " + LARGEST_BYTES + " signs, not " + encoded.length());
    }
    String text = text();
    requireText(text);
    List<Signed> signatures = signatures(encoded.substring(text.length() + 1));
    List<Signer> signers = new ArrayList<>();
    for (NoteKey key : trusted) {
      signers.addAll(signers(text, signatures, key));
    }
    if (signers.isEmpty()) {
      throw new ProofException(Check.KEY, "no trusted key signed the note");
    }
    return new Opened(text, List.copyOf(signers));
  }

  /** The text, which nobody has vouched for: to find out whose keys to ask for. */
  String text() {
    int end = encoded.lastIndexOf("\n\n");
    if (end < 0) {
      throw new ProofException(Check.FORM, "a signed note has an empty line before its signatures");
    }
    return encoded.substring(0, end + 1);
  }

  private static List<Signer> signers(String text, List<Signed> signatures, NoteKey key) {
    List<Signer> signers = new ArrayList<>();
    for (Signed signed : signatures) {
      if (signed.name().equals(key.name()) && signed.isBy(key)) {
        if (!key.verifies(text, signed.signature())) {
          throw new ProofException(
              Check.SIGNATURE, "the signature of " + key.name() + " is not over this text");
        }
        signers.add(new Signer(key, signed.at(key)));
      }
    }
    return signers;
  }

  private static List<Signed> signatures(String block) {
    if (!block.endsWith("\n")) {
      throw new ProofException(Check.FORM, "a signed note ends with a line feed");
    }
    List<Signed> signatures = new ArrayList<>();
    for (String line : block.substring(0, block.length() - 1).split("\n", MOST_SIGNATURES + 1)) {
      signatures.add(Signed.parse(line));
    }
    if (signatures.size() > MOST_SIGNATURES) {
      throw new ProofException(
          Check.FORM, "a note has at most " + MOST_SIGNATURES + " signatures, this one has more");
    }
    return signatures;
  }

  static void requireText(String text) {
    boolean control = text.chars().anyMatch(c -> c < ' ' && c != '\n');
    boolean encodable = StandardCharsets.UTF_8.newEncoder().canEncode(text);
    if (!text.endsWith("\n") || control || !encodable || text.length() > LARGEST_BYTES) {
      throw new ProofException(
          Check.FORM, "a note's text ends with a line feed and has no other control characters");
    }
  }

  private record Signed(String name, byte[] tagged) {

    static Signed parse(String line) {
      String[] parts = line.split(" ", -1);
      if (parts.length != 3 || !parts[0].equals("—")) {
        throw new ProofException(Check.FORM, "a signature line has the form — NAME SIGNATURE");
      }
      byte[] tagged = NoteKey.decode(parts[2]);
      if (tagged.length <= NoteKey.ID_SIZE_BYTES) {
        throw new ProofException(Check.FORM, "a signature that is too short");
      }
      return new Signed(NoteKey.checkedName(parts[1]), tagged);
    }

    boolean isBy(NoteKey key) {
      return Arrays.equals(Arrays.copyOf(tagged, NoteKey.ID_SIZE_BYTES), key.id());
    }

    byte[] signature() {
      return Arrays.copyOfRange(tagged, NoteKey.ID_SIZE_BYTES, tagged.length);
    }

    Optional<Instant> at(NoteKey key) {
      long seconds = key.type().isCosignature() ? NoteKey.secondsOf(signature()) : 0;
      return seconds == 0 ? Optional.empty() : Optional.of(latest(seconds));
    }

    /** A time beyond what an instant holds is that far in the future. */
    private static Instant latest(long seconds) {
      return Instant.ofEpochSecond(Math.min(seconds, Instant.MAX.getEpochSecond()));
    }
  }
}
