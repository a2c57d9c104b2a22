package dev.cordon.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class JaroWinklerTest {

  @Test
  void likeness_publishedPairs() {
    assertThat(JaroWinkler.likeness("martha", "marhta")).isEqualTo(0.9611, within(1e-4));
    assertThat(JaroWinkler.likeness("dwayne", "duane")).isEqualTo(0.84, within(1e-4));
    assertThat(JaroWinkler.likeness("dixon", "dicksonx")).isEqualTo(0.8133, within(1e-4));
  }

  @Test
  void likeness_umlaut_countsAsOneCharacter() {
    assertThat(JaroWinkler.likeness("müller", "muller")).isEqualTo(0.9, within(1e-9));
  }

  @Test
  void likeness_characterBeyondTheFirstPlane_countsAsOne() {
    assertThat(JaroWinkler.likeness("𐐷abc", "xabc"))
        .isEqualTo(JaroWinkler.likeness("yabc", "xabc"), within(1e-12));
  }

  @Test
  void likeness_empty() {
    assertThat(JaroWinkler.likeness("", "")).isEqualTo(1);
    assertThat(JaroWinkler.likeness("", "a")).isZero();
  }

  @Property(tries = 300)
  void likeness_isSymmetricAndBounded(
      @ForAll @StringLength(max = 12) @CharRange(from = 'a', to = 'e') String first,
      @ForAll @StringLength(max = 12) @CharRange(from = 'a', to = 'e') String second) {
    assertThat(JaroWinkler.likeness(first, second)).isBetween(0.0, 1.0);
    assertThat(JaroWinkler.likeness(first, first)).isEqualTo(1);
  }
}
