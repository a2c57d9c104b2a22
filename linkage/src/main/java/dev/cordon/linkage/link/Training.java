package dev.cordon.linkage.link;

import dev.cordon.linkage.Engine;
import dev.cordon.linkage.LinkageException;
import dev.cordon.linkage.estimate.Belief;
import dev.cordon.linkage.estimate.Dependences;
import dev.cordon.linkage.estimate.Dependences.Edge;
import dev.cordon.linkage.estimate.LevelCounts;
import dev.cordon.linkage.model.Agreement;
import dev.cordon.linkage.model.BlockingRule;
import dev.cordon.linkage.model.Comparison;
import dev.cordon.linkage.model.Key;
import dev.cordon.linkage.model.Level;
import dev.cordon.linkage.model.LinkageModel;
import dev.cordon.linkage.model.Parameters;
import dev.cordon.linkage.model.Parameters.Estimate;
import dev.cordon.linkage.model.Parameters.Variants;
import dev.cordon.linkage.model.Session;
import dev.cordon.linkage.plan.LinkagePlan;
import dev.cordon.linkage.plan.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds a model's parameters from the tables of a plan. Not thread-safe. */
final class Training {

  private static final int SHARES = 1000;
  // Values more people share than this say little about any community.
  private static final int MOST_SHARING = 300;

  private final Engine engine;
  private final LinkageModel model;
  private final LinkagePlan plan;
  private final Selection selection;
  private final List<String> notes = new ArrayList<>();

  Training(Engine engine, LinkageModel model, LinkagePlan plan, Selection selection) {
    this.engine = engine;
    this.model = model;
    this.plan = plan;
    this.selection = selection;
  }

  List<String> notes() {
    return notes;
  }

  /** What random pairs and the sessions say; {@code described} must be there. */
  Belief begin(long records) {
    engine.run(plan.randomPairs(records, model.limits().randomPairs(), selection));
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
            "no training session speaks about "
                + model.comparisons().get(index).name()
                + "; its m stays as assumed");
      }
    }
    belief.train();
    return belief;
  }

  /** Which comparisons agree together among strangers, by what is believed. */
  List<Edge> dependences(Belief belief) {
    Dependences dependences = new Dependences(belief.m(), belief.u());
    for (int index = 0; index < model.comparisons().size(); index++) {
      Level first = model.comparisons().get(index).levels().getFirst();
      List<Key> keys = keys(first.when());
      if (first.frequency() != null && !keys.isEmpty()) {
        LevelCounts counts = shared(new Session(new BlockingRule(keys), List.of()), MOST_SHARING);
        if (counts != null) {
          dependences.learn(index, counts);
        }
      }
    }
    return dependences.edges();
  }

  private static List<Key> keys(Agreement agreement) {
    return switch (agreement) {
      case Agreement.Same same -> List.of(same.key());
      case Agreement.All all -> all.parts().stream().flatMap(part -> keys(part).stream()).toList();
      default -> List.of();
    };
  }

  private void session(Belief belief, Session session) {
    LevelCounts counts = shared(session, model.limits().largestBlock());
    if (counts == null) {
      notes.add("no two records share " + session.block() + ", so that session is left out");
    } else {
      belief.add(new Belief.Trial(counts, active(session)));
    }
  }

  // The levels of about as many pairs of the block as the model wants; null without any.
  private @Nullable LevelCounts shared(Session session, int largest) {
    engine.run(plan.sessionSize(session));
    TreeMap<Integer, Long> sizes = Blocks.sizes(engine, "session_block");
    long pairs = Blocks.pairs(sizes, largest);
    if (pairs == 0) {
      return null;
    }
    long wanted = (long) SHARES * model.limits().sessionPairs() / pairs;
    int share = (int) Math.max(1, Math.min(SHARES, wanted));
    engine.run(plan.sessionPairs(largest, share, selection));
    engine.run(plan.compared("session_pair", "session_compared"));
    LevelCounts counts = Counting.of(engine, "session_compared", plan.codes());
    return counts.total() == 0 ? null : counts;
  }

  private boolean[] active(Session session) {
    BlockingRule block = session.block();
    boolean[] active = new boolean[model.comparisons().size()];
    for (int index = 0; index < active.length; index++) {
      Comparison comparison = model.comparisons().get(index);
      active[index] =
          !session.skip().contains(comparison.name())
              && block.keys().stream().map(Key::field).noneMatch(comparison.used()::contains);
    }
    return active;
  }

  /** The parameters of what is believed. */
  static Parameters parameters(
      LinkageModel model, Belief belief, List<Edge> edges, List<Variants> variants, long records) {
    List<Estimate> estimates = new ArrayList<>();
    for (int index = 0; index < model.comparisons().size(); index++) {
      estimates.add(
          new Estimate(
              model.comparisons().get(index).name(),
              boxed(belief.m()[index]),
              boxed(belief.u()[index])));
    }
    List<Parameters.Dependence> dependences =
        edges.stream()
            .map(edge ->
                new Parameters.Dependence(
                    model.comparisons().get(edge.first()).name(),
                    model.comparisons().get(edge.second()).name(),
                    edge.bits()))
            .toList();
    return new Parameters(belief.matches(), estimates, dependences, variants, records);
  }

  private static List<Double> boxed(double[] values) {
    List<Double> result = new ArrayList<>();
    for (double value : values) {
      result.add(value);
    }
    return result;
  }
}
