package dev.cordon.ledger;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.exchange.Receipt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Receipts of statements that entries commit to, for whoever handed something in or was told
 * something. A receipt can be checked offline with {@code cordon verify}.
 */
@Service
public class StatementReceipts {

  private final LedgerProofs proofs;
  private final LedgerReadings readings;

  StatementReceipts(LedgerProofs proofs, LedgerReadings readings) {
    this.proofs = proofs;
    this.readings = readings;
  }

  /**
   * A statement with what opens its entry.
   *
   * @param salt of the entry's commitment, in hex
   * @param records the entry touches, the statement's own among them
   */
  public record Opened(String statement, EntryId entry, String salt, List<String> records) {

    /** Copies the records. */
    public Opened {
      records = List.copyOf(records);
    }

    /** From the columns {@code statement}, {@code entry_id}, {@code salt}, {@code record_ids}. */
    public static Opened of(ResultSet row, int number) throws SQLException {
      return new Opened(
          row.getString("statement"),
          new EntryId(Columns.uuid(row, "entry_id")),
          HexFormat.of().formatHex(row.getBytes("salt")),
          Columns.texts(row, "record_ids"));
    }
  }

  /**
   * The receipt, format {@value Receipt#FORMAT}.
   *
   * @param opened empty when what opens the entry was destroyed by order
   * @param what it is about, as in "these figures"
   * @throws RefusedException when it was destroyed, or while no checkpoint covers the entry
   */
  public Receipt of(Optional<Opened> opened, String what) {
    Opened found =
        opened.orElseThrow(() ->
            new RefusedException(
                "What opens the entry of "
                    + what
                    + " was destroyed by order: its words can not be proved any more."));
    LedgerProofs.Portable portable =
        proofs
            .portable(found.entry())
            .orElseThrow(() ->
                new RefusedException(
                    "The ledger has not signed a checkpoint over "
                        + what
                        + " yet. Try again in some seconds."));
    return new Receipt(
        Receipt.FORMAT,
        found.statement(),
        portable.leaf(),
        found.salt(),
        found.records(),
        portable.place(),
        portable.proof(),
        portable.checkpoint(),
        readings.state().key());
  }
}
