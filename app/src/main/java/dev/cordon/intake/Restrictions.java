package dev.cordon.intake;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows an order hides or destroys: finding a person's, keeping the list, writing records and
 * texts anew without them. The database's list counts from the moment its transaction stands; the
 * vault's own list follows and outlives the database. Whoever opens records gets neither's rows.
 * Thread-safe.
 */
@Service
public class Restrictions {

  private final JdbcClient jdbc;
  private final Access access;
  private final Vaults vaults;

  Restrictions(JdbcClient jdbc, Access access, Vaults vaults) {
    this.jdbc = jdbc;
    this.access = access;
    this.vaults = vaults;
  }

  /**
   * How many rows of one table of a source an order hides or destroyed.
   *
   * @param order its number
   * @param state what became of the rows at intake: stored, quarantined or duplicate
   * @param erased destroyed; otherwise restricted
   */
  public record Counted(String order, String table, String state, boolean erased, long rows) {}

  /** Every row that no reader gets now. */
  @Transactional(propagation = Propagation.SUPPORTS)
  public RowSet hidden(OperationId operation) {
    return listed(operation).all().plus(vaults.of(operation).hiddenRows().all());
  }

  /** Every row of which no record may be written again. */
  @Transactional(propagation = Propagation.SUPPORTS)
  public RowSet erased(OperationId operation) {
    return listed(operation).erased().plus(vaults.of(operation).hiddenRows().erased());
  }

  /** What orders took from a source, table by table; so that its balance still adds up. */
  @Transactional(readOnly = true)
  public Page<Counted> counted(OperationId operation, UUID source, int page) {
    access.require(operation, Area.SOURCES, Right.READ);
    List<Counted> rows =
        jdbc.sql(IntakeSql.HIDDEN_COUNTS)
            .param("operation", operation.value())
            .param("source", source)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query((row, number) ->
                new Counted(
                    row.getString("number"),
                    row.getString("source_table"),
                    row.getString("state"),
                    row.getBoolean("is_erased"),
                    row.getLong("held")))
            .list();
    long total =
        jdbc.sql(IntakeSql.COUNT_HIDDEN_COUNTS)
            .param("operation", operation.value())
            .param("source", source)
            .query(Long.class)
            .single();
    return new Page<>(rows, page, total);
  }

  /** Every row of a person; for who orders or approves what happens to them. */
  public PersonRows find(OperationId operation, Sought sought) {
    Vault vault = vaults.of(operation);
    try (SealedRecords records =
        SealedRecords.openRestricted(vault.records(), vault.key(), () -> requireOrder(operation))) {
      return new PersonSearch(operation, vault, records).find(sought, textSources(vault));
    }
  }

  /** Brings the vault's own list to what the database says; what was erased stays erased. */
  public void list(OperationId operation) {
    Vault vault = vaults.of(operation);
    synchronized (vault) {
      HiddenRows said = listed(operation);
      try {
        vault.hide(
            new HiddenRows(said.restricted(), said.erased().plus(vault.hiddenRows().erased())));
      } catch (IOException failure) {
        throw new UncheckedIOException("the list of hidden rows can not be written", failure);
      }
    }
  }

  /** Writes the records and texts of every source anew that still holds an erased row. */
  public void destroyErased(OperationId operation) {
    Vault vault = vaults.of(operation);
    synchronized (vault) {
      RowSet erased = vault.hiddenRows().erased();
      for (SourceId source : erased.sources()) {
        try {
          new RecordsErasure(vault, source, erased).carryOut();
        } catch (IOException failure) {
          throw new UncheckedIOException(
              "the records of source " + source + " can not be written anew", failure);
        }
      }
    }
  }

  private HiddenRows listed(OperationId operation) {
    List<Origin> restricted = new ArrayList<>();
    List<Origin> erased = new ArrayList<>();
    jdbc.sql(IntakeSql.HIDDEN)
        .param("operation", operation.value())
        .query(row -> {
          Origin origin =
              new Origin(
                  new SourceId(row.getObject("source_id", UUID.class)),
                  row.getString("source_table"),
                  row.getLong("source_row"));
          (row.getBoolean("is_erased") ? erased : restricted).add(origin);
        });
    return new HiddenRows(RowSet.of(restricted), RowSet.of(erased));
  }

  private static List<SourceId> textSources(Vault vault) {
    try (var folders = java.nio.file.Files.list(vault.records())) {
      return folders.map(folder -> SourceId.parse(folder.getFileName().toString())).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("the vault can not be read", failure);
    }
  }

  private void requireOrder(OperationId operation) {
    if (!access.holds(operation, Area.LEDGER, Right.ERASE)
        && !access.holds(operation, Area.APPROVALS, Right.APPROVE)) {
      throw new NotPermittedException();
    }
  }
}
