package dev.cordon.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cordon.exchange.PackageRefusedException.Check;
import dev.cordon.kernel.merkle.NoteSigner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedPackageTest {

  private static final SealingKey KEY = SealingKey.generate();
  private static final SealingKey OTHER = SealingKey.generate();

  @TempDir private Path directory;
  private final SortedMap<String, byte[]> bag =
      TestPackages.signed(NoteSigner.generate("lead.example"));

  @Test
  void package_opensWithAnyOfTheKeysItIsSealedTo() {
    byte[] sealed = TestPackages.sealed(bag, OTHER.recipient(), KEY.recipient());

    for (List<String> identities :
        List.of(
            List.of(KEY.identity()),
            List.of(OTHER.identity()),
            List.of(KEY.identity(), OTHER.identity()),
            List.of(SealingKey.generate().identity(), KEY.identity()))) {
      assertThat(open(sealed, identities)).usingRecursiveComparison().isEqualTo(bag);
    }
  }

  @Test
  void package_ofManySizes_opensToTheSameBytes() {
    for (int size : new int[] {0, 1, 8191, 8192, 65_535, 65_536, 65_537, 131_072, 300_001}) {
      byte[] content = new byte[size];
      new Random(size).nextBytes(content);
      SortedMap<String, byte[]> large = Bag.of(Map.of("data/large", content));
      byte[] sealed = TestPackages.sealed(large, KEY.recipient());
      assertThat(open(sealed, List.of(KEY.identity()))).usingRecursiveComparison().isEqualTo(large);
    }
  }

  @Test
  void package_sealedToSomebodyElse_isRefused() {
    refused(Check.SEALED, TestPackages.sealed(bag, OTHER.recipient()));
  }

  @Test
  void package_cutOffAnywhere_isRefused() {
    byte[] sealed = TestPackages.sealed(bag, KEY.recipient());
    for (int length = 0; length < sealed.length; length += 97) {
      byte[] cut = Arrays.copyOf(sealed, length);
      assertThatThrownBy(() -> open(cut, List.of(KEY.identity())))
          .as("cut to " + length)
          .isInstanceOf(PackageRefusedException.class);
    }
    refused(Check.UNCHANGED, Arrays.copyOf(sealed, sealed.length - 1));
    refused(Check.UNCHANGED, Arrays.copyOf(sealed, sealed.length + 1));
  }

  @Test
  void package_cutOffAtAChunk_isRefused() {
    SortedMap<String, byte[]> large = Bag.of(Map.of("data/large", new byte[200_000]));
    byte[] sealed = TestPackages.sealed(large, KEY.recipient());
    String text = new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1);
    int payload = text.indexOf('\n', text.indexOf("\n--- ") + 1) + 1 + 16;
    refused(Check.UNCHANGED, Arrays.copyOf(sealed, payload + 65_536 + 16));
    refused(Check.UNCHANGED, Arrays.copyOf(sealed, payload + 2 * (65_536 + 16)));
  }

  @Test
  void package_changedInAnyByte_isRefused() {
    byte[] sealed = TestPackages.sealed(bag, KEY.recipient());
    for (int place = 0; place < sealed.length; place += place < 400 ? 1 : 53) {
      byte[] changed = sealed.clone();
      changed[place] ^= 1;
      assertThatThrownBy(() -> open(changed, List.of(KEY.identity())))
          .as("byte " + place)
          .isInstanceOf(PackageRefusedException.class);
    }
  }

  @Test
  void package_ofANewerAge_isNamedAsThat() {
    refused(
        Check.FORMAT,
        "age-encryption.org/v2\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    refused(Check.SEALED, "PK\3\4".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  @Test
  void package_thatIsTooLarge_isRefusedBeforeItIsRead() {
    SortedMap<String, byte[]> large = Bag.of(Map.of("data/large", new byte[3_000_000]));
    byte[] sealed = TestPackages.sealed(large, KEY.recipient());
    assertThatThrownBy(() ->
            SealedPackage.open(
                new ByteArrayInputStream(sealed),
                List.of(KEY.identity()),
                new PackageLimits(10, 1_000_000, 2_000_000)))
        .isInstanceOfSatisfying(
            PackageRefusedException.class, e -> assertThat(e.check()).isEqualTo(Check.BOUNDS));
  }

  @Test
  void archive_givesTheSameBytes_andRefusesTricks() throws IOException {
    ByteArrayOutputStream once = new ByteArrayOutputStream();
    ByteArrayOutputStream twice = new ByteArrayOutputStream();
    PackageArchive.write("P", bag, once);
    PackageArchive.write("P", bag, twice);
    assertThat(once.toByteArray()).isEqualTo(twice.toByteArray());
    assertThat(archive(once.toByteArray())).usingRecursiveComparison().isEqualTo(bag);

    refusedArchive(Check.PATHS, entry("P/../../etc/x", '0'));
    refusedArchive(Check.PATHS, entry("P/data\\x", '0'));
    refusedArchive(Check.ARCHIVE, entry("P/link", '2'));
    refusedArchive(Check.ARCHIVE, entry("P/hard", '1'));
    refusedArchive(Check.ARCHIVE, entry("P/device", '3'));
    refusedArchive(Check.ARCHIVE, entry("beside", '0'));
    refusedArchive(Check.ARCHIVE, entry("P/a", '0'), entry("Q/a", '0'));
    refusedArchive(Check.FILES, entry("P/a", '0'), entry("P/a", '0'));
    byte[] more = Arrays.copyOf(once.toByteArray(), once.size() + 512);
    more[once.size() + 100] = 1;
    assertThatThrownBy(() -> archive(more)).hasMessageContaining("after the TAR's end");
    assertThatThrownBy(() -> archive(new byte[10_240])).hasMessageContaining("no file");
  }

  @Test
  void key_thatIsNone_isSaid() {
    assertThatThrownBy(() -> TestPackages.sealed(bag, "age1nothing"))
        .hasMessageContaining("begins with age1");
    assertThatThrownBy(() -> open(TestPackages.sealed(bag, KEY.recipient()), List.of("SECRET")))
        .hasMessageContaining("AGE-SECRET-KEY-1")
        .hasMessageNotContaining("SECRET'");
    assertThat(KEY.toString()).doesNotContain("SECRET");
  }

  @Test
  void publicTool_opensWhatIsSealedHere_andTheOtherWayRound() throws Exception {
    assumeTrue(toolIsHere(), "age is not installed");
    Path identity = directory.resolve("identity");
    Files.writeString(identity, KEY.identity() + "\n");
    Path sealed = directory.resolve("package.age");
    Files.write(sealed, TestPackages.sealed(bag, KEY.recipient()));

    run("age", "-d", "-i", identity.toString(), "-o", "package.tar", "package.age");
    run("tar", "-xf", "package.tar");
    assertThat(BagFolder.read(directory.resolve("P-DK-01-v1"), PackageLimits.USUAL))
        .usingRecursiveComparison()
        .isEqualTo(bag);
    run("sha256sum", "--quiet", "-c", "manifest-sha256.txt");
    run("sha512sum", "--quiet", "-c", "tagmanifest-sha512.txt");

    run("tar", "-cf", "again.tar", "P-DK-01-v1");
    run("age", "-r", KEY.recipient(), "-o", "again.age", "again.tar");
    assertThat(open(Files.readAllBytes(directory.resolve("again.age")), List.of(KEY.identity())))
        .usingRecursiveComparison()
        .isEqualTo(bag);
  }

  private void run(String... command) throws Exception {
    boolean inside = command[0].startsWith("sha");
    Process process =
        new ProcessBuilder(command)
            .directory((inside ? directory.resolve("P-DK-01-v1") : directory).toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("output").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(directory.resolve("output"))).isZero();
  }

  private static boolean toolIsHere() {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "age")));
  }

  private static SortedMap<String, byte[]> open(byte[] sealed, List<String> identities) {
    return SealedPackage.open(new ByteArrayInputStream(sealed), identities, PackageLimits.USUAL);
  }

  private static void refused(Check check, byte[] sealed) {
    assertThatThrownBy(() -> open(sealed, List.of(KEY.identity())))
        .isInstanceOfSatisfying(
            PackageRefusedException.class, e -> assertThat(e.check()).isEqualTo(check));
  }

  private static SortedMap<String, byte[]> archive(byte[] tar) throws IOException {
    return PackageArchive.read(new ByteArrayInputStream(tar), PackageLimits.USUAL);
  }

  private static void refusedArchive(Check check, TarArchiveEntry... entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      for (TarArchiveEntry entry : entries) {
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
      }
    }
    assertThatThrownBy(() -> archive(out.toByteArray()))
        .isInstanceOfSatisfying(
            PackageRefusedException.class, e -> assertThat(e.check()).isEqualTo(check));
  }

  private static TarArchiveEntry entry(String name, char kind) {
    TarArchiveEntry entry = new TarArchiveEntry(name, (byte) kind, true);
    if (kind == '1' || kind == '2') {
      entry.setLinkName("/etc/hostname");
    }
    return entry;
  }
}
