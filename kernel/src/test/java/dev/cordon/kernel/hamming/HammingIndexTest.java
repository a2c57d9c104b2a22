package dev.cordon.kernel.hamming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HammingIndexTest {

  @Test
  void emptyIndex_findsNothing() {
    try (HammingIndex index = new HammingIndex()) {
      assertThat(index.search(Code256.ZERO, 256).size()).isZero();
      assertThat(index.size()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 256})
  void indexOfOne_findsIt(int radius) {
    try (HammingIndex index = new HammingIndex()) {
      assertThat(index.insert(Code256.ZERO)).isZero();
      assertThat(Codes.found(index.search(Code256.ZERO, radius))).containsExactly("0:0");
      assertThat(index.search(new Code256(-1, -1, -1, -1), 255).size()).isZero();
      assertThat(index.search(new Code256(-1, -1, -1, -1), 256).size()).isEqualTo(1);
    }
  }

  /** Every radius, below and above where a scan takes over, beside comparing all with all. */
  @ParameterizedTest
  @CsvSource({"random,40000", "families,40000", "families,100", "families,8192", "equal,40000"})
  void everyRadius_findsWhatComparingAllFinds(String kind, int count) {
    List<Code256> codes =
        switch (kind) {
          case "random" -> Codes.random(count, 1);
          case "families" -> Codes.families(count, 2);
          default -> new ArrayList<>(java.util.Collections.nCopies(count, new Code256(1, 2, 3, 4)));
        };
    SplittableRandom random = new SplittableRandom(3);
    try (HammingIndex index = of(codes)) {
      for (int radius = 0; radius <= 256; radius += radius < 70 ? 1 : 31) {
        Code256 one = codes.get(random.nextInt(count));
        Code256 query = Codes.near(one, random.nextInt(radius + 2), random);
        assertThat(Codes.found(index.search(query, radius)))
            .as("radius %d", radius)
            .isEqualTo(Codes.expected(codes, query, radius));
      }
    }
  }

  /** Neighbours placed at exactly the radius, in any bits, of every number of chunks there is. */
  @ParameterizedTest
  @ValueSource(ints = {10, 11, 12, 13, 16, 17, 23, 32, 40, 51})
  void everyDivision_missesNoneAtTheRadius(int chunks) {
    SplittableRandom random = new SplittableRandom(chunks);
    Code256 query = Codes.random(random);
    try (CodeList list = new CodeList()) {
      for (int number = 0; number < 3000; number++) {
        list.add(exactly(query, 20 + random.nextInt(24), random));
      }
      List<Code256> codes = new ArrayList<>();
      for (int place = 0; place < list.size(); place++) {
        codes.add(list.get(place));
      }
      try (Segment segment = Segment.of(list.size(), chunks, list.codes())) {
        for (int radius : new int[] {0, 19, 20, 31}) {
          Matches matches = new Matches();
          Allocation all = Allocation.whateverItCosts(segment.layout(), radius);
          new Lookup(segment, query, radius, 0, matches).visitAll(all);
          assertThat(Codes.found(matches.sorted())).isEqualTo(Codes.expected(codes, query, radius));
        }
      }
    }
  }

  private static Code256 exactly(Code256 code, int distance, SplittableRandom random) {
    Code256 other = code;
    while (other.distance(code) < distance) {
      other = Codes.near(other, 1, random);
    }
    return other;
  }

  @Test
  void insertionsOneByOne_areFoundAcrossTailAndMerges() {
    List<Code256> codes = Codes.families(60_000, 5);
    try (HammingIndex index = new HammingIndex(Runnable::run)) {
      for (int place = 0; place < codes.size(); place++) {
        assertThat(index.insert(codes.get(place))).isEqualTo(place);
      }
      assertThat(index.size()).isEqualTo(codes.size());
      for (int place = 0; place < codes.size(); place += 997) {
        Code256 query = codes.get(place);
        assertThat(index.get(place)).isEqualTo(query);
        assertThat(Codes.found(index.search(query, 31)))
            .isEqualTo(Codes.expected(codes, query, 31));
      }
    }
  }

  @Test
  void searchesMeanwhile_seeEverythingInsertedBefore() throws Exception {
    List<Code256> codes = Codes.random(120_000, 6);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    AtomicBoolean ended = new AtomicBoolean();
    try (HammingIndex index = new HammingIndex()) {
      List<Thread> readers = new ArrayList<>();
      for (int reader = 0; reader < 3; reader++) {
        SplittableRandom random = new SplittableRandom(reader);
        readers.add(
            Thread.ofPlatform()
                .uncaughtExceptionHandler((thread, thrown) -> failure.set(thrown))
                .start(() -> readUntil(ended, index, codes, random)));
      }
      codes.forEach(index::insert);
      ended.set(true);
      for (Thread reader : readers) {
        reader.join();
      }
      assertThat(failure.get()).isNull();
      assertThat(index.size()).isEqualTo(codes.size());
    }
  }

  private static void readUntil(
      AtomicBoolean ended, HammingIndex index, List<Code256> codes, SplittableRandom random) {
    while (!ended.get()) {
      int size = (int) index.size();
      if (size == 0) {
        continue;
      }
      int place = random.nextInt(size);
      Matches matches = index.search(codes.get(place), 10);
      assertThat(Codes.found(matches)).containsExactly(place + ":0");
    }
  }

  @Test
  void closedIndex_takesNothing() {
    HammingIndex index = new HammingIndex();
    index.insert(Code256.ZERO);
    index.close();
    index.close();

    assertThatThrownBy(() -> index.insert(Code256.ZERO)).isInstanceOf(IllegalStateException.class);
    assertThat(index.search(Code256.ZERO, 256).size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 257})
  void impossibleRadius_isRefused(int radius) {
    try (HammingIndex index = new HammingIndex()) {
      assertThatThrownBy(() -> index.search(Code256.ZERO, radius))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("0 to 256");
    }
  }

  /** Published codes and every pair among them. */
  @ParameterizedTest
  @CsvSource({"0,50", "15,151", "31,250", "47,287", "63,352"})
  void needlesInTheHaystack_areAllFound(int radius, int pairs) throws IOException {
    List<Code256> haystack = lines("haystack.txt").stream().map(Code256::parse).toList();
    List<Code256> needles = lines("needles.txt").stream().map(Code256::parse).toList();
    List<String> truth =
        lines("needles_haystack_truth_d63.csv").stream()
            .skip(1)
            .filter(line -> Integer.parseInt(line.substring(line.lastIndexOf(',') + 1)) <= radius)
            .sorted()
            .toList();
    List<String> found = new ArrayList<>();
    try (HammingIndex index = of(haystack)) {
      for (int needle = 0; needle < needles.size(); needle++) {
        Matches matches = index.search(needles.get(needle), radius);
        for (int place = 0; place < matches.size(); place++) {
          found.add(needle + "," + matches.position(place) + "," + matches.distance(place));
        }
      }
    }
    assertThat(found.stream().sorted().toList()).isEqualTo(truth).hasSize(pairs);
  }

  private static List<String> lines(String name) throws IOException {
    try (var stream = Objects.requireNonNull(HammingIndexTest.class.getResourceAsStream(name))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  static HammingIndex of(List<Code256> codes) {
    HammingIndex index = new HammingIndex();
    try (CodeList list = new CodeList()) {
      codes.forEach(list::add);
      index.insertAll(list);
    }
    return index;
  }
}
