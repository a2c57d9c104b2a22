package dev.cordon.attribution.web;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.ledger.UntilChanged;
import dev.cordon.resolution.ProposalId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pages of proposals and subjects as their lists show them. */
@Component
class CaseLists {

  private final JdbcClient jdbc;
  private final Access access;
  private final UntilChanged untilChanged;

  CaseLists(JdbcClient jdbc, Access access, UntilChanged untilChanged) {
    this.jdbc = jdbc;
    this.access = access;
    this.untilChanged = untilChanged;
  }

  /** What narrows a list; empty texts narrow nothing. */
  record Filter(String country, String state, String number) {

    boolean isEmpty() {
      return country.isEmpty() && state.isEmpty() && number.isBlank();
    }
  }

  @Transactional(readOnly = true)
  Page<CaseLine> proposals(OperationId operation, Filter filter, int page) {
    return page(
        operation,
        filter,
        page,
        CaseListSql.PROPOSALS,
        CaseListSql.COUNT_PROPOSALS,
        CaseLists::proposal);
  }

  @Transactional(readOnly = true)
  Page<CaseLine> subjects(OperationId operation, Filter filter, int page) {
    return page(
        operation,
        filter,
        page,
        CaseListSql.subjects(filter),
        CaseListSql.countSubjects(filter),
        CaseLists::subject);
  }

  /** The countries a filter offers. */
  @Transactional(readOnly = true)
  List<String> countries(OperationId operation) {
    return jdbc.sql(CaseListSql.COUNTRIES)
        .param("operation", operation.value())
        .query(String.class)
        .list();
  }

  /** The names in a proposal's records, in one line. */
  @Transactional(readOnly = true)
  String names(OperationId operation, ProposalId proposal) {
    return jdbc.sql(CaseListSql.NAMES)
        .param("operation", operation.value())
        .param("proposal", proposal.value())
        .query(String.class)
        .single();
  }

  /** At which hours of the day, in UTC, the accounts of a proposal were used. */
  @Transactional(readOnly = true)
  HoursOfUse hours(OperationId operation, ProposalId proposal) {
    long[] accesses = new long[HoursOfUse.DAY];
    jdbc.sql(CaseListSql.HOURS)
        .param("operation", operation.value())
        .param("proposal", proposal.value())
        .query(row -> {
          accesses[row.getInt("hour")] = row.getLong("accesses");
        });
    return HoursOfUse.of(accesses);
  }

  private Page<CaseLine> page(
      OperationId operation,
      Filter filter,
      int page,
      String rows,
      String count,
      RowMapper<CaseLine> form) {
    access.require(operation, Area.PROPOSALS, Right.READ);
    return new Page<>(
        filtered(rows, operation, filter)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query(form)
            .list(),
        page,
        untilChanged.get(
            operation,
            count + filter,
            () -> filtered(count, operation, filter).query(Long.class).single()));
  }

  private JdbcClient.StatementSpec filtered(String sql, OperationId operation, Filter filter) {
    return jdbc.sql(sql)
        .param("operation", operation.value())
        .param("country", filter.country())
        .param("state", filter.state())
        .param("number", filter.number().strip());
  }

  private static CaseLine proposal(ResultSet row, int number) throws SQLException {
    String subject = row.getString("subject_number");
    boolean payer = row.getBoolean("payer");
    return new CaseLine(
        Columns.uuid(row, "id"),
        row.getString("number"),
        subject != null ? "confirmed as " + subject : payer ? "waits for a person" : "nobody paid",
        subject != null ? "good" : payer ? "wait" : "",
        row.getString("country"),
        Objects.requireNonNullElse(row.getString("strength"), "").toLowerCase(Locale.ROOT),
        Objects.requireNonNullElse(row.getString("names"), ""),
        row.getLong("accounts"),
        row.getLong("payments"),
        row.getString("why"));
  }

  private static CaseLine subject(ResultSet row, int number) throws SQLException {
    boolean stands = row.getString("state").equals("confirmed");
    String country = row.getString("country");
    return new CaseLine(
        Columns.uuid(row, "id"),
        row.getString("number"),
        !stands ? row.getString("state") : country == null ? "no country yet" : "attributed",
        !stands ? "bad" : country == null ? "wait" : "good",
        country,
        "",
        Objects.requireNonNullElse(row.getString("names"), ""),
        row.getLong("accounts"),
        row.getLong("payments"),
        row.getString("why"));
  }
}
