package dev.cordon.exchange;

import dev.cordon.kernel.merkle.NoteSigner;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** A small package, signed. */
final class TestPackages {

  static final Map<String, byte[]> PAYLOAD =
      Map.of(
          "data/subjects.csv", "number\r\nS-0001\r\n".getBytes(StandardCharsets.UTF_8),
          "data/law.csv", "what\r\nconduct\r\n".getBytes(StandardCharsets.UTF_8));

  private TestPackages() {}

  static PackageManifest manifest(int version) {
    return new PackageManifest(
        PackageManifest.BAG,
        "P-DK-01",
        version,
        "operation-1",
        "agency-2",
        "H2",
        Instant.parse("2025-02-01T08:00:00Z"),
        new PackageTerms(
            "agency-1",
            "Police of Exampleland",
            "Police of Otherland",
            "DK",
            "Operation Example",
            "national",
            List.of("en", "da"),
            LocalDate.parse("2027-01-01"),
            null),
        PackageBag.entries(PAYLOAD));
  }

  static SortedMap<String, byte[]> signed(NoteSigner signer) {
    byte[] manifest = manifest(1).toBytes();
    return PackageBag.of(manifest, signer.sign(PackageFolder.textToSign(manifest)), PAYLOAD);
  }

  static byte[] sealed(Map<String, byte[]> bag, String... recipients) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SealedPackage.seal("P-DK-01-v1", bag, List.of(recipients), out);
    return out.toByteArray();
  }
}
