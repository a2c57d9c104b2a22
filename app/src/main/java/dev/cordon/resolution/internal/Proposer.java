package dev.cordon.resolution.internal;

import dev.cordon.linkage.Clustering;
import dev.cordon.linkage.Engine;
import dev.cordon.linkage.LinkTable;
import dev.cordon.linkage.RareSelectors;
import dev.cordon.resolution.JudgedApart;
import dev.cordon.resolution.MailboxRules;
import dev.cordon.resolution.ReferenceTables;
import dev.cordon.resolution.ResolutionModel;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Runs the way from records to proposed clusters. Used once. */
public final class Proposer {

  private static final String TWO_PEOPLE = "what is known of the two groups speaks for two people";

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
  public void propose(MailboxRules mailboxes, ReferenceTables tables, List<JudgedApart> judged) {
    writeRules(mailboxes);
    int parts = parts();
    ReferenceSql.write(engine, tables);
    engine.run(
        ObservationSql.holders()
            .then(ObservationSql.owners())
            .then(ObservationSql.payers())
            .then(ObservationSql.owned(parts))
            .then(ObservationSql.regions())
            .then(ReferenceSql.accesses(parts))
            .then(ObservationSql.mailboxes(parts)));
    writePhoneForms();
    engine.run(
        ObservationSql.observations(parts).then(RareSelectors.plan(parts)).then(LinkSql.pairs()));
    engine.create(
        "judged_apart",
        List.of("a VARCHAR", "b VARCHAR"),
        writer -> judged.forEach(pair -> writer.row(pair.a(), pair.b())));
    cluster();
    engine.run(LinkSql.proposals());
  }

  private int parts() {
    long most =
        engine.count(
            "SELECT greatest((SELECT count(*) FROM selectors), (SELECT count(*) FROM facts), (SELECT"
                + " count(*) FROM accesses))");
    return engine.parts(most, BYTES_OF_A_ROW);
  }

  private void writeRules(MailboxRules mailboxes) {
    RareSelectors.writeRules(engine, model.selectorRules());
    engine.create(
        "kind_rule",
        List.of("kind VARCHAR", "says VARCHAR"),
        writer -> model.rules().forEach(rule -> writer.row(rule.kind(), rule.says())));
    engine.create(
        "household_word",
        List.of("word VARCHAR"),
        writer -> model.householdMailboxes().forEach(writer::row));
    engine.create(
        "mailbox_rule",
        List.of(
            "domain VARCHAR", "ignore_dots BOOLEAN", "ignore_plus BOOLEAN", "disposable BOOLEAN"),
        writer ->
            mailboxes
                .domains()
                .forEach(domain ->
                    writer.row(
                        domain,
                        mailboxes.ignoreDots().contains(domain),
                        mailboxes.ignorePlus().contains(domain),
                        mailboxes.disposable().contains(domain))));
  }

  private void writePhoneForms() {
    PhoneForms forms = new PhoneForms();
    engine.create(
        "phone_form",
        List.of("raw VARCHAR", "region VARCHAR", "form VARCHAR"),
        writer ->
            engine.read(
                """
                SELECT DISTINCT s.raw, coalesce(r.region, '') FROM owned_selector s
                LEFT JOIN holder_region r USING (holder) WHERE s.kind = 'PHONE' ORDER BY ALL\
                """,
                row ->
                    writer.row(
                        row.getString(1),
                        row.getString(2),
                        forms.form(row.getString(1), row.getString(2)).orElse(null))));
  }

  private void cluster() {
    KnownNames names =
        new KnownNames(engine, personNames, new NameComparison(personNames, model.shortForms()));
    PairJudge judge = new PairJudge(model.rules(), names);
    judge.judge(engine);
    int holders = Math.toIntExact(engine.count("SELECT count(*) FROM account_holder"));
    Clustering clustering = new Clustering(holders, model.largestCluster());
    judge.forbidIn(clustering);
    engine.read(LinkSql.JUDGED_APART, row -> clustering.forbid(row.getInt(1), row.getInt(2)));
    Clustering.Refusal[] refusals = clustering.join(judge.links(), judge::forbids);
    writeOutcomes(judge, refusals);
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
