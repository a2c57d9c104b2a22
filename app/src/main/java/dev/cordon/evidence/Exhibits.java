package dev.cordon.evidence;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.AgencyId;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.action.MeasureReported;
import dev.cordon.action.SeizedItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of exhibits, to be read. A seized item of a field report opens its exhibit in the
 * transaction that takes the report; who holds it and under which seal follows from its acts alone.
 */
@Service
@Transactional
public class Exhibits {

  private final JdbcClient jdbc;
  private final Register register;

  Exhibits(JdbcClient jdbc, Register register) {
    this.jdbc = jdbc;
    this.register = register;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(MeasureReported measure) {
    for (SeizedItem item : measure.items()) {
      NewExhibit exhibit = reported(measure, item);
      register.add(
          measure.operation(),
          exhibit,
          register.nextNumber(measure.operation(), exhibit),
          "seized in a " + measure.kind().text().replace('_', ' '));
    }
  }

  private static NewExhibit reported(MeasureReported measure, SeizedItem item) {
    return new NewExhibit(
        measure.agency(),
        measure.country(),
        measure.localYear(),
        NewExhibit.Origin.REPORT,
        item.kind(),
        ItemClass.suggestedBy(item.kind()),
        item.description(),
        null,
        null,
        null,
        item.seal(),
        measure.at(),
        measure.place(),
        measure.officer(),
        measure.officer(),
        measure.at(),
        null,
        item.id(),
        measure.measure(),
        null,
        null,
        null,
        null);
  }

  /** One exhibit the reader may see. */
  @Transactional(readOnly = true)
  public Exhibit get(OperationId operation, UUID exhibit) {
    return jdbc.sql(EvidenceSql.FIND)
        .param("operation", operation.value())
        .param("exhibit", exhibit)
        .query(EvidenceRows::exhibit)
        .optional()
        .orElseThrow(NotPermittedException::new);
  }

  /** The exhibit of that number in an agency's register. */
  Exhibit byNumber(OperationId operation, AgencyId agency, String number) {
    return jdbc.sql(EvidenceSql.BY_NUMBER)
        .param("operation", operation.value())
        .param("agency", agency.value())
        .param("number", number)
        .query(EvidenceRows::exhibit)
        .optional()
        .orElseThrow(() ->
            new RefusedException(
                "There is no exhibit of the number " + number + " in the register."));
  }

  /** An exhibit's hand-overs, from the first. */
  @Transactional(readOnly = true)
  public List<HandOver> custody(OperationId operation, UUID exhibit) {
    get(operation, exhibit);
    return handOversOf(exhibit);
  }

  List<HandOver> handOversOf(UUID exhibit) {
    Map<UUID, List<HandOver.Answer>> answers = new HashMap<>();
    jdbc.sql(CustodySql.ANSWERS)
        .param("exhibit", exhibit)
        .query(row -> {
          answers
              .computeIfAbsent(row.getObject("hand_over_id", UUID.class), one -> new ArrayList<>())
              .add(EvidenceRows.answer(row));
        });
    return jdbc.sql(CustodySql.HAND_OVERS)
        .param("exhibit", exhibit)
        .query((row, number) ->
            EvidenceRows.handOver(
                row, answers.getOrDefault(row.getObject("id", UUID.class), List.of())))
        .list();
  }

  /** Everything done with an exhibit, from its entry in the register. */
  @Transactional(readOnly = true)
  public List<CustodyAct> acts(OperationId operation, UUID exhibit) {
    get(operation, exhibit);
    return actsOf(exhibit);
  }

  List<CustodyAct> actsOf(UUID exhibit) {
    return jdbc.sql(CustodySql.ACTS).param("exhibit", exhibit).query(EvidenceRows::act).list();
  }

  /**
   * An attempt that was refused.
   *
   * @param irregularity its name
   */
  public record Refusal(String irregularity, String words, String by, Instant at) {}

  /** What was tried with an exhibit and refused. */
  @Transactional(readOnly = true)
  public List<Refusal> refusals(OperationId operation, UUID exhibit) {
    get(operation, exhibit);
    return refusalsOf(exhibit);
  }

  List<Refusal> refusalsOf(UUID exhibit) {
    return jdbc.sql(CustodySql.REFUSALS).param("exhibit", exhibit).query(Exhibits::refusal).list();
  }

  private static Refusal refusal(ResultSet row, int number) throws SQLException {
    return new Refusal(
        row.getString("irregularity"),
        row.getString("words"),
        row.getString("tried_by_name"),
        Columns.instant(row, "tried_at"));
  }

  /** Exhibits that came out of this one, or that it became a part of. */
  @Transactional(readOnly = true)
  public List<Exhibit> parts(OperationId operation, UUID exhibit) {
    return related(EvidenceSql.PARTS, operation, exhibit);
  }

  /** Exhibits this one came from. */
  @Transactional(readOnly = true)
  public List<Exhibit> wholes(OperationId operation, UUID exhibit) {
    return related(EvidenceSql.WHOLES, operation, exhibit);
  }

  private List<Exhibit> related(String question, OperationId operation, UUID exhibit) {
    return jdbc.sql(question)
        .param("operation", operation.value())
        .param("exhibit", exhibit)
        .query(EvidenceRows::exhibit)
        .list();
  }

  /** What narrows the register: a country, a field report, words of number, mark or description. */
  public record Filter(@Nullable String country, @Nullable String report, @Nullable String words) {

    /** All of it. */
    public static final Filter NONE = new Filter(null, null, null);

    /** With blanks taken as not said. */
    public Filter {
      country = Words.orNull(country);
      report = Words.orNull(report);
      words = Words.orNull(words);
    }
  }

  /** One page of the register, of one country or report, or of all (null). */
  @Transactional(readOnly = true)
  public Page<Exhibit> page(
      OperationId operation, @Nullable String country, @Nullable String report, int page) {
    return page(operation, new Filter(country, report, null), page);
  }

  /** One page of the register. */
  @Transactional(readOnly = true)
  public Page<Exhibit> page(OperationId operation, Filter filter, int page) {
    List<Exhibit> rows =
        filtered(EvidenceSql.PAGE, operation, filter)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(EvidenceRows::exhibit)
            .list();
    return new Page<>(rows, page, count(operation, filter));
  }

  /** How many exhibits the filter leaves. */
  @Transactional(readOnly = true)
  public long count(OperationId operation, Filter filter) {
    return filtered(EvidenceSql.COUNT, operation, filter).query(Long.class).single();
  }

  private JdbcClient.StatementSpec filtered(String question, OperationId operation, Filter filter) {
    return jdbc.sql(question)
        .param("operation", operation.value())
        .param("country", filter.country())
        .param("report", filter.report())
        .param("words", filter.words() == null ? null : escaped(filter.words()));
  }

  private static String escaped(String words) {
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
