package dev.cordon.erasure;

import dev.cordon.RefusedException;
import dev.cordon.access.OperationId;
import dev.cordon.intake.AccountName;
import dev.cordon.intake.Origin;
import dev.cordon.intake.PersonRows;
import dev.cordon.intake.Restrictions;
import dev.cordon.intake.Sought;
import dev.cordon.intake.SourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds all an order concerns. Who orders may not read the case: what is found is shown as counts.
 */
@Component
class ScopeFinder {

  private final JdbcClient jdbc;
  private final Restrictions restrictions;

  ScopeFinder(JdbcClient jdbc, Restrictions restrictions) {
    this.jdbc = jdbc;
    this.restrictions = restrictions;
  }

  private record Seed(List<AccountName> accounts, List<Origin> rows) {}

  private static final Sought NOTHING = new Sought(List.of(), null, List.of());

  /** Everything there is now. */
  Scope find(OperationId operation, Chosen chosen) {
    String subject = chosen.by() == Chosen.By.SUBJECT ? chosen.value() : null;
    String victim = chosen.by() == Chosen.By.VICTIM ? chosen.value() : null;
    String selector = chosen.by() == Chosen.By.SELECTOR ? chosen.value() : null;
    Optional<Sought> sought = sought(operation, chosen);
    PersonRows person = restrictions.find(operation, sought.orElse(NOTHING));
    List<Scope.Thing> things =
        things(operation, subject, victim, selector, accounts(chosen, person));
    if (sought.isEmpty() && things.isEmpty()) {
      throw new RefusedException(
          "There is no subject "
              + subject
              + " in this operation, nor in a package received in it. The coordinator can tell the"
              + " number.");
    }
    person
        .texts()
        .forEach((thread, amount) ->
            things.add(new Scope.Thing("thread", thread.toString(), "", amount)));
    return new Scope(person, things, openings(operation, person, things));
  }

  /** An account that no source of this operation holds may still stand in a package received. */
  private static List<AccountName> accounts(Chosen chosen, PersonRows person) {
    List<AccountName> accounts = new ArrayList<>(person.accounts());
    if (chosen.by() == Chosen.By.ACCOUNT) {
      AccountName named = new AccountName(chosen.system(), chosen.account());
      if (!accounts.contains(named)) {
        accounts.add(named);
      }
    }
    return accounts;
  }

  /** What is looked for in the sources; empty for a subject that is none of this operation. */
  private Optional<Sought> sought(OperationId operation, Chosen chosen) {
    return switch (chosen.by()) {
      case SUBJECT ->
          seed(operation, chosen.value())
              .map(seed -> new Sought(seed.accounts(), null, seed.rows()));
      case ACCOUNT ->
          Optional.of(
              new Sought(
                  List.of(new AccountName(chosen.system(), chosen.account())), null, List.of()));
      case SELECTOR -> Optional.of(new Sought(List.of(), chosen.value(), List.of()));
      case VICTIM, ORDER -> Optional.of(NOTHING);
    };
  }

  private Optional<Seed> seed(OperationId operation, String subject) {
    Seed seed = new Seed(new ArrayList<>(), new ArrayList<>());
    boolean[] known = {false};
    jdbc.sql(ErasureSql.SEED)
        .param("operation", operation.value())
        .param("subject", subject)
        .query(row -> {
          switch (row.getString("kind")) {
            case "account" ->
                seed.accounts()
                    .add(new AccountName(row.getString("system"), row.getString("account")));
            case "row" ->
                seed.rows()
                    .add(
                        new Origin(
                            new SourceId(row.getObject("source_id", UUID.class)),
                            row.getString("source_table"),
                            row.getLong("source_row")));
            default -> known[0] = true;
          }
        });
    return known[0] ? Optional.of(seed) : Optional.empty();
  }

  private List<Scope.Thing> things(
      OperationId operation,
      @Nullable String subject,
      @Nullable String victim,
      @Nullable String selector,
      List<AccountName> accounts) {
    return new ArrayList<>(
        jdbc.sql(ErasureSql.FIND)
            .param("operation", operation.value())
            .param("subject", subject)
            .param("victim", victim)
            .param("selector", selector)
            .param("systems", accounts.stream().map(AccountName::system).toArray(String[]::new))
            .param("accounts", accounts.stream().map(AccountName::account).toArray(String[]::new))
            .query((row, number) ->
                new Scope.Thing(
                    row.getString("kind"), row.getString("id"), row.getString("label"), 0))
            .list());
  }

  private long openings(OperationId operation, PersonRows person, List<Scope.Thing> things) {
    List<String> names = new ArrayList<>();
    for (Scope.Thing thing : things) {
      switch (thing.kind()) {
        case "subject", "victim" -> {
          names.add(thing.id());
          names.add(thing.label());
          names.add(thing.kind() + " " + thing.id());
        }
        case "proposal" -> {
          names.add(thing.id());
          names.add("proposal " + thing.id());
        }
        case "account", "package_subject", "received_subject" -> names.add(thing.id());
        case "report" -> {
          names.add(thing.id());
          names.add("field-report " + thing.id());
        }
        default -> {}
      }
    }
    List<Origin> rows = person.rows().stream().map(PersonRows.Row::origin).toList();
    return jdbc.sql(ErasureSql.OPENINGS)
        .param("operation", operation.value())
        .param("names", names.toArray(String[]::new))
        .param("sources", rows.stream().map(row -> row.source().value()).toArray(UUID[]::new))
        .param("tables", rows.stream().map(Origin::table).toArray(String[]::new))
        .param("numbers", rows.stream().map(Origin::row).toArray(Long[]::new))
        .query(Long.class)
        .single();
  }
}
