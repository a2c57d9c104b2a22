package dev.cordon.exchange;

import dev.cordon.kernel.KernelException;
import dev.cordon.kernel.merkle.Checkpoint;
import dev.cordon.kernel.merkle.Hash;
import dev.cordon.kernel.merkle.Proofs;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One check of a certificate and what came of it.
 *
 * @param name of the check
 * @param detail what was found
 */
public record CertificateCheck(String name, boolean held, String detail) {

  /**
   * Makes all checks, in the order in which they build on each other.
   *
   * @param openNote opens a signed note with a trusted key; throws when none signed it
   */
  public static List<CertificateCheck> of(ErasureCertificate certificate, NoteOpener openNote) {
    List<CertificateCheck> checks = new ArrayList<>();
    checks.add(check("form", () -> form(certificate)));
    checks.add(check("statement", () -> statement(certificate)));
    checks.add(check("entry", () -> entry(certificate)));
    checks.add(check("checkpoint", () -> checkpoint(certificate, openNote).text().strip()));
    checks.add(check("inclusion", () -> inclusion(certificate, openNote)));
    return List.copyOf(checks);
  }

  private static CertificateCheck check(String name, Supplier<String> act) {
    try {
      return new CertificateCheck(name, true, act.get().replace('\n', ' '));
    } catch (KernelException | IllegalArgumentException failed) {
      return new CertificateCheck(name, false, String.valueOf(failed.getMessage()));
    }
  }

  private static String form(ErasureCertificate certificate) {
    require(
        certificate.form().equals(ErasureCertificate.FORM),
        "it is of the form " + certificate.form() + ", not " + ErasureCertificate.FORM);
    return certificate.form();
  }

  private static String statement(ErasureCertificate certificate) {
    String digest = ErasureCertificate.digest(certificate.statement());
    require(
        certificate.entry().records().contains(digest),
        "the statement's digest is " + digest + ", which the entry does not name: it was changed");
    return "its digest is one of the records the entry names";
  }

  private static String entry(ErasureCertificate certificate) {
    ErasureCertificate.Entry entry = certificate.entry();
    byte[] salt = HexFormat.of().parseHex(entry.salt());
    String committed =
        "records "
            + entry.records().size()
            + " "
            + HexFormat.of().formatHex(commitment(salt, entry.records()));
    List<String> lines = entry.leaf().lines().toList();
    require(lines.contains(committed), "the entry does not commit to these records");
    require(
        lines.contains("act ERASURE") && lines.contains("what " + ErasureCertificate.WHAT),
        "the entry is not one of a certificate");
    require(
        lines.contains("operation " + certificate.statement().get("operation")),
        "the entry is of another operation than the statement");
    return "it commits to the statement, for the operation the statement names";
  }

  private static Checkpoint checkpoint(ErasureCertificate certificate, NoteOpener openNote) {
    return Checkpoint.parse(openNote.open(certificate.inclusion().checkpoint()));
  }

  private static String inclusion(ErasureCertificate certificate, NoteOpener openNote) {
    Checkpoint checkpoint = checkpoint(certificate, openNote);
    List<Hash> proof =
        certificate.inclusion().proof().stream()
            .map(hash -> Hash.of(HexFormat.of().parseHex(hash)))
            .toList();
    Hash leaf = Hash.ofLeaf(certificate.entry().leaf().getBytes(StandardCharsets.UTF_8));
    long place = certificate.inclusion().place();
    Proofs.verifyInclusion(place, checkpoint.size(), leaf, proof, checkpoint.root());
    return "the entry is leaf " + place + " of " + checkpoint.size();
  }

  /** HMAC-SHA-256 under the salt over the label and each record, each with its length before it. */
  private static byte[] commitment(byte[] salt, List<String> records) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(salt, "HmacSHA256"));
      update(mac, "records");
      records.forEach(record -> update(mac, record));
      return mac.doFinal();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has HmacSHA256", impossible);
    }
  }

  private static void update(Mac mac, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    mac.update(bytes);
  }

  private static void require(boolean held, String otherwise) {
    if (!held) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
