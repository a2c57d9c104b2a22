package dev.cordon.linkage.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.linkage.model.Grouping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class AgglomerationTest {

  private static final Grouping RULES = new Grouping(0.5, 0.1, -0.5, 100, false);

  @Test
  void run_oneWrongPairBetweenTwoPersons_isOutvoted() {
    Pairs pairs = new Pairs();
    clique(pairs, 0, 4, 8);
    clique(pairs, 4, 8, 8);
    pairs.add(3, 4, 9);
    pairs.add(2, 5, -7);
    pairs.add(1, 6, -7);
    assertThat(run(8, pairs, RULES, Apart.NONE)).containsExactly(0, 0, 0, 0, 4, 4, 4, 4);
    assertThat(Components.of(8, pairs, 0)).containsOnly(0);
  }

  @Test
  void run_knownApart_neverMeet() {
    Pairs pairs = new Pairs();
    clique(pairs, 0, 5, 10);
    Apart apart =
        (members, forbidden) -> {
          assertThat(members).containsExactly(0, 1, 2, 3, 4);
          forbidden.pair(0, 4);
        };
    int[] clusters = run(5, pairs, RULES, apart);
    assertThat(clusters[0]).isNotEqualTo(clusters[4]);
  }

  @Test
  void run_contradictingKnowledge_keepsThemApart() {
    Pairs pairs = new Pairs();
    clique(pairs, 0, 3, 10);
    Apart all =
        (members, forbidden) -> {
          forbidden.pair(0, 1);
          forbidden.pair(1, 2);
          forbidden.pair(2, 0);
        };
    assertThat(run(3, pairs, RULES, all)).containsExactly(0, 1, 2);
  }

  @Test
  void run_onePerSource_joinsNoTwoOfOneSource() {
    Pairs pairs = new Pairs();
    clique(pairs, 0, 4, 6);
    int[] clusters = run(4, pairs, RULES, Apart.withinSource(new int[] {0, 0, 1, 1}));
    assertThat(clusters[0]).isNotEqualTo(clusters[1]);
    assertThat(clusters[2]).isNotEqualTo(clusters[3]);
  }

  @Test
  void run_innerAgreement_isKept() {
    Pairs pairs = new Pairs();
    clique(pairs, 0, 4, 9);
    clique(pairs, 4, 8, 9);
    pairs.add(3, 4, 5);
    Grouping strict = new Grouping(0.5, 0.2, 0, 100, false);
    assertThat(run(8, pairs, strict, Apart.NONE)).containsExactly(0, 0, 0, 0, 4, 4, 4, 4);
    Grouping loose = new Grouping(0.5, 0, 0, 100, false);
    assertThat(run(8, pairs, loose, Apart.NONE)).containsOnly(0);
  }

  @Test
  void run_largest_isKept() {
    Pairs pairs = new Pairs();
    clique(pairs, 0, 6, 9);
    Grouping small = new Grouping(0.5, 0, 0, 3, false);
    int[] sizes = new int[6];
    for (int cluster : run(6, pairs, small, Apart.NONE)) {
      sizes[cluster]++;
    }
    assertThat(sizes).contains(3, 3);
  }

  @Test
  void run_chainOfManyPersons_isTakenApart() {
    Pairs pairs = new Pairs();
    int persons = 800;
    for (int person = 0; person < persons; person++) {
      clique(pairs, person * 3, person * 3 + 3, 15);
      if (person > 0) {
        pairs.add(person * 3 - 1, person * 3, 2);
      }
    }
    Agglomeration run = new Agglomeration(persons * 3, pairs, RULES);
    int[] clusters = run.run(Apart.NONE);
    assertThat(run.takenApart()).isEqualTo(1);
    for (int record = 0; record < clusters.length; record++) {
      assertThat(clusters[record]).isEqualTo(record / 3 * 3);
    }
  }

  @Property(tries = 100)
  void run_permutedPairs_giveTheSameClusters(@ForAll @LongRange(min = 0, max = 99_999) long seed) {
    Random random = new Random(seed);
    List<int[]> edges = new ArrayList<>();
    for (int a = 0; a < 14; a++) {
      for (int b = a + 1; b < 14; b++) {
        if (random.nextInt(3) == 0) {
          edges.add(new int[] {a, b, random.nextInt(30) - 10});
        }
      }
    }
    int[] expected = run(14, pairs(edges), RULES, Apart.NONE);
    Collections.shuffle(edges, random);
    assertThat(run(14, pairs(edges), RULES, Apart.NONE)).containsExactly(expected);
  }

  @Property(tries = 200)
  void bridges_equalTheNaiveSearch(@ForAll @LongRange(min = 0, max = 99_999) long seed) {
    Random random = new Random(seed);
    List<int[]> edges = new ArrayList<>();
    for (int a = 0; a < 9; a++) {
      for (int b = a + 1; b < 9; b++) {
        if (random.nextInt(4) == 0) {
          edges.add(new int[] {a, b, 1});
        }
      }
    }
    Pairs pairs = pairs(edges);
    int[] members = {0, 1, 2, 3, 4, 5, 6, 7, 8};
    int[] inner = new int[edges.size()];
    for (int index = 0; index < inner.length; index++) {
      inner[index] = index;
    }
    List<Integer> naive = new ArrayList<>();
    long parts = parts(edges);
    for (int index = 0; index < edges.size(); index++) {
      List<int[]> without = new ArrayList<>(edges);
      without.remove(index);
      if (parts(without) > parts) {
        naive.add(index);
      }
    }
    assertThat(Bridges.of(members, inner, pairs).stream().map(Bridges.Bridge::pair))
        .containsExactlyInAnyOrderElementsOf(naive);
  }

  private static long parts(List<int[]> edges) {
    return java.util.Arrays.stream(Components.of(9, pairs(edges), 0)).distinct().count();
  }

  private static Pairs pairs(List<int[]> edges) {
    Pairs pairs = new Pairs();
    edges.forEach(edge -> pairs.add(edge[0], edge[1], edge[2]));
    return pairs;
  }

  private static void clique(Pairs pairs, int from, int to, double weight) {
    for (int a = from; a < to; a++) {
      for (int b = a + 1; b < to; b++) {
        pairs.add(a, b, weight);
      }
    }
  }

  private static int[] run(int records, Pairs pairs, Grouping rules, Apart apart) {
    return new Agglomeration(records, pairs, rules).run(apart);
  }
}
