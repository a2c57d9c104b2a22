package dev.cordon.action.day;

import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.action.day.TakenReport.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reports from the field. Each is taken once, in a transaction of its own, and never changed; what
 * can not be taken is kept aside. Nothing that was sent is lost, whatever is wrong with it.
 */
@Service
public class DayReports {

  private static final String AGAIN = "It was received before; the first one stands.";

  private final JdbcClient jdbc;
  private final Access access;
  private final ReportTaking taking;
  private final Asides asides;
  private final JsonMapper json = JsonMapper.builder().build();

  DayReports(JdbcClient jdbc, Access access, ReportTaking taking, Asides asides) {
    this.jdbc = jdbc;
    this.access = access;
    this.taking = taking;
    this.asides = asides;
  }

  /**
   * Takes reports in the order given; says of each what became of it.
   *
   * @throws RefusedException when there are more than {@link ReportBatch#MOST}
   */
  public List<TakenReport> take(OperationId operation, ReportBatch batch) {
    access.require(operation, Area.ACTION, Right.REPORT);
    if (batch.reports().size() > ReportBatch.MOST) {
      throw new RefusedException(
          "A batch holds at most "
              + ReportBatch.MOST
              + " reports, this one "
              + batch.reports().size()
              + ".");
    }
    List<TakenReport> taken = new ArrayList<>();
    for (JsonNode node : batch.reports()) {
      taken.add(takeOne(operation, batch, node));
    }
    return taken;
  }

  private TakenReport takeOne(OperationId operation, ReportBatch batch, JsonNode node) {
    String id = node.path("id").isString() ? node.path("id").asString() : null;
    NewReport report;
    try {
      report = json.treeToValue(node, NewReport.class);
    } catch (JacksonException | IllegalArgumentException unreadable) {
      String why = cause(unreadable);
      asides.keep(operation, idOrNew(id), Asides.Reason.NOT_READABLE, node.toString());
      return new TakenReport(
          id, Outcome.ASIDE, why + ". It is kept for somebody of your agency to look at.");
    }
    ReportTaking.Result result = taking.take(operation, batch.device(), batch.sentAt(), report);
    Asides.Reason refused = result.aside();
    if (refused != null) {
      asides.keep(operation, report.id(), refused, node.toString());
      return new TakenReport(id, Outcome.ASIDE, refused.words());
    }
    return result.again()
        ? new TakenReport(id, Outcome.KNOWN, AGAIN)
        : new TakenReport(id, Outcome.TAKEN, "Taken.");
  }

  private static String cause(Exception unreadable) {
    Throwable at = unreadable;
    while (at.getCause() != null && !(at instanceof IllegalArgumentException)) {
      at = at.getCause();
    }
    String words = at instanceof IllegalArgumentException ? at.getMessage() : null;
    return "The report can not be read" + (words == null ? "" : ": " + words);
  }

  private static UUID idOrNew(@Nullable String id) {
    if (id == null) {
      return UUID.randomUUID();
    }
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException malformed) {
      return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The sequence of a site, with what is corrected; words as far as the reader may see them. */
  @Transactional(readOnly = true)
  public SiteRecord sequence(OperationId operation, UUID site) {
    return SiteRecord.of(
        jdbc.sql(ReportSql.OF_SITE)
            .param("operation", operation.value())
            .param("site", site)
            .query(ReportRows::report)
            .list());
  }
}
