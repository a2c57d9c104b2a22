package dev.cordon.linkage.link;

import dev.cordon.linkage.Engine;
import dev.cordon.linkage.LinkageException;
import dev.cordon.linkage.estimate.Belief;
import dev.cordon.linkage.estimate.LevelCounts;
import dev.cordon.linkage.model.BlockingRule;
import dev.cordon.linkage.model.Comparison;
import dev.cordon.linkage.model.Key;
import dev.cordon.linkage.model.LinkageModel;
import dev.cordon.linkage.model.Parameters;
import dev.cordon.linkage.model.Parameters.Estimate;
import dev.cordon.linkage.model.Parameters.Variants;
import dev.cordon.linkage.model.Session;
import dev.cordon.linkage.plan.LinkagePlan;
import dev.cordon.linkage.plan.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Finds a model's parameters from the tables of a plan. Not thread-safe. */
final class Training {

  private static final int SHARES = 1000;

  private final Engine engine;
  private final LinkageModel model;
  private final LinkagePlan plan;
  private final Scope scope;
  private final List<String> notes = new ArrayList<>();

  Training(Engine engine, LinkageModel model, LinkagePlan plan, Scope scope) {
    this.engine = engine;
    this.model = model;
    this.plan = plan;
    this.scope = scope;
  }

  List<String> notes() {
    return notes;
  }

  /** What random pairs and the sessions say; {@code described} must be there. */
  Belief begin(long records) {
    engine.run(plan.randomPairs(records, model.limits().randomPairs(), scope));
    engine.run(plan.compared("random_pair", "random_compared"));
    LevelCounts random = Counting.of(engine, "random_compared", plan.codes());
    if (random.total() == 0) {
      throw new LinkageException("there are no two records that may be paired");
    }
    Belief belief =
        new Belief(plan.codes().sizes().stream().mapToInt(Integer::intValue).toArray(), random);
    for (Session session : model.sessions()) {
      session(belief, session);
    }
    for (int index = 0; index < model.comparisons().size(); index++) {
      if (!belief.isTrained(index)) {
        notes.add(
            "no training session speaks about " + model.comparisons().get(index).name()
                + "; its m stays as assumed");
      }
    }
    belief.train();
    return belief;
  }

  private void session(Belief belief, Session session) {
    engine.run(plan.sessionSize(session));
    TreeMap<Integer, Long> sizes = Blocks.sizes(engine, "session_block");
    int largest = model.limits().largestBlock();
    long pairs = Blocks.pairs(sizes, largest);
    if (pairs == 0) {
      notes.add("no two records share " + session.block() + ", so that session is left out");
      return;
    }
    long wanted = (long) SHARES * model.limits().sessionPairs() / pairs;
    int share = (int) Math.max(1, Math.min(SHARES, wanted));
    engine.run(plan.sessionPairs(largest, share, scope));
    engine.run(plan.compared("session_pair", "session_compared"));
    LevelCounts counts = Counting.of(engine, "session_compared", plan.codes());
    if (counts.total() > 0) {
      belief.add(new Belief.Trial(counts, active(session)));
    }
  }

  private boolean[] active(Session session) {
    BlockingRule block = session.block();
    boolean[] active = new boolean[model.comparisons().size()];
    for (int index = 0; index < active.length; index++) {
      Comparison comparison = model.comparisons().get(index);
      active[index] =
          !session.skip().contains(comparison.name())
              && block.keys().stream()
                  .map(Key::field)
                  .noneMatch(comparison.used()::contains);
    }
    return active;
  }

  /** The parameters of what is believed. */
  static Parameters parameters(
      LinkageModel model, Belief belief, List<Variants> variants, long records) {
    List<Estimate> estimates = new ArrayList<>();
    for (int index = 0; index < model.comparisons().size(); index++) {
      estimates.add(
          new Estimate(
              model.comparisons().get(index).name(),
              boxed(belief.m()[index]),
              boxed(belief.u()[index])));
    }
    return new Parameters(belief.matches(), estimates, variants, records);
  }

  private static List<Double> boxed(double[] values) {
    List<Double> result = new ArrayList<>();
    for (double value : values) {
      result.add(value);
    }
    return result;
  }

}
