package dev.cordon.linkage.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.linkage.group.StableIds.Fate;
import dev.cordon.linkage.group.StableIds.Old;
import java.util.List;
import org.junit.jupiter.api.Test;

class StableIdsTest {

  @Test
  void name_firstRun_numbersClusters() {
    assertThat(StableIds.name(new int[] {0, 0, 2}, new String[3], List.of()).names())
        .containsExactly("c1", "c1", "c2");
  }

  @Test
  void name_newRecord_keepsOldNames() {
    var named =
        StableIds.name(
            new int[] {0, 0, 2, 0, 4},
            new String[] {"c1", "c1", "c2", null, null},
            List.of("c1", "c2"));
    assertThat(named.names()).containsExactly("c1", "c1", "c2", "c1", "c3");
    assertThat(named.old())
        .containsExactly(new Old("c1", Fate.KEPT, "c1"), new Old("c2", Fate.KEPT, "c2"));
  }

  @Test
  void name_merge_oldNameResolves() {
    var named =
        StableIds.name(new int[] {0, 0, 0}, new String[] {"c1", "c2", "c2"}, List.of("c1", "c2"));
    assertThat(named.names()).containsExactly("c2", "c2", "c2");
    assertThat(named.old())
        .containsExactly(new Old("c1", Fate.MERGED, "c2"), new Old("c2", Fate.KEPT, "c2"));
  }

  @Test
  void name_split_largerPartKeepsTheName() {
    var named = StableIds.name(new int[] {0, 1, 1}, new String[] {"c7", "c7", "c7"}, List.of("c7"));
    assertThat(named.names()).containsExactly("c8", "c7", "c7");
    assertThat(named.old()).containsExactly(new Old("c7", Fate.SPLIT, "c7"));
  }

  @Test
  void name_recordsGone_nameIsNeverUsedAgain() {
    var named = StableIds.name(new int[] {0}, new String[] {null}, List.of("c5"));
    assertThat(named.names()).containsExactly("c6");
    assertThat(named.old()).containsExactly(new Old("c5", Fate.GONE, "c5"));
  }
}
