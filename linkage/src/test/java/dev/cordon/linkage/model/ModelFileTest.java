package dev.cordon.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.linkage.LinkageException;
import dev.cordon.linkage.command.ReadyModels;
import dev.cordon.linkage.model.Parameters.Dependence;
import dev.cordon.linkage.model.Parameters.Estimate;
import dev.cordon.linkage.model.Parameters.Pair;
import dev.cordon.linkage.model.Parameters.Variants;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelFileTest {

  private static final String SMALL =
      """
      model: small
      version: 2
      fields:
        - {name: given, columns: [first]}
        - {name: born, columns: [dob], clean: date}
      comparisons:
        - name: given
          of: [given]
          levels:
            - {label: same, when: same(given), frequency: given}
            - {label: close, when: "jaro_winkler(given) >= 0.9 and same(prefix(given, 1)) or begins(given)"}
        - name: born
          of: [born]
          levels:
            - {when: swaps(born) <= 1}
      blocking:
        - [born]
      """;

  @Test
  void write_thenRead_isEqual() {
    for (String name : ReadyModels.NAMES) {
      LinkageModel model = ReadyModels.read(name);
      assertThat(ModelReader.read("x", ModelWriter.write(model))).isEqualTo(model);
    }
  }

  @Test
  void write_trained_thenRead_isEqual() {
    LinkageModel model = ModelReader.read("small", SMALL);
    LinkageModel trained =
        model.with(
            new Parameters(
                1e-5,
                List.of(
                    new Estimate("given", List.of(0.0, 0.7, 0.2, 0.1), List.of(0.0, 0.1, 0.2, 0.7)),
                    new Estimate("born", List.of(0.0, 0.9, 0.1), List.of(0.0, 0.01, 0.99))),
                List.of(new Dependence("given", "born", 1.25)),
                List.of(new Variants("given", List.of(new Pair("a\"b", "ж\\")))),
                77));
    String yaml = ModelWriter.write(trained);
    assertThat(ModelReader.read("x", yaml)).isEqualTo(trained);
    assertThat(ModelWriter.write(ModelReader.read("x", yaml))).isEqualTo(yaml);
  }

  @Test
  void read_brokenFiles_nameThePlace() {
    refused(SMALL.replace("columns: [dob]", "colums: [dob]"), "fields 2: has the unknown setting");
    refused(SMALL.replace("same(given), freq", "same(giben), freq"), "uses the field giben");
    refused(SMALL.replace("swaps(born) <= 1", "swaps(born) >= 1"), "comparisons 2, levels 1");
    refused(SMALL.replace("swaps(born) <= 1", "likes(born) <= 1"), "no measure 'likes'");
    refused(SMALL.replace("- [born]\n", "- []\n"), "blocking 1: a blocking rule needs a key");
    refused(SMALL.replace("version: 2", "version: two"), "version: is not a whole number");
    refused(SMALL.replace("version: 2", "version: 2\nversion: 3"), "is not YAML");
    refused(SMALL + "clusters: {threshold: 1.5}\n", "threshold lies between 0 and 1");
    refused(SMALL + "limits: {largest_block: .nan}\n", "is not a whole number");
    refused("[1, 2", "is not YAML");
  }

  @Test
  void read_weightsThatAreNoNumbers_areRefused() {
    String head = SMALL + "parameters:\n  matches: 0.001\n  comparisons:\n";
    refused(
        head + "    - {name: given, levels: [{m: .nan, u: 0.1}]}\n",
        "parameters, comparisons 1, levels 1, m: is not a number");
    refused(
        head
            + "    - {name: given, levels: [{m: 0.5, u: 0}, {m: 0.4, u: 0.1}, {m: 0.1, u: 0.9}]}\n"
            + "    - {name: born, levels: [{m: 0.5, u: 0.5}, {m: 0.5, u: 0.5}]}\n",
        "a probability lies above 0");
    refused(head + "    - {name: born, levels: [{m: 0.5, u: 0.5}]}\n", "comparisons");
  }

  @Test
  void fitting_missingColumn_leavesOutWhatNeedsIt() {
    Fitting fitting = Fitting.of(ready(), Set.of("first_name", "surname", "dob"), field -> true);
    assertThat(fitting.leftOut()).contains("comparison mail", "comparison place");
    assertThat(fitting.model().comparisons().stream().map(Comparison::name))
        .containsExactly("given", "family", "born");
  }

  @Test
  void fitting_otherTable_isRefusedByName() {
    assertThatThrownBy(() -> Fitting.of(ready(), Set.of("colour", "weight"), field -> true))
        .isInstanceOf(LinkageException.class)
        .hasMessageContaining("persons is for other columns");
  }

  private static LinkageModel ready() {
    return ReadyModels.read("persons");
  }

  private static void refused(String yaml, String message) {
    assertThatThrownBy(() -> ModelReader.read("m.yaml", yaml))
        .isInstanceOf(LinkageException.class)
        .hasMessageContaining("m.yaml")
        .hasMessageContaining(message);
  }
}
