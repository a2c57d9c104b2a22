package dev.cordon.intake;

import dev.cordon.ledger.EntryId;
import dev.cordon.ledger.LedgerProofs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as it stands, with what the ledger has of it.
 *
 * @param number from 1; the newest stands
 * @param statement its exact words
 * @param entry the entry that commits to them
 * @param body the entry's exact bytes
 * @param opened what opens the commitment; null once that was destroyed
 * @param proof null while no checkpoint covers the entry
 */
public record SourceReceipt(
    UUID id,
    int number,
    HandedOver handedOver,
    String statement,
    String statementSha256,
    String madeBy,
    Instant madeAt,
    EntryId entry,
    byte[] body,
    @Nullable Opened opened,
    LedgerProofs.@Nullable Proof proof) {

  /** What opens the entry's commitment to its records. */
  public record Opened(String salt, List<String> records) {

    static Opened of(byte[] salt, List<String> records) {
      return new Opened(HexFormat.of().formatHex(salt), List.copyOf(records));
    }
  }

  /** Whether it can be handed out with its proof. */
  public boolean isProved() {
    return opened != null && proof != null;
  }

  /** The entry as text. */
  public String entryText() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
