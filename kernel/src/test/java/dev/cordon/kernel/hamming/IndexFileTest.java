package dev.cordon.kernel.hamming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cordon.kernel.KernelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexFileTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 8192, 40_000})
  void savedIndex_opensAndGoesOn(int count) throws IOException {
    Path file = folder.resolve("codes");
    List<Code256> codes = Codes.families(count + 10, 1);
    try (HammingIndex index = HammingIndexTest.of(codes.subList(0, count))) {
      index.insert(codes.get(count));
      index.save(file);
    }
    try (HammingIndex index = HammingIndex.open(file)) {
      assertThat(index.size()).isEqualTo(count + 1);
      codes.subList(count + 1, codes.size()).forEach(index::insert);
      for (int place = 0; place < codes.size(); place += 499) {
        assertThat(Codes.found(index.search(codes.get(place), 31)))
            .isEqualTo(Codes.expected(codes, codes.get(place), 31));
      }
      index.save(file);
    }
    try (HammingIndex index = HammingIndex.open(file)) {
      assertThat(index.size()).isEqualTo(codes.size());
      assertThat(index.get(codes.size() - 1)).isEqualTo(codes.getLast());
    }
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void emptyIndex_isSavedAndOpened() throws IOException {
    Path file = folder.resolve("codes");
    try (HammingIndex index = new HammingIndex()) {
      index.save(file);
    }
    try (HammingIndex index = HammingIndex.open(file)) {
      assertThat(index.size()).isZero();
      assertThat(index.search(Code256.ZERO, 256).size()).isZero();
    }
  }

  @Test
  void truncatedAtAnyLength_isRefusedByName() throws IOException {
    byte[] whole = saved();
    for (int length = 0; length < whole.length; length += length < 200 ? 1 : 1009) {
      refuses(Arrays.copyOf(whole, length));
    }
    refuses(Arrays.copyOf(whole, whole.length - 1));
    refuses(Arrays.copyOf(whole, whole.length + 1));
  }

  @Test
  void anyFlippedBit_isRefusedByName() throws IOException {
    byte[] whole = saved();
    Random random = new Random(4);
    for (int round = 0; round < 300; round++) {
      byte[] damaged = whole.clone();
      int place = round < 100 ? random.nextInt(64) : random.nextInt(used(whole));
      damaged[place] ^= (byte) (1 << random.nextInt(8));
      refuses(damaged);
    }
  }

  /** Behind the last segment only padding to a whole page follows, which no checksum covers. */
  private static int used(byte[] whole) {
    return whole.length - 4096;
  }

  @Test
  void otherFile_isRefusedByName() throws IOException {
    Path file = Files.write(folder.resolve("other"), new byte[10_000]);

    assertThatThrownBy(() -> HammingIndex.open(file))
        .isInstanceOf(KernelException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("is no index");
    assertThatThrownBy(() -> HammingIndex.open(folder.resolve("absent")))
        .isInstanceOf(KernelException.class)
        .hasMessageContaining("absent");
  }

  /** What looks like an index but has false tables must not lead outside of it. */
  @FuzzTest
  void anyBytes(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("index", "");
    try {
      Files.write(file, bytes);
      try (HammingIndex index = HammingIndex.open(file)) {
        index.search(Code256.ZERO, 31);
      } catch (KernelException expected) {
        assertThat(expected).hasMessageContaining(file.toString());
      }
    } finally {
      Files.delete(file);
    }
  }

  private byte[] saved() throws IOException {
    Path file = folder.resolve("whole");
    List<Code256> codes = Codes.random(33_000, new SplittableRandom(2).nextLong());
    try (HammingIndex index = HammingIndexTest.of(codes)) {
      index.insert(Code256.ZERO);
      index.save(file);
    }
    return Files.readAllBytes(file);
  }

  private void refuses(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("damaged"), bytes);
    assertThatThrownBy(
            () -> {
              try (HammingIndex index = HammingIndex.open(file)) {
                index.size();
              }
            })
        .isInstanceOf(KernelException.class)
        .hasMessageContaining(file.toString());
  }
}
