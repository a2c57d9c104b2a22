package dev.cordon.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.exchange.PackageRefusedException.Check;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BagTest {

  @TempDir private Path directory;
  private final SortedMap<String, byte[]> bag =
      new TreeMap<>(
          Bag.of(
              Map.of(
                  "data/subjects.csv", bytes("number\r\nS-1\r\n"),
                  "data/åæø/100% of\nit.txt", bytes("x"),
                  "bag-info.txt", bytes("Payload-Oxum: 14.2\n"))));

  @Test
  void bag_isWhatTheStandardDescribes() {
    assertThat(text("bagit.txt"))
        .isEqualTo("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    assertThat(text("manifest-sha256.txt"))
        .contains("  data/subjects.csv\n")
        .contains("  data/åæø/100%25 of%0Ait.txt\n");
    assertThat(text("manifest-sha512.txt").lines()).hasSize(2);
    assertThat(text("tagmanifest-sha256.txt"))
        .contains("  bagit.txt\n", "  bag-info.txt\n", "  manifest-sha512.txt\n")
        .doesNotContain("tagmanifest");
  }

  @Test
  void bag_thatIsWhole_isAccepted_fromMemoryAndDisk() {
    Bag.check(bag);
    BagFolder.write(directory.resolve("bag"), bag);
    SortedMap<String, byte[]> read = BagFolder.read(directory.resolve("bag"), PackageLimits.USUAL);
    assertThat(read.keySet()).isEqualTo(bag.keySet());
    Bag.check(read);
  }

  @Test
  void bag_ofTheSameFiles_hasTheSameBytes() {
    Map<String, byte[]> files = Map.of("data/a", bytes("1"), "data/b", bytes("2"));
    assertThat(Bag.of(files)).usingRecursiveComparison().isEqualTo(Bag.of(new TreeMap<>(files)));
  }

  @Test
  void bag_withoutTagManifestsAndWithOtherLineEnds_isAccepted() {
    bag.keySet().removeIf(path -> path.startsWith("tagmanifest") || path.contains("512"));
    bag.put("manifest-sha256.txt", bytes(text("manifest-sha256.txt").replace("\n", "\r\n")));
    Bag.check(bag);
  }

  @Test
  void change_inAnyFile_isNamed() {
    for (String path : bag.keySet()) {
      SortedMap<String, byte[]> changed = new TreeMap<>(bag);
      byte[] content = bag.get(path).clone();
      content[content.length / 2] ^= 1;
      changed.put(path, content);
      assertThatThrownBy(() -> Bag.check(changed))
          .as(path)
          .isInstanceOf(PackageRefusedException.class);
    }
  }

  @Test
  void files_thatMissOrAreTooMany_areNamed() {
    SortedMap<String, byte[]> less = new TreeMap<>(bag);
    less.remove("data/subjects.csv");
    refused(less, Check.FILES);
    SortedMap<String, byte[]> more = new TreeMap<>(bag);
    more.put("data/more.csv", new byte[0]);
    refused(more, Check.FILES);
    SortedMap<String, byte[]> elsewhere = new TreeMap<>(bag);
    elsewhere.put("fetch.txt", bytes("https://files.example.org/x 1 data/x\n"));
    refused(elsewhere, Check.FILES);
    SortedMap<String, byte[]> tagGone = new TreeMap<>(bag);
    tagGone.remove("bag-info.txt");
    refused(tagGone, Check.FILES);
  }

  @Test
  void bag_withWeakDigestsOnly_isRefused() {
    bag.keySet().removeIf(path -> path.contains("manifest-"));
    bag.put("manifest-md5.txt", bytes("d41d8cd98f00b204e9800998ecf8427e  data/subjects.csv\n"));
    refused(bag, Check.BAG);
  }

  @Test
  void bag_thatStatesAnotherSize_isRefused() {
    bag.keySet().removeIf(path -> path.startsWith("tagmanifest"));
    bag.put("bag-info.txt", bytes("Payload-Oxum: 15.2\n"));
    refused(bag, Check.SIZES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data/../out",
        "/data/x",
        "data//x",
        "data/./x",
        "~root/x",
        "data/x\\y",
        "data/c:x",
        "data/nul.txt",
        "data/x.",
        "data/x ",
        "data/\u0007",
        "data/\ud800",
        ""
      })
  void path_thatLeadsElsewhere_isRefused(String path) {
    bag.put(path, new byte[0]);
    refused(bag, Check.PATHS);
    assertThatThrownBy(() -> Bag.of(Map.of(path, new byte[0])))
        .isInstanceOf(PackageRefusedException.class);
    assertThatThrownBy(() -> BagFolder.write(directory.resolve("never"), Map.of(path, new byte[0])))
        .isInstanceOf(PackageRefusedException.class);
    assertThat(directory.resolve("never")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"data/Subjects.csv", "data/a\u030aæø/100% of\nit.txt", "data/subjects.csv/x"})
  void path_thatIsTheSameFileElsewhere_isRefused(String path) {
    bag.put(path, new byte[0]);
    refused(bag, Check.PATHS);
  }

  @Test
  void manifest_thatIsMalformed_isRefusedWithItsLine() {
    for (String line :
        new String[] {
          "abc  data/x", "g".repeat(64) + "  data/x", "a".repeat(64), "a".repeat(64) + " "
        }) {
      bag.put("manifest-sha256.txt", bytes("\n" + line + "\n"));
      assertThatThrownBy(() -> Bag.check(bag)).hasMessageContaining("line 2");
    }
    bag.put("manifest-sha256.txt", bytes("a".repeat(64) + "  data/%41\n"));
    refused(bag, Check.PATHS);
    bag.put("manifest-sha256.txt", new byte[] {(byte) 0xff});
    refused(bag, Check.BAG);
  }

  @Test
  void folder_withALinkOrTooMuch_isRefused() throws IOException {
    Path folder = directory.resolve("bag");
    BagFolder.write(folder, bag);
    assertThatThrownBy(() -> BagFolder.read(folder, new PackageLimits(100, 100, 20)))
        .hasMessageContaining("bounds");
    assertThatThrownBy(() -> BagFolder.read(folder, new PackageLimits(3, 1000, 5000)))
        .hasMessageContaining("more than 3 files");
    Files.createSymbolicLink(folder.resolve("data/link"), Path.of("/etc/hostname"));
    assertThatThrownBy(() -> BagFolder.read(folder, PackageLimits.USUAL))
        .hasMessageContaining("data/link is no plain file");
  }

  private String text(String path) {
    return new String(bag.get(path), StandardCharsets.UTF_8);
  }

  private static void refused(Map<String, byte[]> files, Check check) {
    assertThatThrownBy(() -> Bag.check(files))
        .isInstanceOfSatisfying(
            PackageRefusedException.class, e -> assertThat(e.check()).isEqualTo(check));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
