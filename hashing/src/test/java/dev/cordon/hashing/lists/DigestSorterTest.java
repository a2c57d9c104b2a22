package dev.cordon.hashing.lists;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.formats.Position;
import dev.cordon.formats.lists.HashKind;
import dev.cordon.formats.lists.HashLists;
import dev.cordon.formats.lists.ListEntry;
import dev.cordon.formats.lists.ListHandler;
import dev.cordon.formats.lists.ListedHash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sorted by the class, and by the JDK; lists of digests that begin alike among them. */
class DigestSorterTest {

  private record Row(String hex, long number) {}

  @TempDir private Path folder;

  /** How many first digits all digests share, up to all of them. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 11, 30, 32})
  void records_comeInOrder_equalOnesByTheirRows(int shared) throws IOException {
    List<Row> rows = rows(shared);
    List<Row> sorted = new ArrayList<>();
    try (DigestSorter sorter = new DigestSorter(folder, "md5", 16, 400)) {
      for (Row row : rows) {
        sorter.add(hash(row.hex()), row.number());
      }
      sorter.sortInto((bytes, from, length) -> {
        for (int at = from; at < from + length; at += 20) {
          String hex = HexFormat.of().formatHex(bytes, at, at + 20);
          sorted.add(
              new Row(hex.substring(0, 32), HexFormat.fromHexDigitsToLong(hex.substring(32))));
        }
      });
    }
    rows.sort(java.util.Comparator.comparing(Row::hex).thenComparingLong(Row::number));
    assertThat(sorted).isEqualTo(rows);
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 11, 32})
  void file_givesEachRowOfADigest_andNoneOfAnother(int shared) throws IOException {
    List<Row> rows = rows(shared);
    Path file = folder.resolve("md5");
    try (DigestSorter sorter = new DigestSorter(folder, "md5", 16, 1 << 20)) {
      for (Row row : rows) {
        sorter.add(hash(row.hex()), row.number());
      }
      DigestFile.write(file, HashKind.MD5, sorter);
    }
    try (DigestFile digests = DigestFile.open(file, HashKind.MD5)) {
      assertThat(digests.count()).isEqualTo(rows.size());
      for (Row row : rows) {
        List<Long> found = new ArrayList<>();
        digests.find(HexFormat.of().parseHex(row.hex()), found::add);
        assertThat(found)
            .isEqualTo(
                rows.stream()
                    .filter(one -> one.hex().equals(row.hex()))
                    .map(Row::number)
                    .sorted()
                    .toList());
      }
      List<Long> none = new ArrayList<>();
      digests.find(HexFormat.of().parseHex("ff".repeat(16)), none::add);
      digests.find(new byte[16], none::add);
      assertThat(none).isEmpty();
    }
  }

  private static List<Row> rows(int shared) {
    SplittableRandom random = new SplittableRandom(shared);
    List<Row> rows = new ArrayList<>();
    for (int number = 0; number < 300; number++) {
      String digits =
          HexFormat.of().toHexDigits(random.nextLong() & 0x7fffffffffffffffL)
              + HexFormat.of().toHexDigits(random.nextLong());
      String hex =
          "a1b2c3d4e5f60718293a4b5c6d7e8f90".substring(0, shared) + digits.substring(shared);
      rows.add(new Row(number % 7 == 0 && number > 0 ? rows.getLast().hex() : hex, number));
    }
    return rows;
  }

  private static ListedHash hash(String hex) throws IOException {
    List<ListedHash> read = new ArrayList<>();
    HashLists.read(
        new ByteArrayInputStream(("md5\n" + hex + "\n").getBytes(StandardCharsets.UTF_8)),
        null,
        new ListHandler() {
          @Override
          public void entry(ListEntry entry) {
            read.addAll(entry.hashes());
          }

          @Override
          public void broken(Position position, String reason) {
            throw new IllegalStateException(reason);
          }
        });
    return read.getFirst();
  }
}
