package dev.cordon.linkage.link;

import dev.cordon.linkage.Engine;
import dev.cordon.linkage.estimate.Belief;
import dev.cordon.linkage.estimate.Dependences.Edge;
import dev.cordon.linkage.estimate.LevelCounts;
import dev.cordon.linkage.group.Pairs;
import dev.cordon.linkage.model.LinkageModel;
import dev.cordon.linkage.model.Parameters;
import dev.cordon.linkage.plan.Dialect;
import dev.cordon.linkage.plan.LinkagePlan;
import dev.cordon.linkage.plan.Scope;
import dev.cordon.linkage.plan.TextFunctions;
import java.util.ArrayList;
import java.util.List;

/** One run of a model over the records of an engine. Not thread-safe; used once. */
public final class Linkage {

  private static final double BITS_BELOW_EVEN = -8;

  private final Engine engine;
  private final Dialect dialect;
  private final LinkageModel model;
  private final Scope scope;
  private final Stages stages;
  private final List<String> notes = new ArrayList<>();

  /** Over the records {@link Records} wrote for this model. */
  public Linkage(Engine engine, Dialect dialect, LinkageModel model, Scope scope, Stages stages) {
    this.engine = engine;
    this.dialect = dialect;
    this.model = model;
    this.scope = scope;
    this.stages = stages;
  }

  /** What a run gave: the trained model, the blocking report, the pairs worth a look, remarks. */
  public record Result(LinkageModel model, Blocks blocks, Pairs pairs, List<String> notes) {}

  /** Trains where the model has no parameters, compares and scores. */
  public Result run(Records records) {
    LinkagePlan plan = new LinkagePlan(model, dialect, records.allPlain());
    TextFunctions.measures()
        .forEach(each -> engine.define(TextFunctions.name(each), TextFunctions.of(each)));
    Parameters parameters = trained(plan, records);
    Blocks blocks = stages.time("block", () -> block(plan));
    stages.time(
        "compare",
        () -> {
          engine.run(plan.compared("candidate", "compared"));
          return true;
        });
    Parameters settled =
        model.parameters().isPresent() ? parameters : stages.time("settle", () -> settle(plan, parameters, records));
    Weights weights = Weights.of(model, settled);
    Pairs pairs =
        stages.time(
            "score",
            () -> {
              Scoring.run(engine, plan.codes(), weights, BITS_BELOW_EVEN);
              return Scoring.read(engine);
            });
    return new Result(model.with(settled), blocks, pairs, notes);
  }

  private Belief belief;
  private List<Edge> edges = List.of();

  private Parameters trained(LinkagePlan plan, Records records) {
    if (model.parameters().isPresent()) {
      Variation.write(engine, model.parameters().get().variants());
      stages.time("describe", () -> { engine.run(plan.described()); return true; });
      return model.parameters().get();
    }
    var variants = stages.time("variants", () -> Variation.learn(engine, model, dialect));
    Variation.write(engine, variants);
    stages.time("describe", () -> { engine.run(plan.described()); return true; });
    Training training = new Training(engine, model, plan, scope);
    belief = stages.time("train", () -> training.begin(records.count()));
    notes.addAll(training.notes());
    edges = stages.time("dependences", () -> training.dependences(belief));
    return Training.parameters(model, belief, edges, variants, records.count());
  }

  private Parameters settle(LinkagePlan plan, Parameters first, Records records) {
    LevelCounts counts = Counting.of(engine, "compared", plan.codes());
    double all = records.count() * (records.count() - 1.0) / 2;
    belief.settle(
        counts, all, (m, u) -> new Weights(model.comparisons(), m, u, edges, 0.5)::bits);
    return Training.parameters(model, belief, edges, first.variants(), records.count());
  }

  private Blocks block(LinkagePlan plan) {
    engine.run(plan.blocks());
    Blocks blocks = Blocks.limit(engine, model);
    engine.run(plan.keyed(blocks.largest()));
    engine.run(plan.candidates(scope));
    return blocks;
  }
}
