package dev.cordon.linkage.link;

import dev.cordon.linkage.Engine;
import dev.cordon.linkage.LinkageException;
import dev.cordon.linkage.group.Agglomeration;
import dev.cordon.linkage.group.Apart;
import dev.cordon.linkage.group.Pairs;
import dev.cordon.linkage.model.Grouping;
import dev.cordon.linkage.model.LinkageModel;
import dev.cordon.linkage.plan.Selection;
import java.util.Arrays;
import java.util.List;

/**
 * Adds records to clusters that are there. Only clusters a new record agrees with are looked at
 * again, with all their pairs; every other cluster stays as it is, whatever the model would say of
 * it today. Needs a trained model: a new training could change every pair. Stateless.
 */
public final class Incremental {

  private Incremental() {}

  /**
   * What came of it.
   *
   * @param clusters for each record the smallest record of its cluster
   * @param touched how many records were grouped again, the new ones included
   * @param compared the pairs among them
   */
  public record Added(int[] clusters, int touched, Linkage.Compared compared) {}

  /**
   * Groups the records from {@code firstNew} on into {@code before}, the clusters of the records
   * before them by their smallest record.
   */
  public static Added add(
      Engine engine,
      Linkage linkage,
      LinkageModel model,
      Selection selection,
      int[] before,
      int records,
      Apart apart) {
    if (model.parameters().isEmpty()) {
      throw new LinkageException(
          "only a trained model can add records: training anew could change every cluster");
    }
    int firstNew = before.length;
    Grouping grouping = model.grouping();
    double threshold = Weights.odds(grouping.threshold());
    Pairs reaching = linkage.apply(selection.withNew(firstNew)).pairs();
    boolean[] again = touched(reaching, before, records, threshold);
    engine.create(
        "touched",
        List.of("id INTEGER"),
        writer -> {
          for (int record = 0; record < records; record++) {
            if (again[record]) {
              writer.row(record);
            }
          }
        });
    Linkage.Compared compared = linkage.again(model, selection.among("touched"));
    int[] grouped = new Agglomeration(records, compared.pairs(), grouping).run(apart);
    int[] clusters = new int[records];
    int count = 0;
    for (int record = 0; record < records; record++) {
      clusters[record] = again[record] ? grouped[record] : before[record];
      count += again[record] ? 1 : 0;
    }
    return new Added(clusters, count, compared);
  }

  private static boolean[] touched(Pairs pairs, int[] before, int records, double threshold) {
    boolean[] clusters = new boolean[records];
    for (int pair = 0; pair < pairs.size(); pair++) {
      if (pairs.weight(pair) >= threshold && pairs.a(pair) < before.length) {
        clusters[before[pairs.a(pair)]] = true;
      }
    }
    boolean[] again = new boolean[records];
    for (int record = 0; record < before.length; record++) {
      again[record] = clusters[before[record]];
    }
    Arrays.fill(again, before.length, records, true);
    return again;
  }
}
