package dev.cordon.evidence;

import dev.cordon.Columns;
import dev.cordon.access.OperationId;
import dev.cordon.exchange.Receipt;
import dev.cordon.ledger.LedgerProofs;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what there is about an exhibit. */
@Service
@Transactional(readOnly = true)
public class CustodyFiles {

  private final JdbcClient jdbc;
  private final Exhibits exhibits;
  private final ExhibitDigests digests;
  private final WorkingCopies copies;
  private final LedgerProofs proofs;

  CustodyFiles(
      JdbcClient jdbc,
      Exhibits exhibits,
      ExhibitDigests digests,
      WorkingCopies copies,
      LedgerProofs proofs) {
    this.jdbc = jdbc;
    this.exhibits = exhibits;
    this.digests = digests;
    this.copies = copies;
    this.proofs = proofs;
  }

  /** The file of an exhibit as the pages show it: without proofs. */
  public CustodyFile of(OperationId operation, UUID exhibit) {
    Exhibit one = exhibits.get(operation, exhibit);
    return of(operation, one, exhibits.actsOf(exhibit), Map.of());
  }

  /** The file of an exhibit with what proves its acts. */
  public CustodyFile proved(OperationId operation, UUID exhibit) {
    Exhibit one = exhibits.get(operation, exhibit);
    List<CustodyAct> acts = exhibits.actsOf(exhibit);
    Map<UUID, String> statements = new HashMap<>();
    acts.forEach(act -> {
      if (act.statement() != null) {
        statements.put(act.id(), act.statement());
      }
    });
    Map<UUID, Receipt> found = new HashMap<>();
    for (Entered entered :
        jdbc.sql(CustodySql.PROOFS).param("exhibit", exhibit).query(CustodyFiles::entered).list()) {
      receipt(entered, statements.get(entered.act()))
          .ifPresent(receipt -> found.put(entered.act(), receipt));
    }
    return of(operation, one, acts, found);
  }

  private CustodyFile of(
      OperationId operation, Exhibit one, List<CustodyAct> acts, Map<UUID, Receipt> receipts) {
    UUID exhibit = one.id();
    List<HandOver> handOvers = exhibits.handOversOf(exhibit);
    List<ExhibitDigests.Digest> recorded = digests.digestsOf(exhibit);
    List<WorkingCopy> working = copies.copiesOf(exhibit);
    return new CustodyFile(
        one,
        acts,
        handOvers,
        recorded,
        working,
        exhibits.refusalsOf(exhibit),
        exhibits.parts(operation, exhibit),
        exhibits.wholes(operation, exhibit),
        Gaps.of(one, acts, handOvers, recorded, working),
        receipts);
  }

  private record Entered(
      UUID act, byte[] body, @Nullable Long place, byte @Nullable [] salt, List<String> records) {}

  private static Entered entered(ResultSet row, int number) throws SQLException {
    return new Entered(
        Columns.uuid(row, "act_id"),
        row.getBytes("body"),
        row.getObject("place", Long.class),
        row.getBytes("salt"),
        Columns.texts(row, "record_ids"));
  }

  private Optional<Receipt> receipt(Entered entered, @Nullable String statement) {
    Long place = entered.place();
    byte[] salt = entered.salt();
    if (place == null || salt == null || statement == null) {
      return Optional.empty();
    }
    return proofs
        .prove(place, entered.body())
        .map(proof ->
            new Receipt(
                Receipt.FORMAT,
                statement,
                new String(entered.body(), StandardCharsets.UTF_8),
                HexFormat.of().formatHex(salt),
                entered.records(),
                proof.place(),
                proof.hashes(),
                proof.checkpoint(),
                proof.key()));
  }
}
