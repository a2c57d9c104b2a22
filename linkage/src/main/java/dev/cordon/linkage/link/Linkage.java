package dev.cordon.linkage.link;

import dev.cordon.linkage.Engine;
import dev.cordon.linkage.LinkageException;
import dev.cordon.linkage.Plan;
import dev.cordon.linkage.Step;
import dev.cordon.linkage.estimate.Belief;
import dev.cordon.linkage.estimate.Dependences.Edge;
import dev.cordon.linkage.estimate.LevelCounts;
import dev.cordon.linkage.group.Pairs;
import dev.cordon.linkage.model.LinkageModel;
import dev.cordon.linkage.model.Parameters;
import dev.cordon.linkage.model.Parameters.Variants;
import dev.cordon.linkage.plan.Dialect;
import dev.cordon.linkage.plan.LinkagePlan;
import dev.cordon.linkage.plan.Selection;
import dev.cordon.linkage.plan.Tables;
import dev.cordon.linkage.plan.TextFunctions;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of a model over the records of an engine: {@link #prepare}, then {@link #pairs} as often
 * as needed. Not thread-safe.
 */
public final class Linkage {

  /** Pairs of less than so many bits below even are not kept. */
  public static final double FLOOR_BITS = -8;

  private final Engine engine;
  private final LinkageModel model;
  private final Selection selection;
  private final Stages stages;
  private final Dialect dialect;
  private final LinkagePlan plan;
  private final long records;
  private final List<String> notes = new ArrayList<>();

  /** Over the records {@code filled} wrote for this model. */
  public Linkage(
      Engine engine,
      Dialect dialect,
      LinkageModel model,
      Records filled,
      Selection selection,
      Stages stages) {
    if (filled.count() < 2) {
      throw new LinkageException("there are no two records to link, only " + filled.count());
    }
    this.engine = engine;
    this.dialect = dialect;
    this.model = model;
    this.selection = selection;
    this.stages = stages;
    this.records = filled.count();
    this.plan = new LinkagePlan(model, dialect, filled.allPlain());
    TextFunctions.measures()
        .forEach(each -> engine.define(TextFunctions.name(each), TextFunctions.of(each)));
  }

  /**
   * What a comparison of candidates gave.
   *
   * @param model the model with its parameters
   * @param blocks what the blocking rules cost and refused
   * @param pairs pairs worth a look
   * @param candidates pairs compared
   */
  public record Compared(LinkageModel model, Blocks blocks, Pairs pairs, long candidates) {}

  /** Remarks for people. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** The plan, for explanations. */
  public LinkagePlan plan() {
    return plan;
  }

  /** Trains where the model has no parameters, compares all candidates and weighs them. */
  public Compared run() {
    return model.parameters().isPresent() ? apply(selection) : train();
  }

  /** Applies a trained model to some pairs of records; its tables must have been described. */
  public Compared again(LinkageModel trained, Selection some) {
    Blocks blocks = compare(some);
    return weigh(trained, blocks);
  }

  /** Describes the records and applies the model, which is trained, to some of their pairs. */
  public Compared apply(Selection some) {
    describe(model.parameters().orElseThrow().variants());
    return again(model, some);
  }

  private Compared train() {
    List<Variants> variants =
        stages.time("variants", () -> Variation.learn(engine, model, dialect));
    describe(variants);
    Training training = new Training(engine, model, plan, selection);
    Belief belief = stages.time("train", () -> training.begin(records));
    notes.addAll(training.notes());
    List<Edge> edges = stages.time("dependences", () -> training.dependences(belief));
    Blocks blocks = compare(selection);
    Parameters parameters =
        stages.time(
            "settle",
            () -> {
              settle(belief, edges);
              return Training.parameters(model, belief, edges, variants, records);
            });
    return weigh(model.with(parameters), blocks);
  }

  private void describe(List<Variants> variants) {
    stages.run(
        "describe",
        () -> {
          Variation.write(engine, variants);
          engine.run(plan.described());
        });
  }

  private Blocks compare(Selection some) {
    Blocks blocks =
        stages.time(
            "block",
            () -> {
              engine.run(plan.blocks());
              Blocks limited = Blocks.limit(engine, model);
              engine.run(plan.keyed(limited.largest()));
              engine.run(plan.candidates(some));
              return limited;
            });
    stages.run("compare", () -> engine.run(plan.compared(Tables.CANDIDATE, "compared")));
    return blocks;
  }

  private Compared weigh(LinkageModel trained, Blocks blocks) {
    Weights weights = Weights.of(trained, trained.parameters().orElseThrow());
    Pairs pairs =
        stages.time(
            "score",
            () -> {
              Scoring.run(engine, plan.codes(), weights, FLOOR_BITS);
              return Scoring.read(engine);
            });
    long candidates = engine.count("SELECT count(*) FROM compared");
    return new Compared(trained, blocks, pairs, candidates);
  }

  private void settle(Belief belief, List<Edge> edges) {
    LevelCounts counts = Counting.of(engine, "compared", plan.codes());
    if (counts.total() == 0) {
      throw new LinkageException(
          "no two records share a block: nothing can be compared. The blocking rules need fields"
              + " that records share");
    }
    engine.run(
        Plan.of(new Step("possible", "SELECT source, count(*) AS members FROM record GROUP BY 1")));
    double all = records * (records - 1.0) / 2;
    double within =
        engine.count("SELECT CAST(sum(members * (members - 1) / 2) AS BIGINT) FROM possible");
    boolean acrossOnly = selection.equals(Selection.across());
    belief.settle(
        counts,
        acrossOnly ? all - within : all,
        (m, u) -> new Weights(model.comparisons(), m, u, edges, 0.5)::bits);
  }
}
