package dev.cordon.figures;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.kernel.digest.Sha256;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.EntryId;
import dev.cordon.ledger.Ledger;
import dev.cordon.ledger.ReceiptWords;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Figures frozen for publication, with an entry in the ledger that commits to their words. */
@Service
public class Publications {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final ApplicationEventPublisher events;
  private final FigureBook book;
  private final Counting counting;
  private final JsonMapper json = JsonMapper.builder().build();

  Publications(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Ledger ledger,
      ApplicationEventPublisher events,
      FigureBook book,
      Counting counting) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.events = events;
    this.book = book;
    this.counting = counting;
  }

  /**
   * Freezes all figures as they are now, for a reason; for the coordinator.
   *
   * @throws RefusedException while an action day keeps the operation's figures back
   */
  @Transactional(isolation = Isolation.REPEATABLE_READ)
  public Publication publish(OperationId operation, String reason) {
    access.require(operation, Area.FIGURES, Right.PUBLISH);
    requireNoEmbargo(operation);
    Part whole = new Part(operation, null);
    Instant moment = counting.afresh(whole);
    Figures figures = book.at(whole, moment, Filter.NONE);
    String content = json.writeValueAsString(figures);
    String digest = Sha256.hex(content.getBytes(StandardCharsets.UTF_8));
    UUID id = UUID.randomUUID();
    ReceiptWords statement = FiguresStatement.of(id, figures, content);
    EntryId entry =
        ledger.append(
            Entry.of(operation, Act.DECISION, "figures-publication", reason)
                .touching(id, digest, statement.record()));
    jdbc.sql(FigureSql.ADD_PUBLICATION)
        .param("id", id)
        .param("operation", operation.value())
        .param("asOf", Columns.parameter(moment))
        .param("reason", reason)
        .param("member", currentMember.member().value())
        .param("content", content)
        .param("digest", digest)
        .param("statement", statement.text())
        .param("entry", entry.value())
        .update();
    figures.figures().forEach(figure -> freeze(whole, id, moment, figure));
    events.publishEvent(new FiguresPublished(operation, id, reason, digest));
    return new Publication(id, moment, reason, content, digest, true);
  }

  private void freeze(Part whole, UUID publication, Instant moment, Figure figure) {
    jdbc.sql(KeptSql.FREEZE)
        .param("publication", publication)
        .param("operation", whole.operation().value())
        .param("part", whole.key())
        .param("moment", Columns.parameter(moment))
        .param("name", figure.name())
        .param("version", figure.version())
        .param("value", figure.value())
        .update();
  }

  /** Whoever reads only figures may not be told of the day: the sentence names its end alone. */
  private void requireNoEmbargo(OperationId operation) {
    jdbc.sql(FigureSql.EMBARGO)
        .param("operation", operation.value())
        .query((row, number) -> Columns.instant(row, "until"))
        .optional()
        .ifPresent(until -> {
          throw new RefusedException(
              "The operation's figures are kept back until "
                  + until
                  + ". Publish after that, or have the coordinator who set it end the embargo.");
        });
  }

  /** What was published, newest first. */
  @Transactional(readOnly = true)
  public Page<Publication> all(OperationId operation, int page) {
    return new Page<>(
        jdbc.sql(FigureSql.PUBLICATIONS)
            .param("operation", operation.value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(Publications::publication)
            .list(),
        page,
        jdbc.sql(FigureSql.COUNT_PUBLICATIONS)
            .param("operation", operation.value())
            .query(Long.class)
            .single());
  }

  /** One of them; absent for who may not read it. */
  @Transactional(readOnly = true)
  public Publication get(OperationId operation, UUID id) {
    return jdbc.sql(FigureSql.PUBLICATION)
        .param("operation", operation.value())
        .param("id", id)
        .query(Publications::publication)
        .optional()
        .orElseThrow(NoSuchElementException::new);
  }

  static Publication publication(ResultSet row, int number) throws SQLException {
    return new Publication(
        Columns.uuid(row, "id"),
        Columns.instant(row, "as_of"),
        row.getString("reason"),
        row.getString("content"),
        row.getString("content_sha256"),
        row.getString("statement") != null);
  }
}
