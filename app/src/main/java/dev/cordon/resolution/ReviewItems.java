package dev.cordon.resolution;

import dev.cordon.access.OperationId;
import dev.cordon.linkage.Engine;
import dev.cordon.linkage.group.Bridges;
import dev.cordon.linkage.group.Pairs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the links for which a person's word would change something: a link kept apart whose
 * following would join two groups, and a link that alone holds a group together. Ordered by
 * consequence: links of subjects first, then of payers, then those that would move most accounts.
 */
@Component
class ReviewItems {

  private final RunStore store;

  ReviewItems(RunStore store) {
    this.store = store;
  }

  /** Writes the items of a run whose proposals are saved. */
  void write(OperationId operation, UUID run, Engine engine) {
    writeBridges(engine);
    engine.run(ReviewSql.PAIRS.then(ReviewSql.CANDIDATES));
    store.copy(
        engine,
        ReviewSql.ITEMS,
        ReviewSql.ADD_ITEM,
        (row, number) ->
            new @Nullable Object[] {
              run,
              operation.value(),
              number,
              row.getString(1),
              row.getString(2),
              row.getString(3),
              row.getString(4),
              row.getString(5),
              row.getInt(6),
              row.getBoolean(7),
              row.getBoolean(8),
              row.getBoolean(9),
              row.getDouble(10),
              RunStore.clean(row.getString(11)),
              row.getString(12)
            });
  }

  private static void writeBridges(Engine engine) {
    List<int[]> found = new ArrayList<>();
    Pairs pairs = new Pairs();
    String[] cluster = {""};
    int[] first = {0};
    engine.read(
        ReviewSql.FOLLOWED,
        row -> {
          if (!row.getString(1).equals(cluster[0])) {
            bridges(pairs, first[0], found);
            first[0] = pairs.size();
            cluster[0] = row.getString(1);
          }
          pairs.add(row.getInt(2), row.getInt(3), 0);
        });
    bridges(pairs, first[0], found);
    engine.create(
        "bridge",
        List.of("a INTEGER", "b INTEGER", "side INTEGER"),
        writer -> found.forEach(bridge -> writer.row(bridge[0], bridge[1], bridge[2])));
  }

  private static void bridges(Pairs pairs, int from, List<int[]> found) {
    if (from == pairs.size()) {
      return;
    }
    int[] inner = IntStream.range(from, pairs.size()).toArray();
    int[] members =
        Arrays.stream(inner)
            .flatMap(pair -> IntStream.of(pairs.a(pair), pairs.b(pair)))
            .distinct()
            .sorted()
            .toArray();
    for (Bridges.Bridge bridge : Bridges.of(members, inner, pairs)) {
      found.add(new int[] {pairs.a(bridge.pair()), pairs.b(bridge.pair()), bridge.smallerSide()});
    }
  }
}
