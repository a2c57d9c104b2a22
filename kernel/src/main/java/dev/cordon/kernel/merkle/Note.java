package dev.cordon.kernel.merkle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A signed note (C2SP signed-note): text, an empty line, signatures.
 *
 * <p>Promises: the text comes out only when a trusted key signed exactly it, and no trusted key's
 * signature is wrong. Signatures of keys nobody trusts here are passed over.
 *
 * @param encoded the whole note
 */
public record Note(String encoded) {

  static final String SIGNATURE_START = "— ";

  private static final int MOST_SIGNATURES = 100;
  private static final int LARGEST_BYTES = 1_000_000;

  /**
   * The text, if one of the keys signed it.
   *
   * @throws ProofException naming the check that failed
   */
  public String open(NoteKey... trusted) {
    int end = encoded.lastIndexOf("\n\n");
    if (end < 0) {
      throw new ProofException(Check.FORM, "a signed note has an empty line before its signatures");
    }
    String text = encoded.substring(0, end + 1);
    requireText(text);
    List<Signed> signatures = signatures(encoded.substring(end + 2));
    boolean verified = false;
    for (NoteKey key : trusted) {
      verified |= verify(text, signatures, key);
    }
    if (!verified) {
      throw new ProofException(Check.KEY, "no trusted key signed the note");
    }
    return text;
  }

  private static boolean verify(String text, List<Signed> signatures, NoteKey key) {
    boolean verified = false;
    for (Signed signed : signatures) {
      if (signed.name().equals(key.name()) && signed.isBy(key)) {
        if (!key.verifies(text.getBytes(StandardCharsets.UTF_8), signed.signature())) {
          throw new ProofException(
              Check.SIGNATURE, "the signature of " + key.name() + " is not over this text");
        }
        verified = true;
      }
    }
    return verified;
  }

  private static List<Signed> signatures(String block) {
    if (!block.endsWith("\n")) {
      throw new ProofException(Check.FORM, "a signed note ends with a line feed");
    }
    List<Signed> signatures = new ArrayList<>();
    for (String line : block.substring(0, block.length() - 1).split("\n", -1)) {
      signatures.add(Signed.parse(line));
    }
    if (signatures.size() > MOST_SIGNATURES) {
      throw new ProofException(
          Check.FORM,
          "a note has at most " + MOST_SIGNATURES + " signatures, not " + signatures.size());
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
  }
}
