package dev.cordon.action.day;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Care for the suspect and the family after a search: people have taken their lives in the days
 * after one. Due for both after every search, overdue until it is written.
 */
@Service
@Transactional
public class Care {

  private final JdbcClient jdbc;
  private final Access access;
  private final Ledger ledger;
  private final ApplicationEventPublisher events;

  Care(JdbcClient jdbc, Access access, Ledger ledger, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.access = access;
    this.ledger = ledger;
    this.events = events;
  }

  /** For whom. */
  public enum Whom {
    @JsonProperty("suspect")
    SUSPECT,
    @JsonProperty("family")
    FAMILY
  }

  /** What was done. */
  public enum Step {
    @JsonProperty("spoken_with")
    SPOKEN_WITH("spoken with"),
    @JsonProperty("help_line_given")
    HELP_LINE_GIVEN("told where help is to be had"),
    @JsonProperty("handed_to_doctor")
    HANDED_TO_DOCTOR("handed over to a doctor"),
    @JsonProperty("taken_to_safety")
    TAKEN_TO_SAFETY("not left alone, taken to safety"),
    @JsonProperty("relatives_informed")
    RELATIVES_INFORMED("relatives informed"),
    @JsonProperty("in_custody_told")
    IN_CUSTODY_TOLD("in custody, custody staff told of the risk"),
    @JsonProperty("refused_help")
    REFUSED_HELP("help was refused"),
    @JsonProperty("nobody_there")
    NOBODY_THERE("there is no such person");

    private final String words;

    Step(String words) {
      this.words = words;
    }

    /** As a reader sees it. */
    public String words() {
      return words;
    }

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A record of care. */
  public record Done(Whom whom, Step step, Instant at, String by, @Nullable String words) {}

  /** What is due and not written. */
  public record Due(
      UUID site, String number, String country, Whom whom, Instant dueAt, boolean overdue) {}

  private record Owner(UUID agency, UUID day) {}

  /**
   * Writes what was done for somebody.
   *
   * @param words beside it; read by the own agency alone
   * @throws RefusedException for a time to come
   */
  public void record(
      OperationId operation, UUID site, Whom whom, Step step, Instant at, @Nullable String words) {
    access.require(operation, Area.ACTION, Right.REPORT);
    if (at.isAfter(Instant.now().plus(Duration.ofMinutes(5)))) {
      throw new RefusedException("What was done can not lie in the future: " + at + ".");
    }
    Owner owner =
        jdbc.sql(AfterSql.OWNER)
            .param("operation", operation.value())
            .param("site", site)
            .query((row, number) ->
                new Owner(Columns.uuid(row, "agency_id"), Columns.uuid(row, "action_day_id")))
            .optional()
            .orElseThrow(NotPermittedException::new);
    UUID id = UUID.randomUUID();
    jdbc.sql(AfterSql.ADD_CARE)
        .param("id", id)
        .param("operation", operation.value())
        .param("agency", owner.agency())
        .param("day", owner.day())
        .param("site", site)
        .param("whom", whom.name().toLowerCase(Locale.ROOT))
        .param("step", step.text())
        .param("done", Columns.parameter(at))
        .update();
    if (words != null && !words.isBlank()) {
      jdbc.sql(ReportSql.ADD_WORDS)
          .param("id", id)
          .param("operation", operation.value())
          .param("agency", owner.agency())
          .param("day", owner.day())
          .param("site", site)
          .param("words", words)
          .update();
    }
    ledger.append(
        Entry.of(operation, Act.COLLECTION, "welfare-record", step.words()).touching(id, site));
    events.publishEvent(
        new DayChanged(
            operation, owner.day(), Optional.of(new dev.cordon.access.AgencyId(owner.agency()))));
  }

  /** What was done at a site. */
  @Transactional(readOnly = true)
  public List<Done> of(OperationId operation, UUID site) {
    return jdbc.sql(AfterSql.CARE)
        .param("operation", operation.value())
        .param("site", site)
        .query((row, number) ->
            new Done(
                whom(row),
                Step.valueOf(row.getString("step").toUpperCase(Locale.ROOT)),
                Columns.instant(row, "done_at"),
                row.getString("recorder"),
                row.getString("words")))
        .list();
  }

  /** What is due on a day, the longest overdue first. */
  @Transactional(readOnly = true)
  public List<Due> due(OperationId operation, UUID day) {
    return jdbc.sql(AfterSql.DUE)
        .param("operation", operation.value())
        .param("day", day)
        .query((row, number) ->
            new Due(
                Columns.uuid(row, "site_id"),
                row.getString("number"),
                row.getString("country"),
                whom(row),
                Columns.instant(row, "due_at"),
                row.getBoolean("late")))
        .list();
  }

  /** How many records are overdue that the reader may see. */
  @Transactional(readOnly = true)
  public long overdue(OperationId operation) {
    return jdbc.sql(AfterSql.OVERDUE)
        .param("operation", operation.value())
        .query(Long.class)
        .single();
  }

  private static Whom whom(ResultSet row) throws SQLException {
    return Whom.valueOf(row.getString("whom").toUpperCase(Locale.ROOT));
  }
}
