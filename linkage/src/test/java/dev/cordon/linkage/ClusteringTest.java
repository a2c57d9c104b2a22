package dev.cordon.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ClusteringTest {

  private static final Clustering.Veto NONE = (first, second, link) -> false;

  private record Edge(int a, int b, Strength strength, double weight) {}

  @Test
  void join_chain_makesOneGroup() {
    LinkTable links = new LinkTable();
    links.add(3, 2, Strength.STRONG, 1);
    links.add(1, 2, Strength.STRONG, 1);
    Clustering clustering = new Clustering(4, 10);
    clustering.join(links, NONE);
    assertThat(clustering.representatives()).containsExactly(0, 1, 1, 1);
  }

  @Test
  void join_weakLink_isNotFollowed() {
    LinkTable links = new LinkTable();
    links.add(0, 1, Strength.WEAK, 20);
    Clustering clustering = new Clustering(2, 10);
    clustering.join(links, NONE);
    assertThat(clustering.representatives()).containsExactly(0, 1);
  }

  @Test
  void join_forbiddenPairAcrossGroups_keepsThemApart() {
    LinkTable links = new LinkTable();
    links.add(0, 1, Strength.STRONG, 9);
    links.add(2, 3, Strength.STRONG, 9);
    int bridge = links.add(1, 2, Strength.STRONG, 1);
    Clustering clustering = new Clustering(4, 10);
    clustering.forbid(0, 3);
    Clustering.Refusal[] refusals = clustering.join(links, NONE);
    assertThat(clustering.representatives()).containsExactly(0, 0, 2, 2);
    assertThat(refusals[bridge]).isEqualTo(Clustering.Refusal.FORBIDDEN_PAIR);
  }

  @Test
  void join_groupAboveLimit_isRefused() {
    LinkTable links = new LinkTable();
    links.add(0, 1, Strength.STRONG, 9);
    int last = links.add(1, 2, Strength.STRONG, 1);
    Clustering clustering = new Clustering(3, 2);
    assertThat(clustering.join(links, NONE)[last]).isEqualTo(Clustering.Refusal.TOO_LARGE);
  }

  @Test
  void add_weightNotANumber_isRefused() {
    assertThatThrownBy(() -> new LinkTable().add(0, 1, Strength.STRONG, Double.NaN))
        .isInstanceOf(LinkageException.class)
        .hasMessageContaining("NaN");
  }

  @Property(tries = 200)
  void join_permutedLinks_giveTheSameGroups(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 60) int count) {
    Random random = new Random(seed);
    List<Edge> edges = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      int a = random.nextInt(30);
      int b = (a + 1 + random.nextInt(29)) % 30;
      edges.add(new Edge(a, b, Strength.values()[random.nextInt(3)], random.nextInt(4)));
    }
    int[] expected = groups(edges);
    Collections.shuffle(edges, random);
    assertThat(groups(edges)).containsExactly(expected);
  }

  private static int[] groups(List<Edge> edges) {
    LinkTable links = new LinkTable();
    edges.forEach(edge -> links.add(edge.a(), edge.b(), edge.strength(), edge.weight()));
    Clustering clustering = new Clustering(30, 8);
    clustering.forbid(0, 1);
    clustering.forbid(2, 5);
    clustering.join(links, NONE);
    return clustering.representatives();
  }
}
