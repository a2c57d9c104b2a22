package dev.cordon.resolution.internal;

import dev.cordon.linkage.Clustering;
import dev.cordon.linkage.Engine;
import dev.cordon.linkage.LinkTable;
import dev.cordon.linkage.RareSelectors;
import dev.cordon.linkage.Strength;
import dev.cordon.resolution.Decisions;
import dev.cordon.resolution.JudgedPair.Verdict;
import dev.cordon.resolution.MailboxRules;
import dev.cordon.resolution.ReferenceTables;
import dev.cordon.resolution.ResolutionModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Runs the way from records to proposed clusters. Used once. */
public final class Proposer {

  private static final String TWO_PEOPLE = "what is known of the two groups speaks for two people";

  /** A person's word. */
  private static final String APART = "declined by a person: not the same";

  /** Two persons' words, or one's chain of words, that cannot both hold. */
  static final String CONTRADICTED =
      "judged the same, but a judgement of not the same stands between";

  /** The traces in common were added up and are too little. */
  static final String BELOW = "below the threshold";

  /** As much leads to somebody else. */
  static final String EITHER = "it could be either of two people's";

  /** A selector with its holder, before it is compressed. */
  private static final int BYTES_OF_A_ROW = 300;

  private final Engine engine;
  private final ResolutionModel model;
  private final PersonNames personNames;

  /** Over an engine with the record views open. */
  public Proposer(Engine engine, ResolutionModel model) {
    this.engine = engine;
    this.model = model;
    List<String> placeholders =
        model.placeholderNames().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    this.personNames = new PersonNames(placeholders);
  }

  /** Writes the tables of proposals into the engine. */
  public void propose(MailboxRules mailboxes, ReferenceTables tables, Decisions decisions) {
    ModelTables told = new ModelTables(engine, model);
    told.rules(mailboxes);
    int parts = parts();
    ReferenceSql.write(engine, tables);
    engine.run(
        OwnerSql.holders()
            .then(OwnerSql.owners())
            .then(OwnerSql.payers())
            .then(ObservationSql.owned(parts))
            .then(ObservationSql.regions())
            .then(ReferenceSql.accesses(parts))
            .then(ObservationSql.mailboxes(parts)));
    told.forms();
    told.decisions(decisions);
    engine.run(
        ObservationSql.observations(parts, !decisions.withheld().isEmpty())
            .then(RareSelectors.plan(parts))
            .then(LinkSql.pairs()));
    KnownNames names = cluster(parts);
    engine.run(LinkSql.links());
    new Cautions(engine, names, model.rules()).write();
    engine.run(LinkSql.proposals());
  }

  private int parts() {
    long most =
        engine.count(
            "SELECT greatest((SELECT count(*) FROM selectors), (SELECT count(*) FROM facts), (SELECT"
                + " count(*) FROM accesses))");
    return engine.parts(most, BYTES_OF_A_ROW);
  }

  private KnownNames cluster(int parts) {
    KnownNames names =
        new KnownNames(engine, personNames, new NameComparison(personNames, model.shortForms()));
    PairJudge judge = new PairJudge(model.rules(), names);
    judge.judge(engine);
    int holders = Math.toIntExact(engine.count("SELECT count(*) FROM account_holder"));
    Clustering clustering = new Clustering(holders, model.largestCluster());
    followDecisions(clustering);
    judge.forbidIn(clustering);
    Clustering.Refusal[] refusals = clustering.join(judge.links(), judge::forbids);
    writeOutcomes(judge, refusals);
    writeGroups(clustering);
    corroborate(clustering, names, judge, parts);
    writeGroups(clustering);
    return names;
  }

  /**
   * First what persons said: two people's stay apart, one person's come together, in this order.
   */
  private void followDecisions(Clustering clustering) {
    LinkTable same = new LinkTable();
    List<int[]> judged = new ArrayList<>();
    engine.read(
        LinkSql.JUDGED,
        row -> {
          int[] pair = {row.getInt(1), row.getInt(2), Verdict.valueOf(row.getString(3)).ordinal()};
          judged.add(pair);
          if (pair[2] == Verdict.NOT_SAME.ordinal()) {
            clustering.forbid(pair[0], pair[1]);
          }
        });
    List<Integer> places = new ArrayList<>();
    for (int[] pair : judged) {
      boolean joins = pair[2] == Verdict.SAME.ordinal();
      places.add(joins ? same.add(pair[0], pair[1], Strength.STRONG, 0) : -1);
    }
    Clustering.Refusal[] refusals = clustering.join(same, (first, second, link) -> false);
    engine.create(
        "judged_link",
        List.of("link INTEGER", "a INTEGER", "b INTEGER", "verdict VARCHAR", "flag VARCHAR"),
        writer -> {
          for (int index = 0; index < judged.size(); index++) {
            int[] pair = judged.get(index);
            int place = places.get(index);
            Clustering.Refusal refusal = place < 0 ? null : refusals[place];
            Verdict verdict = Verdict.values()[pair[2]];
            String flag = verdict == Verdict.NOT_SAME ? APART : refusal == null ? "" : CONTRADICTED;
            writer.row(
                index,
                Math.min(pair[0], pair[1]),
                Math.max(pair[0], pair[1]),
                verdict.name(),
                flag);
          }
        });
  }

  private void corroborate(Clustering clustering, KnownNames names, PairJudge judge, int parts) {
    engine.create(
        "trace_limit",
        List.of("maximum_groups INTEGER"),
        writer -> writer.row(model.corroboration().maximumGroups()));
    engine.run(TraceSql.pairs(parts).then(TraceSql.contexts()));
    Corroboration traces = new Corroboration(model.corroboration(), names, judge::anyStrangers);
    traces.weigh(engine);
    LinkTable links = traces.links();
    Clustering.Refusal[] refusals = clustering.join(links, traces::forbids);
    engine.create(
        "together",
        List.of(
            "link INTEGER",
            "a INTEGER",
            "b INTEGER",
            "bits DOUBLE",
            "threshold DOUBLE",
            "strength VARCHAR",
            "flag VARCHAR",
            "parts VARCHAR"),
        writer -> {
          for (int link = 0; link < links.size(); link++) {
            Together sum = traces.together().get(link);
            Clustering.Refusal refusal = refusals[link];
            String flag =
                traces.isEither(link)
                    ? EITHER
                    : links.strength(link) == Strength.WEAK
                        ? BELOW
                        : refusal == null ? "" : says(refusal);
            writer.row(
                link,
                links.a(link),
                links.b(link),
                Math.round(sum.bits() * 10) / 10.0,
                model.corroboration().threshold(),
                links.strength(link).name(),
                flag,
                sum.text());
          }
        });
  }

  private void writeGroups(Clustering clustering) {
    int[] representatives = clustering.representatives();
    engine.create(
        "holder_group",
        List.of("holder INTEGER", "representative INTEGER"),
        writer -> {
          for (int holder = 0; holder < representatives.length; holder++) {
            writer.row(holder, representatives[holder]);
          }
        });
  }

  private void writeOutcomes(PairJudge judge, Clustering.@Nullable Refusal[] refusals) {
    LinkTable links = judge.links();
    engine.create(
        "link_outcome",
        List.of("link INTEGER", "flag VARCHAR"),
        writer -> {
          for (int link = 0; link < links.size(); link++) {
            String flag = judge.flags().get(link);
            Clustering.Refusal refusal = refusals[link];
            if (flag == null && refusal != null) {
              flag = says(refusal);
            }
            if (flag != null) {
              writer.row(link, flag);
            }
          }
        });
  }

  private String says(Clustering.Refusal refusal) {
    return switch (refusal) {
      case FORBIDDEN_PAIR -> "the groups hold two people known apart";
      case VETO -> TWO_PEOPLE;
      case TOO_LARGE -> "the group would exceed " + model.largestCluster() + " accounts";
    };
  }
}
