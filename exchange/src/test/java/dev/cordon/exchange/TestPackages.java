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
          "data/subjects.csv", subjects("S-0001", "DK"),
          "data/records.csv", records("S-0001"),
          "data/law.csv", "what\r\nconduct\r\n".getBytes(StandardCharsets.UTF_8));

  private TestPackages() {}

  static byte[] subjects(String number, String country) {
    return new PackageTable.Builder("number", "category", "attribution_reason", "jurisdiction")
        .add(number, "suspect", "billing country", country)
        .bytes();
  }

  static byte[] records(String number) {
    return new PackageTable.Builder(
            "number",
            "kind",
            "label",
            "value",
            "at",
            "source_name",
            "source_table",
            "source_row",
            "concerns")
        .add(
            number,
            "EMAIL",
            "account",
            "x@mail.example",
            "2024-10-01T12:00:00Z",
            "shop",
            "users",
            1,
            "subject")
        .bytes();
  }

  static PackageManifest manifest(int version) {
    return manifest(version, PAYLOAD);
  }

  static PackageManifest manifest(int version, Map<String, byte[]> payload) {
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
        PackageBag.entries(payload));
  }

  static SortedMap<String, byte[]> signed(NoteSigner signer) {
    return signed(signer, PAYLOAD);
  }

  static SortedMap<String, byte[]> signed(NoteSigner signer, Map<String, byte[]> payload) {
    byte[] manifest = manifest(1, payload).toBytes();
    return PackageBag.of(manifest, signer.sign(PackageFolder.textToSign(manifest)), payload);
  }

  static byte[] sealed(Map<String, byte[]> bag, String... recipients) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SealedPackage.seal("P-DK-01-v1", bag, List.of(recipients), out);
    return out.toByteArray();
  }
}
