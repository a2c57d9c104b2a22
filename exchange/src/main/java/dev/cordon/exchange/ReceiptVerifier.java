package dev.cordon.exchange;

import dev.cordon.kernel.KernelException;
import dev.cordon.kernel.digest.Sha256;
import dev.cordon.kernel.merkle.Checkpoint;
import dev.cordon.kernel.merkle.Hash;
import dev.cordon.kernel.merkle.Note;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.kernel.merkle.ProofException;
import dev.cordon.kernel.merkle.Proofs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks a receipt from its bytes alone.
 *
 * <p>Promises: when all steps held, a ledger whose checkpoints a trusted key signs holds an entry
 * that commits to exactly these words. Promises not: that the words were true when written, nor
 * that the key is the right one. A step that did not hold is the last: what comes after it would
 * rest on it.
 */
public final class ReceiptVerifier {

  private static final HexFormat HEX = HexFormat.of();
  private static final int SALT_SIZE_BYTES = 32;

  /** What entries commit to words that are handed out. */
  private static final List<String> KINDS =
      List.of(
          "package-manifest",
          "source",
          "source-receipt",
          "exhibit",
          "exhibit-receipt",
          "hand-over",
          "custody-act",
          "custody-report",
          "figures-publication",
          "field-report",
          "package-outcome",
          "closing-manifest");

  private final NoteKey[] logs;
  private final List<NoteKey> witnesses;
  private final List<Step> steps = new ArrayList<>();

  private ReceiptVerifier(List<NoteKey> trusted) {
    this.logs = trusted.stream().filter(key -> !key.type().isCosignature()).toArray(NoteKey[]::new);
    this.witnesses = trusted.stream().filter(key -> key.type().isCosignature()).toList();
  }

  /**
   * One check and what came of it.
   *
   * @param check form, statement, commitment, entry, checkpoint, cosignature, inclusion or file
   */
  public record Step(String check, boolean held, String detail) {}

  /** A check failed; the message says on what. */
  private static final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    Refusal(String message) {
      super(message);
    }
  }

  private interface Look {
    String at() throws Refusal, GeneralSecurityException, IOException;
  }

  /**
   * Checks a receipt, and the source's file against it when there is one.
   *
   * @param json the receipt's bytes
   * @param trusted keys of ledgers, one of which must have signed the checkpoint, and of witnesses,
   *     each of which must have cosigned it
   * @param source the file as it was handed over
   */
  public static List<Step> verify(byte[] json, List<NoteKey> trusted, Optional<Path> source) {
    ReceiptVerifier verifier = new ReceiptVerifier(trusted);
    Receipt receipt;
    try {
      receipt = Receipt.read(json);
    } catch (ExchangeException refused) {
      return List.of(new Step("form", false, String.valueOf(refused.getMessage())));
    }
    verifier.steps.add(new Step("form", true, Receipt.FORMAT));
    verifier.run(receipt, source);
    return List.copyOf(verifier.steps);
  }

  private void run(Receipt receipt, Optional<Path> source) {
    boolean held =
        look("statement", () -> statement(receipt))
            && look("commitment", () -> commitment(receipt))
            && look("entry", () -> entry(receipt))
            && look("checkpoint", () -> checkpoint(receipt).origin() + ", signed by a trusted key")
            && (witnesses.isEmpty() || look("cosignature", () -> cosigned(receipt)))
            && look("inclusion", () -> inclusion(receipt));
    if (held && source.isPresent()) {
      look("file", () -> file(receipt, source.get()));
    }
  }

  private boolean look(String check, Look look) {
    try {
      steps.add(new Step(check, true, look.at()));
      return true;
    } catch (Refusal | KernelException | GeneralSecurityException | IOException refused) {
      steps.add(new Step(check, false, String.valueOf(refused.getMessage())));
      return false;
    }
  }

  private static String statement(Receipt receipt) throws Refusal {
    String digest = HEX.formatHex(Sha256.of(receipt.statement().getBytes(StandardCharsets.UTF_8)));
    if (!receipt.records().contains(Receipt.recordOf(digest))) {
      throw new Refusal(
          "its words have the SHA-256 " + digest + ", which the entry's records do not name");
    }
    return "its words have the digest the entry's records name";
  }

  private static String commitment(Receipt receipt) throws Refusal, GeneralSecurityException {
    byte[] salt = hex("the salt", receipt.salt());
    if (salt.length != SALT_SIZE_BYTES) {
      throw new Refusal("the salt has " + salt.length + " bytes instead of " + SALT_SIZE_BYTES);
    }
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(salt, "HmacSHA256"));
    update(mac, "records");
    receipt.records().forEach(record -> update(mac, record));
    String expected = receipt.records().size() + " " + HEX.formatHex(mac.doFinal());
    String found = line(receipt.entry(), "records");
    if (!found.equals(expected)) {
      throw new Refusal("the entry commits to other records than those the receipt names");
    }
    return "the entry commits to these records";
  }

  private static void update(Mac mac, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    mac.update(bytes);
  }

  private static String entry(Receipt receipt) throws Refusal {
    String what = line(receipt.entry(), "what");
    if (!receipt.entry().startsWith("cordon-entry 1\n") || !KINDS.contains(what)) {
      throw new Refusal("it is an entry about '" + what + "', not about one of " + KINDS);
    }
    String operation = line(receipt.entry(), "operation");
    if (!operation.equals(line(receipt.statement(), "operation"))) {
      throw new Refusal("it is of operation " + operation + ", the words are of another");
    }
    return "about '" + what + "', made at " + line(receipt.entry(), "at");
  }

  private Checkpoint checkpoint(Receipt receipt) {
    return Checkpoint.parse(new Note(receipt.checkpoint()).open(logs));
  }

  /** Who brings a witness's key wants to see its cosignature. */
  private String cosigned(Receipt receipt) throws Refusal {
    List<String> names = new ArrayList<>();
    for (NoteKey witness : witnesses) {
      try {
        new Note(receipt.checkpoint()).open(witness);
        names.add(witness.name() + " (" + witness.type() + ")");
      } catch (ProofException refused) {
        throw new Refusal(witness.name() + " (" + witness.type() + "): " + refused.getMessage());
      }
    }
    return "the checkpoint is cosigned by " + String.join(", ", names);
  }

  private String inclusion(Receipt receipt) throws Refusal {
    Checkpoint checkpoint = checkpoint(receipt);
    List<Hash> proof = new ArrayList<>();
    for (String hash : receipt.proof()) {
      byte[] bytes = hex("a hash of the proof", hash);
      if (bytes.length != Hash.SIZE_BYTES) {
        throw new Refusal("a hash of the proof has " + bytes.length + " bytes");
      }
      proof.add(Hash.of(bytes));
    }
    Proofs.verifyInclusion(
        receipt.place(),
        checkpoint.size(),
        Hash.ofLeaf(receipt.entry().getBytes(StandardCharsets.UTF_8)),
        proof,
        checkpoint.root());
    return "entry " + receipt.place() + " of the " + checkpoint.size() + " under the checkpoint";
  }

  private static String file(Receipt receipt, Path source)
      throws Refusal, GeneralSecurityException, IOException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    long size;
    try (InputStream in = new DigestInputStream(Files.newInputStream(source), digest)) {
      size = in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    String found = HEX.formatHex(digest.digest());
    if (!found.equals(line(receipt.statement(), "sha256"))
        || !Long.toString(size).equals(line(receipt.statement(), "size"))) {
      throw new Refusal(
          source + " has " + size + " bytes and the SHA-256 " + found + ": it is another file");
    }
    return source + " has the size and the SHA-256 of the receipt";
  }

  /** The value of the only line of that name. */
  private static String line(String text, String name) throws Refusal {
    List<String> found = text.lines().filter(line -> line.startsWith(name + " ")).limit(2).toList();
    if (found.size() != 1) {
      throw new Refusal("it has not exactly one line '" + name + "'");
    }
    return found.getFirst().substring(name.length() + 1);
  }

  private static byte[] hex(String what, String text) throws Refusal {
    try {
      return HEX.parseHex(text);
    } catch (IllegalArgumentException malformed) {
      throw new Refusal(what + " is not hexadecimal");
    }
  }
}
