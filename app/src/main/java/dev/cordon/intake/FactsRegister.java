package dev.cordon.intake;

import dev.cordon.RefusedException;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What investigators know of an operation's sources; each method is one transaction. */
@Service
@Transactional
class FactsRegister {

  private final JdbcClient jdbc;
  private final SourceRegister sources;
  private final CurrentMember currentMember;
  private final Ledger ledger;

  FactsRegister(
      JdbcClient jdbc, SourceRegister sources, CurrentMember currentMember, Ledger ledger) {
    this.jdbc = jdbc;
    this.sources = sources;
    this.currentMember = currentMember;
    this.ledger = ledger;
  }

  /** Keeps what is known (operation.yaml); before the first source, once. */
  void tell(OperationId operation, String yaml) {
    sources.requireGrounds(operation);
    OperationFacts.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    boolean late = count(operation) > 0;
    if (late || told(operation).isPresent()) {
      throw new RefusedException(
          "what is known was told before, or sources are taken in already: their records were"
              + " made by it and would no longer fit");
    }
    jdbc.sql(IntakeSql.ADD_FACTS)
        .param("operation", operation.value())
        .param("facts", yaml)
        .param("member", currentMember.member().value())
        .update();
    ledger.append(
        Entry.of(operation, Act.COLLECTION, "operation-facts", "what investigators know"));
  }

  /** What is known: what was told, and what was stated of single files since; the newest counts. */
  @Transactional(readOnly = true)
  Optional<OperationFacts> facts(OperationId operation) {
    Optional<OperationFacts> told = told(operation);
    OperationFacts known = told.orElse(OperationFacts.UNKNOWN);
    List<Stated> statements =
        jdbc.sql(TakingSql.STATEMENTS)
            .param("operation", operation.value())
            .query((row, index) ->
                new Stated(row.getString("name"), row.getString("zone"), row.getString("system")))
            .list();
    for (Stated one : statements) {
      known = known.stating(one.name(), one.zone(), one.system());
    }
    return statements.isEmpty() ? told : Optional.of(known);
  }

  private record Stated(String name, @Nullable String zone, @Nullable String system) {}

  /** Keeps what a member states of files of that name. */
  void state(OperationId operation, String name, @Nullable String zone, @Nullable String system) {
    sources.requireWriter(operation);
    jdbc.sql(TakingSql.STATE)
        .param("id", UUID.randomUUID())
        .param("operation", operation.value())
        .param("name", name)
        .param("zone", zone)
        .param("system", system)
        .param("member", currentMember.member().value())
        .update();
    ledger.append(
        Entry.of(
                operation,
                Act.ALTERATION,
                "source-statement",
                "stated of its files: zone "
                    + (zone == null ? "-" : zone)
                    + ", system "
                    + (system == null ? "-" : system))
            .touching(name));
  }

  private Optional<OperationFacts> told(OperationId operation) {
    return jdbc.sql(IntakeSql.FACTS)
        .param("operation", operation.value())
        .query(String.class)
        .optional()
        .map(yaml ->
            OperationFacts.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))));
  }

  private long count(OperationId operation) {
    return jdbc.sql(IntakeSql.COUNT)
        .param("operation", operation.value())
        .query(Long.class)
        .single();
  }
}
