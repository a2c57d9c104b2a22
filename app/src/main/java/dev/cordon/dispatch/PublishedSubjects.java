package dev.cordon.dispatch;

import dev.cordon.Columns;
import dev.cordon.access.OperationId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Material from the read-only views that resolution and attribution publish. */
@Component
class PublishedSubjects implements SubjectMaterial {

  private final JdbcClient jdbc;

  PublishedSubjects(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Confirmed> confirmed(OperationId operation, String country) {
    return jdbc.sql(DispatchSql.CONFIRMED)
        .param("operation", operation.value())
        .param("country", country)
        .query((row, number) ->
            new Confirmed(
                Columns.uuid(row, "id"),
                row.getString("number"),
                row.getString("category"),
                row.getString("attribution_reason")))
        .list();
  }

  @Override
  public List<Material> records(OperationId operation, Collection<UUID> subjects) {
    return jdbc.sql(DispatchSql.SUBJECT_RECORDS)
        .param("operation", operation.value())
        .param("subjects", subjects.toArray(UUID[]::new))
        .query((row, number) ->
            new Material(
                Columns.uuid(row, "subject_id"),
                row.getString("kind"),
                row.getString("label"),
                row.getString("value"),
                Columns.instantOrNull(row, "at"),
                row.getString("source_name"),
                row.getString("source_sha256"),
                row.getString("source_table"),
                row.getLong("source_row")))
        .list();
  }

  @Override
  public List<Assessed> assessments(OperationId operation, Collection<UUID> subjects) {
    return jdbc.sql(ContentSql.SUBJECT_ASSESSMENTS)
        .param("operation", operation.value())
        .param("subjects", subjects.toArray(UUID[]::new))
        .query((row, number) ->
            new Assessed(
                Columns.uuid(row, "subject_id"),
                row.getString("kind"),
                row.getString("label"),
                row.getString("words"),
                Columns.texts(row, "ends")))
        .list();
  }
}
