package dev.cordon.resolution.internal;

import dev.cordon.linkage.Engine;
import dev.cordon.linkage.RareSelectors;
import dev.cordon.resolution.Decisions;
import dev.cordon.resolution.MailboxRules;
import dev.cordon.resolution.ResolutionModel;
import dev.cordon.resolution.WarningLists;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tells the engine what the plan's steps take beside records: rules, lists, forms, decisions. */
final class ModelTables {

  private final Engine engine;
  private final ResolutionModel model;

  ModelTables(Engine engine, ResolutionModel model) {
    this.engine = engine;
    this.model = model;
  }

  /** What persons decided. */
  void decisions(Decisions decisions) {
    engine.create(
        "judged_pair",
        List.of("a VARCHAR", "b VARCHAR", "verdict VARCHAR"),
        writer ->
            decisions
                .pairs()
                .forEach(pair -> writer.row(pair.a(), pair.b(), pair.verdict().name())));
    engine.create(
        "withheld_value",
        List.of("kind VARCHAR", "salt VARCHAR", "digest VARCHAR"),
        writer ->
            decisions
                .withheld()
                .forEach(value -> writer.row(value.kind(), value.salt(), value.digest())));
  }

  /** The rules, what is known of mail, and what belongs to nobody. */
  void rules(MailboxRules mailboxes) {
    RareSelectors.writeRules(engine, model.selectorRules());
    engine.create(
        "kind_rule",
        List.of("kind VARCHAR", "says VARCHAR"),
        writer -> model.rules().forEach(rule -> writer.row(rule.kind(), rule.says())));
    engine.create(
        "household_word",
        List.of("word VARCHAR"),
        writer -> model.householdMailboxes().forEach(writer::row));
    WarningLists warnings = WarningLists.standard();
    Set<String> disposable = new TreeSet<>(warnings.values(WarningLists.Kind.MAIL_DOMAIN));
    disposable.addAll(mailboxes.disposable());
    Set<String> domains = new TreeSet<>(disposable);
    domains.addAll(mailboxes.domains());
    engine.create(
        "mailbox_rule",
        List.of(
            "domain VARCHAR", "ignore_dots BOOLEAN", "ignore_plus BOOLEAN", "disposable BOOLEAN"),
        writer ->
            domains.forEach(domain ->
                writer.row(
                    domain,
                    mailboxes.ignoreDots().contains(domain),
                    mailboxes.ignorePlus().contains(domain),
                    disposable.contains(domain))));
    engine.create(
        "public_wallet",
        List.of("address VARCHAR"),
        writer -> warnings.values(WarningLists.Kind.WALLET).forEach(writer::row));
  }

  /** Telephone numbers and handles in the form all their spellings share; needs their owners. */
  void forms() {
    writePhoneForms();
    writeHandleForms();
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

  private void writeHandleForms() {
    HandleForms forms = new HandleForms();
    engine.create(
        "handle_form",
        List.of("handle VARCHAR", "form VARCHAR"),
        writer ->
            engine.read(
                "SELECT DISTINCT handle FROM account_entry WHERE handle <> ''",
                row -> {
                  String handle = row.getString(1);
                  forms.form(handle).ifPresent(form -> writer.row(handle, form));
                }));
  }
}
