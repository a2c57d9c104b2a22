package dev.cordon.formats.tips;

import dev.cordon.formats.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report's head.
 *
 * @param number the running number of the report in the file, from 1
 * @param reportId the report's own number, where it is written
 * @param incidentTime as written
 * @param surfaces where it happened, by the names of the internet details: webPageIncident, for one
 * @param reporterService who reported: the company template or the reporter's service
 */
public record TipReport(
    int number,
    Position position,
    @Nullable String reportId,
    @Nullable String incidentType,
    @Nullable String incidentTime,
    boolean isHighPriority,
    List<String> surfaces,
    @Nullable String reporterService) {

  /** Copies the list. */
  public TipReport {
    surfaces = List.copyOf(surfaces);
  }
}
