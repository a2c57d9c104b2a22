package dev.cordon.triage;

import dev.cordon.access.OperationId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many files exhibits hold. The database keeps the counts and knows of which exhibit something
 * changed since; those are counted anew when somebody asks. Runs within its caller's transaction,
 * which must not be one that only reads. Safe for use by several threads.
 */
@Component
class ExhibitCounts {

  private static final String RENEW =
      "select cordon.count_exhibits(string_to_array(:exhibits, ',')::uuid[])";

  private static final String OF_ONE =
      """
      select files, places, known, waiting from cordon.exhibit_count
      where operation_id = :operation and exhibit_id = :exhibit
      """;

  private final JdbcClient jdbc;

  ExhibitCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The counts of an exhibit.
   *
   * @param files different files with digests
   * @param places where they lie
   * @param known files on a list
   * @param waiting files in the queue
   */
  record Counts(long files, long places, long known, long waiting) {

    private static final Counts NONE = new Counts(0, 0, 0, 0);
  }

  /** Counts those of the exhibits anew of which something changed. */
  void renew(Collection<UUID> exhibits) {
    jdbc.sql(RENEW)
        .param("exhibits", exhibits.stream().map(UUID::toString).collect(Collectors.joining(",")))
        .query(row -> {});
  }

  /** What an exhibit holds now; nothing of one the member may not see. */
  Counts of(OperationId operation, UUID exhibit) {
    renew(List.of(exhibit));
    return jdbc.sql(OF_ONE)
        .param("operation", operation.value())
        .param("exhibit", exhibit)
        .query(Counts.class)
        .optional()
        .orElse(Counts.NONE);
  }
}
