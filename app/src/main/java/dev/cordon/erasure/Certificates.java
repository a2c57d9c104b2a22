package dev.cordon.erasure;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.approval.Request;
import dev.cordon.exchange.ErasureCertificate;
import dev.cordon.kernel.digest.Sha256;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.EntryId;
import dev.cordon.ledger.Ledger;
import dev.cordon.ledger.LedgerProofs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Certificates of what an order did. A member certifies, once, when it is carried out; the ledger
 * commits to the statement, so that its file can be checked without this installation.
 */
@Service
@Transactional
public class Certificates {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Orders orders;
  private final ScopeLines lines;
  private final Ledger ledger;
  private final LedgerProofs proofs;

  Certificates(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Orders orders,
      ScopeLines lines,
      Ledger ledger,
      LedgerProofs proofs) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.orders = orders;
    this.lines = lines;
    this.ledger = ledger;
    this.proofs = proofs;
  }

  private record Kept(
      String statement,
      String digest,
      UUID entry,
      byte[] salt,
      String certifiedBy,
      Instant certifiedAt) {}

  /** Certifies an order that is carried out. */
  public void certify(OperationId operation, OrderId id) {
    access.require(operation, Area.DATA_PROTECTION, Right.WRITE);
    ErasureOrder order = orders.get(operation, id);
    if (order.state() != ErasureOrder.State.DONE) {
      throw new RefusedException(
          "Order " + order.number() + " is not carried out to its end; certify it then.");
    }
    if (order.certified()) {
      throw new RefusedException("Order " + order.number() + " is certified already.");
    }
    Request request =
        orders
            .request(operation, id)
            .orElseThrow(() -> new RefusedException("The order's approval can not be read."));
    Map<String, Object> statement =
        Statement.of(
            order,
            lines.of(order, order.kind() == OrderKind.END_OF_RESTRICTION ? "shown" : "happened"),
            request,
            currentMember.get().displayName(),
            Instant.now().truncatedTo(ChronoUnit.MICROS));
    keep(operation, id, order.number(), statement);
  }

  private void keep(
      OperationId operation, OrderId id, String number, Map<String, Object> statement) {
    byte[] canonical = ErasureCertificate.canonical(statement);
    EntryId entry =
        ledger.append(
            Entry.of(
                    operation,
                    Act.ERASURE,
                    ErasureCertificate.WHAT,
                    "certificate of order " + number)
                .touching(id, ErasureCertificate.digest(statement)));
    byte[] salt =
        jdbc.sql(ErasureSql.SALT).param("entry", entry.value()).query(byte[].class).single();
    jdbc.sql(ErasureSql.ADD_CERTIFICATE)
        .param("order", id.value())
        .param("operation", operation.value())
        .param("statement", new String(canonical, StandardCharsets.UTF_8))
        .param("digest", Sha256.hex(canonical))
        .param("entry", entry.value())
        .param("salt", salt)
        .update();
  }

  /** The certificate of an order, if there is one. */
  @Transactional(readOnly = true)
  public Optional<Certificate> of(OperationId operation, OrderId id) {
    access.require(operation, Area.DATA_PROTECTION, Right.READ);
    return kept(operation, id)
        .map(kept -> {
          Map<String, Object> statement = read(kept.statement());
          return new Certificate(
              kept.digest(),
              kept.entry().toString(),
              kept.certifiedBy(),
              kept.certifiedAt(),
              list(statement, "happened"),
              list(statement, "sources"),
              list(statement, "remains"));
        });
  }

  /**
   * The certificate as a file that is checked offline.
   *
   * @throws RefusedException while no checkpoint of the ledger covers it
   */
  @Transactional(readOnly = true)
  public byte[] file(OperationId operation, OrderId id) {
    access.require(operation, Area.DATA_PROTECTION, Right.READ);
    Kept kept =
        kept(operation, id)
            .orElseThrow(() -> new RefusedException("The order is not certified yet."));
    LedgerProofs.Portable proof =
        proofs
            .portable(new EntryId(kept.entry()))
            .orElseThrow(() ->
                new RefusedException(
                    "The ledger has no checkpoint yet that covers the certificate. Try again in a"
                        + " minute."));
    return new ErasureCertificate(
            ErasureCertificate.FORM,
            read(kept.statement()),
            new ErasureCertificate.Entry(
                proof.leaf(),
                HexFormat.of().formatHex(kept.salt()),
                List.of(id.toString(), "sha256 " + kept.digest())),
            new ErasureCertificate.Inclusion(proof.place(), proof.proof(), proof.checkpoint()))
        .bytes();
  }

  private Optional<Kept> kept(OperationId operation, OrderId id) {
    return jdbc.sql(ErasureSql.CERTIFICATE)
        .param("operation", operation.value())
        .param("order", id.value())
        .query((row, number) ->
            new Kept(
                row.getString("statement"),
                row.getString("statement_sha256"),
                Columns.uuid(row, "entry_id"),
                row.getBytes("salt"),
                row.getString("certified_by_name"),
                Columns.instant(row, "certified_at")))
        .optional();
  }

  private static Map<String, Object> read(String statement) {
    return JSON.readValue(statement, new TypeReference<Map<String, Object>>() {});
  }

  private static List<Map<String, Object>> list(Map<String, Object> statement, String part) {
    return JSON.convertValue(
        statement.get(part), new TypeReference<List<Map<String, Object>>>() {});
  }
}
