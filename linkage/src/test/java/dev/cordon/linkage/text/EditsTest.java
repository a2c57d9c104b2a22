package dev.cordon.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class EditsTest {

  @Test
  void plain_knownPairs() {
    assertThat(Edits.plain("kitten", "sitting")).isEqualTo(3);
    assertThat(Edits.plain("müller", "muller")).isEqualTo(1);
    assertThat(Edits.plain("", "abc")).isEqualTo(3);
  }

  @Test
  void withSwaps_swappedNeighbours_isOneEdit() {
    assertThat(Edits.withSwaps("19820304", "19823004")).isEqualTo(1);
    assertThat(Edits.plain("19820304", "19823004")).isEqualTo(2);
  }

  @Property(tries = 500)
  void counts_equalTheNaiveDefinition(
      @ForAll @StringLength(max = 6) @CharRange(from = 'a', to = 'c') String first,
      @ForAll @StringLength(max = 6) @CharRange(from = 'a', to = 'c') String second) {
    assertThat(Edits.plain(first, second)).isEqualTo(naive(first, second, false));
    assertThat(Edits.withSwaps(first, second)).isEqualTo(naive(first, second, true));
  }

  private static int naive(String a, String b, boolean swaps) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.length() + b.length();
    }
    String x = a.substring(0, a.length() - 1);
    String y = b.substring(0, b.length() - 1);
    int last = a.charAt(a.length() - 1) == b.charAt(b.length() - 1) ? 0 : 1;
    int best =
        Math.min(naive(x, y, swaps) + last, Math.min(naive(x, b, swaps), naive(a, y, swaps)) + 1);
    if (swaps
        && a.length() > 1
        && b.length() > 1
        && a.charAt(a.length() - 1) == b.charAt(b.length() - 2)
        && a.charAt(a.length() - 2) == b.charAt(b.length() - 1)) {
      best =
          Math.min(
              best,
              naive(a.substring(0, a.length() - 2), b.substring(0, b.length() - 2), true) + 1);
    }
    return best;
  }
}
