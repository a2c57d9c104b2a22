package dev.cordon.hashing.exhibits;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What mmls and fls print comes from a seized disk. */
class ListingParsersFuzzTest {

  @FuzzTest(maxDuration = "2m")
  void lines_neverThrow(FuzzedDataProvider data) {
    String line = data.consumeRemainingAsString();
    ListedFile.of(line).ifPresent(file -> assertThat(file.size()).isNotNegative());
    for (Partition partition : Partition.of(line.lines().toList())) {
      assertThat(partition.offset()).isNotNegative();
    }
  }

  @Test
  void mmls_partitionsAreTold() {
    List<Partition> partitions =
        Partition.of(
            List.of(
                "DOS Partition Table",
                "Units are in 512-byte sectors",
                "      Slot      Start        End          Length       Description",
                "000:  Meta      0000000000   0000000000   0000000001   Primary Table (#0)",
                "001:  -------   0000000000   0000002047   0000002048   Unallocated",
                "002:  000:000   0000002048   0000018431   0000016384   Linux (0x83)",
                "004:  000       0000020480   0000030000   0000009521   Basic data partition"));
    assertThat(partitions)
        .containsExactly(
            new Partition(2048, 16384, "Linux (0x83)"),
            new Partition(20480, 9521, "Basic data partition"));
  }

  @Test
  void fls_filesAreTold_whateverTheirNames() {
    String times = "\t2026-01-01 00:00:00 (UTC)".repeat(4);
    assertThat(ListedFile.of("r/r 13:\ta/b\tc.png" + times + "\t12\t0\t0"))
        .contains(new ListedFile("13", "a/b\tc.png", 12, false, false, true));
    assertThat(ListedFile.of("r/r * 38-128-1(realloc):\tx" + times + "\t7\t0\t0"))
        .contains(new ListedFile("38-128-1", "x", 7, true, true, true));
    assertThat(ListedFile.of("-/r * 0:\t$Orphan/x" + times + "\t0\t0\t0"))
        .contains(new ListedFile("0", "$Orphan/x", 0, true, false, true));
    assertThat(ListedFile.of("d/d 11:\tfolder" + times + "\t0\t0\t0"))
        .hasValueSatisfying(file -> assertThat(file.isRegular()).isFalse());
    assertThat(ListedFile.of("r/r 13:\tshort\t1")).isEmpty();
    assertThat(ListedFile.of("")).isEmpty();
  }
}
