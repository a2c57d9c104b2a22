package dev.cordon.cli;

import dev.cordon.exchange.CertificateCheck;
import dev.cordon.exchange.ErasureCertificate;
import dev.cordon.exchange.PackageFolder;
import dev.cordon.exchange.PackageManifest;
import dev.cordon.exchange.PackageRefusedException;
import dev.cordon.kernel.merkle.LogVerifier;
import dev.cordon.kernel.merkle.Note;
import dev.cordon.kernel.merkle.NoteKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The checks, by kind of thing. */
final class Verification {

  private Verification() {}

  static List<Finding> ofLedger(Path ledger, List<NoteKey> trusted) {
    return LogVerifier.verify(ledger, trusted.toArray(NoteKey[]::new)).stream()
        .map(step ->
            new Finding(step.check().name().toLowerCase(Locale.ROOT), step.held(), step.detail()))
        .toList();
  }

  static List<Finding> ofCertificate(Path file, List<NoteKey> trusted) throws IOException {
    NoteKey[] keys = trusted.toArray(NoteKey[]::new);
    ErasureCertificate certificate = ErasureCertificate.read(Files.readAllBytes(file));
    return CertificateCheck.of(certificate, note -> new Note(note).open(keys)).stream()
        .map(check -> new Finding(check.name(), check.held(), check.detail()))
        .toList();
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
