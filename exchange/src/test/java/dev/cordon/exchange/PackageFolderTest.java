package dev.cordon.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.exchange.PackageRefusedException.Check;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageFolderTest {

  private static final NoteOpener KEYS =
      note -> {
        if (!note.endsWith("\n— test\n")) {
          throw new ExchangeException("no trusted key signed it");
        }
        return note.substring(0, note.length() - "\n— test\n".length());
      };

  @TempDir private Path directory;
  private Path folder;
  private byte[] manifest;

  @BeforeEach
  void writePackage() {
    folder = directory.resolve("package");
    byte[] subjects = "number,name\nS-0001,Example\n".getBytes(StandardCharsets.UTF_8);
    manifest = manifest(List.of(PackageFolder.entry("data/subjects.csv", subjects))).toBytes();
    String note = PackageFolder.textToSign(manifest) + "\n— test\n";
    PackageFolder.write(folder, manifest, note, Map.of("data/subjects.csv", subjects));
  }

  @Test
  void verify_passesAnUntouchedPackage() {
    assertThat(PackageFolder.verify(folder, KEYS).number()).isEqualTo("P-DK-01");
  }

  @Test
  void manifest_givesTheSameBytesAgain() {
    assertThat(PackageManifest.read(manifest).toBytes()).isEqualTo(manifest);
  }

  @Test
  void verify_namesAChangedFile() throws IOException {
    Files.writeString(folder.resolve("data/subjects.csv"), "number,name\nS-0002,Example\n");
    refused(Check.DIGESTS);
  }

  @Test
  void verify_namesATruncatedFile() throws IOException {
    Files.writeString(folder.resolve("data/subjects.csv"), "number");
    refused(Check.SIZES);
  }

  @Test
  void verify_namesAMissingFile() throws IOException {
    Files.delete(folder.resolve("data/subjects.csv"));
    refused(Check.FILES);
  }

  @Test
  void verify_namesAFileTooMany() throws IOException {
    Files.writeString(folder.resolve("data/more.csv"), "");
    refused(Check.FILES);
  }

  @Test
  void verify_namesALink() throws IOException {
    Files.createSymbolicLink(folder.resolve("data/link.csv"), Path.of("subjects.csv"));
    refused(Check.FILES);
  }

  @Test
  void verify_namesAnUnknownSigner() throws IOException {
    Files.writeString(folder.resolve("manifest.note"), "anything");
    refused(Check.SIGNATURE);
  }

  @Test
  void verify_namesAnotherManifest() throws IOException {
    Files.write(folder.resolve("manifest.json"), manifest(List.of()).toBytes());
    refused(Check.MANIFEST_DIGEST);
  }

  @Test
  void verify_namesAnUnsafePath() throws IOException {
    resign(manifest(List.of(PackageFolder.entry("data/../../out", new byte[0]))).toBytes());
    refused(Check.PATHS);
  }

  @Test
  void verify_namesANewerFormat() throws IOException {
    String newer =
        new String(manifest, StandardCharsets.UTF_8)
            .replaceFirst("\"format\" : 1", "\"format\" : 2");
    resign(newer.getBytes(StandardCharsets.UTF_8));
    refused(Check.FORMAT);
  }

  @Test
  void verify_namesAMissingManifest() throws IOException {
    Files.delete(folder.resolve("manifest.json"));
    refused(Check.PRESENT);
  }

  private void resign(byte[] other) throws IOException {
    Files.write(folder.resolve("manifest.json"), other);
    Files.writeString(
        folder.resolve("manifest.note"), PackageFolder.textToSign(other) + "\n— test\n");
  }

  private void refused(Check check) {
    assertThatThrownBy(() -> PackageFolder.verify(folder, KEYS))
        .isInstanceOfSatisfying(
            PackageRefusedException.class, e -> assertThat(e.check()).isEqualTo(check));
  }

  private static PackageManifest manifest(List<PackageManifest.FileEntry> files) {
    return new PackageManifest(
        PackageManifest.FOLDER,
        "P-DK-01",
        1,
        "operation",
        "recipient",
        "H2",
        Instant.parse("2025-02-01T00:00:00Z"),
        files);
  }
}
