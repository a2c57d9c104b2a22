package dev.cordon.ledger;

import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.exchange.Receipt;
import dev.cordon.kernel.digest.Sha256;
import dev.cordon.ledger.internal.LedgerKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an operation handed in and what was never entered, in words the ledger commits to.
 *
 * <p>Promises: sources and exhibits are numbered without gaps, so a manifest shows what is missing;
 * takings that were refused or stopped are counted. Promises not: that what nobody brought is
 * known.
 */
@Service
@Transactional
public class ClosingManifests {

  /** What the entry of a manifest is about. */
  public static final String WHAT = "closing-manifest";

  private static final String LINES =
      """
      select cordon.closing_lines(:operation)
      """;

  private static final String NEWEST =
      """
      select e.id from cordon.ledger_entry e
      where e.operation_id = :operation and e.what = 'closing-manifest' order by e.at desc, e.id limit 1
      """;

  private static final String ADD =
      """
      insert into cordon.closing_manifest (entry_id, operation_id, statement) values (:entry, :operation, :statement)
      """;

  private static final String OPENED =
      """
      select m.statement, o.salt, o.record_ids from cordon.closing_manifest m
      left join cordon.ledger_opening o on o.entry_id = m.entry_id and o.destroyed_at is null
      where m.operation_id = :operation and m.entry_id = :entry
      """;

  private final JdbcClient jdbc;
  private final Access access;
  private final Ledger ledger;
  private final LedgerProofs proofs;
  private final LedgerKey key;
  private final Clock clock = Clock.systemUTC();

  ClosingManifests(
      JdbcClient jdbc, Access access, Ledger ledger, LedgerProofs proofs, LedgerKey key) {
    this.jdbc = jdbc;
    this.access = access;
    this.ledger = ledger;
    this.proofs = proofs;
    this.key = key;
  }

  /** Writes a manifest of the operation as it stands, which is an entry. */
  public EntryId write(OperationId operation) {
    access.require(operation, Area.LEDGER, Right.READ);
    List<String> lines = new ArrayList<>();
    lines.add("cordon-closing 1");
    lines.add("operation " + operation);
    lines.add("made-at " + clock.instant().truncatedTo(ChronoUnit.SECONDS));
    lines.addAll(jdbc.sql(LINES).param("operation", operation.value()).query(String.class).list());
    String statement = String.join("\n", lines) + "\n";
    EntryId entry =
        ledger.append(
            Entry.of(
                    operation,
                    Act.DECISION,
                    WHAT,
                    "wrote down what was handed in and what was never entered")
                .touching(
                    Receipt.recordOf(Sha256.hex(statement.getBytes(StandardCharsets.UTF_8)))));
    jdbc.sql(ADD)
        .param("entry", entry.value())
        .param("operation", operation.value())
        .param("statement", statement)
        .update();
    return entry;
  }

  /** Whether there is a manifest the reader may see. */
  @Transactional(readOnly = true)
  public boolean exists(OperationId operation) {
    return jdbc.sql(NEWEST)
        .param("operation", operation.value())
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  /**
   * The newest manifest as a file of the format {@value Receipt#FORMAT}.
   *
   * @throws RefusedException when there is none, or no checkpoint covers it yet
   */
  @Transactional(readOnly = true)
  public Receipt file(OperationId operation) {
    access.require(operation, Area.LEDGER, Right.READ);
    EntryId entry =
        jdbc.sql(NEWEST)
            .param("operation", operation.value())
            .query(UUID.class)
            .optional()
            .map(EntryId::new)
            .orElseThrow(() -> new RefusedException("There is no closing manifest yet."));
    LedgerProofs.Portable portable =
        proofs
            .portable(entry)
            .orElseThrow(() ->
                new RefusedException(
                    "The ledger has not signed a checkpoint over this manifest yet. Try again in"
                        + " some seconds."));
    return jdbc.sql(OPENED)
        .param("operation", operation.value())
        .param("entry", entry.value())
        .query((row, number) -> {
          byte[] salt = row.getBytes("salt");
          if (salt == null) {
            throw new RefusedException(
                "What opens the entry of this manifest was destroyed by order. Write a new one.");
          }
          return new Receipt(
              Receipt.FORMAT,
              row.getString("statement"),
              portable.leaf(),
              HexFormat.of().formatHex(salt),
              List.of((String[]) row.getArray("record_ids").getArray()),
              portable.place(),
              portable.proof(),
              portable.checkpoint(),
              key.signer().key().text());
        })
        .single();
  }
}
