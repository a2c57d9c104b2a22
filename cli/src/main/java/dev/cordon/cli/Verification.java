package dev.cordon.cli;

import dev.cordon.exchange.CertificateCheck;
import dev.cordon.exchange.ErasureCertificate;
import dev.cordon.exchange.PackageFolder;
import dev.cordon.exchange.PackageManifest;
import dev.cordon.exchange.PackageRefusedException;
import dev.cordon.exchange.ReceiptVerifier;
import dev.cordon.kernel.merkle.Note;
import dev.cordon.kernel.merkle.NoteKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The checks, by kind of thing. */
final class Verification {

  private Verification() {}

  static List<Finding> ofReceipt(byte[] json, List<NoteKey> trusted, Optional<Path> source) {
    return ReceiptVerifier.verify(json, trusted, source).stream()
        .map(step -> new Finding(step.check(), step.held(), step.detail()))
        .toList();
  }

  /** Whether the bytes say of themselves that they are a certificate of erasure. */
  static boolean isCertificate(byte[] json) {
    String head = new String(json, 0, Math.min(json.length, 1024), StandardCharsets.UTF_8);
    return head.contains(ErasureCertificate.FORM);
  }

  static List<Finding> ofCertificate(byte[] json, List<NoteKey> trusted) {
    NoteKey[] keys = trusted.toArray(NoteKey[]::new);
    try {
      ErasureCertificate certificate = ErasureCertificate.read(json);
      return CertificateCheck.of(certificate, note -> new Note(note).open(keys)).stream()
          .map(check -> new Finding(check.name(), check.held(), check.detail()))
          .toList();
    } catch (PackageRefusedException refused) {
      return List.of(new Finding("form", false, String.valueOf(refused.getMessage())));
    }
  }

  static List<Finding> ofPackage(Path folder, List<NoteKey> trusted) {
    NoteKey[] keys = trusted.toArray(NoteKey[]::new);
    try {
      PackageManifest manifest = PackageFolder.verify(folder, note -> new Note(note).open(keys));
      return List.of(
          new Finding(
              "package",
              true,
              "signed by a trusted key, each of its "
                  + manifest.files().size()
                  + " files as listed"));
    } catch (PackageRefusedException refused) {
      return List.of(
          new Finding(refused.check().label(), false, String.valueOf(refused.getMessage())));
    }
  }
}
