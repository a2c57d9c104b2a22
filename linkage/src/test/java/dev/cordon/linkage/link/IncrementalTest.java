package dev.cordon.linkage.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.linkage.DuckDbEngine;
import dev.cordon.linkage.LinkageException;
import dev.cordon.linkage.group.Agglomeration;
import dev.cordon.linkage.group.Apart;
import dev.cordon.linkage.model.LinkageModel;
import dev.cordon.linkage.model.ModelReader;
import dev.cordon.linkage.plan.DuckDb;
import dev.cordon.linkage.plan.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncrementalTest {

  private static final LinkageModel MODEL =
      ModelReader.read(
          "small",
          """
          model: small
          fields:
            - {name: given, columns: [given]}
            - {name: mail, columns: [mail]}
          comparisons:
            - {name: given, of: [given], levels: [{when: same(given), frequency: given}]}
            - {name: mail, of: [mail], levels: [{when: same(mail), frequency: mail}]}
          blocking:
            - [given]
            - [mail]
          training:
            - {block: [given]}
            - {block: [mail]}
          """);

  @Test
  void add_touchesOnlyTheNeighbourhoodOfWhatIsNew() {
    List<String[]> rows = new ArrayList<>();
    for (int person = 0; person < 60; person++) {
      rows.add(new String[] {"given" + person, "mail" + person});
      rows.add(new String[] {"given" + person, "mail" + person});
    }
    int old = rows.size();
    LinkageModel trained;
    int[] before;
    try (DuckDbEngine engine = DuckDbEngine.inMemory(256, 2)) {
      Records records = fill(engine, rows);
      Linkage.Compared first = linkage(engine, MODEL, records).run();
      trained = first.model();
      before = new Agglomeration(old, first.pairs(), trained.grouping()).run(Apart.NONE);
    }
    assertThat(before[1]).isZero();
    before[5] = 5;
    rows.add(new String[] {"given0", "mail0"});
    rows.add(new String[] {"nobody", "nowhere"});
    try (DuckDbEngine engine = DuckDbEngine.inMemory(256, 2)) {
      Records records = fill(engine, rows);
      Incremental.Added added =
          Incremental.add(
              engine,
              linkage(engine, trained, records),
              trained,
              Selection.all(),
              before,
              records.count(),
              Apart.NONE);
      assertThat(added.touched()).isEqualTo(4);
      int[] expected = Arrays.copyOf(before, rows.size());
      expected[old] = 0;
      expected[old + 1] = old + 1;
      assertThat(added.clusters()).containsExactly(expected);
    }
  }

  @Test
  void add_untrainedModel_isRefused() {
    try (DuckDbEngine engine = DuckDbEngine.inMemory(256, 2)) {
      Records records = fill(engine, List.of(new String[] {"a", "b"}, new String[] {"a", "b"}));
      assertThatThrownBy(() ->
              Incremental.add(
                  engine,
                  linkage(engine, MODEL, records),
                  MODEL,
                  Selection.all(),
                  new int[] {0},
                  2,
                  Apart.NONE))
          .isInstanceOf(LinkageException.class)
          .hasMessageContaining("only a trained model");
    }
  }

  private static Records fill(DuckDbEngine engine, List<String[]> rows) {
    Records records = new Records(MODEL);
    records.fill(
        engine, List.of("given", "mail"), sink -> rows.forEach(row -> sink.row(0, "r", row)));
    return records;
  }

  private static Linkage linkage(DuckDbEngine engine, LinkageModel model, Records records) {
    return new Linkage(
        engine, new DuckDb(), model, records, Selection.all(), new Stages(stage -> {}));
  }
}
