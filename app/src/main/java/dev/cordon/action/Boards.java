package dev.cordon.action;

import dev.cordon.access.OperationId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The board as its reader may see it: the lead all lanes, an officer the own agency's. */
@Service
public class Boards {

  private final JdbcClient jdbc;
  private final FieldReports reports;

  Boards(JdbcClient jdbc, FieldReports reports) {
    this.jdbc = jdbc;
    this.reports = reports;
  }

  /** The board now. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Board board(OperationId operation) {
    List<Board.Lane> lanes =
        jdbc.sql(ActionSql.LANES)
            .param("operation", operation.value())
            .query(ActionRows::lane)
            .list();
    List<Board.Report> latest =
        reports.page(operation, null, null, 1).rows().stream().map(Board.Report::of).toList();
    return new Board(Instant.now(), lanes, Board.Lane.sum(lanes), latest, Board.DEFINITIONS);
  }
}
