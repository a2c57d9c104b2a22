package dev.cordon.exchange;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cordon.kernel.merkle.NoteSigner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;

/** Whatever a package's bytes hold: refused by name, or what it was. */
class PackageFuzzTest {

  private static final NoteSigner SIGNER = NoteSigner.generate("lead.example");
  private static final SealingKey KEY = SealingKey.generate();
  private static final SortedMap<String, byte[]> BAG = TestPackages.signed(SIGNER);
  private static final byte[] SEALED = TestPackages.sealed(BAG, KEY.recipient());
  private static final byte[] TAR = tar();
  private static final PackageLimits SMALL = new PackageLimits(50, 100_000, 1_000_000);

  @FuzzTest(maxDuration = "20s")
  void sealedFile_isRefusedByName_orIsWhatWasSealed(FuzzedDataProvider data) {
    byte[] changed = mixed(SEALED, data);
    try {
      Map<String, byte[]> opened =
          SealedPackage.open(new ByteArrayInputStream(changed), List.of(KEY.identity()), SMALL);
      Assertions.assertThat(opened).usingRecursiveComparison().isEqualTo(BAG);
    } catch (PackageRefusedException refused) {
      Assertions.assertThat(refused.detail()).isNotBlank();
    }
  }

  @FuzzTest(maxDuration = "20s")
  void archive_isRefusedByName_orHoldsSafePathsOnly(FuzzedDataProvider data) throws IOException {
    byte[] changed = data.consumeBoolean() ? mixed(TAR, data) : data.consumeRemainingAsBytes();
    try {
      SortedMap<String, byte[]> files =
          PackageArchive.read(new ByteArrayInputStream(changed), SMALL);
      files.keySet().forEach(BagPaths::checked);
      CheckedPackage checked =
          PackageTrust.check(files, List.of(KnownKey.of(SIGNER.key())), PackageExpectation.NONE);
      if (checked.held()) {
        Assertions.assertThat(files).usingRecursiveComparison().isEqualTo(BAG);
      }
    } catch (PackageRefusedException refused) {
      Assertions.assertThat(refused.detail()).isNotBlank();
    } catch (IOException cut) {
      Assertions.assertThat(cut.getMessage()).isNotNull();
    }
  }

  @FuzzTest(maxDuration = "20s")
  void bag_isRefusedByName_orIsTheSigned(FuzzedDataProvider data) {
    SortedMap<String, byte[]> files = new TreeMap<>(BAG);
    String path = data.pickValue(List.copyOf(BAG.keySet()));
    files.put(data.consumeBoolean() ? path : data.consumeString(60), data.consumeBytes(400));
    files.put(path, data.consumeRemainingAsBytes());
    CheckedPackage checked =
        PackageTrust.check(files, List.of(KnownKey.of(SIGNER.key())), PackageExpectation.NONE);
    if (checked.held()) {
      Assertions.assertThat(files).usingRecursiveComparison().isEqualTo(BAG);
    }
  }

  @FuzzTest(maxDuration = "20s")
  void table_isRefusedByName_orReadsAsItIsWrittenAgain(byte[] data) {
    try {
      PackageTable table = PackageTable.read("t.csv", data);
      PackageTable again = PackageTable.read("t.csv", table.bytes());
      Assertions.assertThat(again).isEqualTo(table);
    } catch (PackageRefusedException refused) {
      Assertions.assertThat(refused.check())
          .isIn(PackageRefusedException.Check.CONTENT, PackageRefusedException.Check.BAG);
    }
  }

  private static byte[] mixed(byte[] whole, FuzzedDataProvider data) {
    byte[] changed = Arrays.copyOf(whole, data.consumeInt(0, whole.length + 100));
    while (data.remainingBytes() > 3 && changed.length > 0) {
      changed[data.consumeInt(0, changed.length - 1)] = data.consumeByte();
    }
    return changed;
  }

  private static byte[] tar() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PackageArchive.write("P", BAG, out);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return out.toByteArray();
  }
}
