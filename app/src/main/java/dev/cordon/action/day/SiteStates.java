package dev.cordon.action.day;

import dev.cordon.Columns;
import dev.cordon.access.AgencyId;
import dev.cordon.access.OperationId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what the reports of a site come to, computed anew from all of them each time. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SiteStates {

  private final JdbcClient jdbc;

  SiteStates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Lets reports of one site come one after the other. */
  void lock(OperationId operation, AgencyId agency, UUID day, UUID site) {
    jdbc.sql(ReportSql.BEGIN_STATE)
        .param("site", site)
        .param("operation", operation.value())
        .param("agency", agency.value())
        .param("day", day)
        .update();
    jdbc.sql(ReportSql.LOCK_STATE).param("site", site).query(UUID.class).single();
  }

  void compute(UUID site) {
    SiteRecord record =
        SiteRecord.of(
            jdbc.sql(ReportSql.FOLDED).param("site", site).query(ReportRows::report).list());
    jdbc.sql(ReportSql.WRITE_STATE)
        .param("site", site)
        .param("progress", record.progress().text())
        .param("entered", parameter(record.enteredAt()))
        .param("safe", parameter(record.safeAt()))
        .param("searching", parameter(record.searchingAt()))
        .param("ended", parameter(record.endedAt()))
        .param("last", parameter(record.lastAt()))
        .param("reports", record.lines().size())
        .param("corrected", record.corrected())
        .param("doubted", record.doubted())
        .param("met", record.personsMet())
        .param("arrests", record.arrests())
        .param("interviews", record.interviews())
        .param("items", record.items())
        .param("wrong", record.wrongPlace())
        .param("asked", record.asked().stream().map(Resource::text).toArray(String[]::new))
        .update();
    jdbc.sql(ReportSql.WRITE_SITE)
        .param("site", site)
        .param("entered", parameter(record.enteredAt()))
        .param("ended", parameter(record.endedAt()))
        .update();
  }

  private static @Nullable OffsetDateTime parameter(@Nullable Instant at) {
    return at == null ? null : Columns.parameter(at);
  }
}
