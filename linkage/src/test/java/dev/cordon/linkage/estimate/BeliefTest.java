package dev.cordon.linkage.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BeliefTest {

  private static final int[] SIZES = {3, 3, 3};
  private static final int PAIRS = 40_000;

  /**
   * Half the pairs of the second session are relatives: they share the address and the family name,
   * not the given name. Their given names must not make a person's own look changeable.
   */
  @Test
  void train_sessionFullOfRelatives_doesNotDiluteTheOther() {
    Random random = new Random(5);
    Belief belief = new Belief(SIZES, counted(random, 0, 0));
    belief.add(new Belief.Trial(counted(random, 0.5, 0), new boolean[] {true, true, true}));
    belief.add(new Belief.Trial(counted(random, 0.2, 0.5), new boolean[] {true, true, true}));
    belief.train();
    assertThat(belief.m()[0][1]).isBetween(0.92, 0.98);
    assertThat(belief.m()[1][1]).isBetween(0.92, 0.98);
  }

  // Given name, family name, address: matches agree in 19 of 20 cases, strangers in one of 20.
  private static LevelCounts counted(Random random, double matches, double relatives) {
    LevelCounts.Builder builder = new LevelCounts.Builder();
    for (int pair = 0; pair < PAIRS; pair++) {
      double kind = random.nextDouble();
      boolean match = kind < matches;
      boolean related = match || kind < matches + relatives;
      builder.add(
          new int[] {level(random, match), level(random, related), level(random, related)}, 1, 0);
    }
    return builder.build();
  }

  private static int level(Random random, boolean agree) {
    return random.nextInt(20) == 0 != agree ? 1 : 2;
  }
}
