package dev.cordon.action.day;

import dev.cordon.RefusedException;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Corrections made at a desk. A correction is a report of its own that names the one it replaces;
 * it takes the same way as every report, and the one it replaces stays on record.
 */
@Service
public class ReportCorrections {

  private final DayReports reports;
  private final SitePlans sites;
  private final JsonMapper json = JsonMapper.builder().build();

  ReportCorrections(DayReports reports, SitePlans sites) {
    this.reports = reports;
    this.sites = sites;
  }

  /**
   * What really happened.
   *
   * @param corrects the report it replaces
   * @param kind {@link ReportKind#VOID}: nothing of it happened
   * @param local when, by the clock at the place; null: when the report says
   */
  public record Correction(
      UUID corrects,
      ReportKind kind,
      @Nullable LocalDateTime local,
      @Nullable Resource resource,
      NewReport.@Nullable Item item,
      @Nullable String words) {}

  /** The lines of a sequence that can be corrected: those nothing corrected yet. */
  public static List<SiteRecord.Line> open(SiteRecord sequence) {
    Set<UUID> corrected = new HashSet<>();
    for (SiteRecord.Line line : sequence.lines()) {
      UUID replaced = line.report().corrects();
      if (replaced != null) {
        corrected.add(replaced);
      }
    }
    return sequence.lines().stream()
        .filter(line -> !corrected.contains(line.report().id()))
        .toList();
  }

  /**
   * Corrects a report of a site of the own agency.
   *
   * @throws NotPermittedException when the site has no such report
   * @throws RefusedException when it was corrected before, or the correction does not say what it
   *     has to
   */
  public void correct(OperationId operation, UUID site, Correction correction) {
    SiteRecord sequence = reports.sequence(operation, site);
    SiteRecord.Line line =
        sequence.lines().stream()
            .filter(one -> one.report().id().equals(correction.corrects()))
            .findFirst()
            .orElseThrow(NotPermittedException::new);
    if (!open(sequence).contains(line)) {
      throw new RefusedException(
          "That report was corrected before: correct the correction instead.");
    }
    NewReport made =
        new NewReport(
            UUID.randomUUID(),
            site,
            correction.kind(),
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment(operation, site, correction, line)),
            0,
            null,
            correction.resource(),
            correction.corrects(),
            correction.words(),
            correction.item(),
            null,
            null);
    TakenReport taken =
        reports
            .take(operation, new ReportBatch(null, null, List.of(json.valueToTree(made))))
            .getFirst();
    if (taken.outcome() == TakenReport.Outcome.ASIDE) {
      throw new RefusedException(taken.why());
    }
  }

  private OffsetDateTime moment(
      OperationId operation, UUID site, Correction correction, SiteRecord.Line line) {
    LocalDateTime local = correction.local();
    if (local == null) {
      return line.at().atOffset(line.report().deviceAt().getOffset());
    }
    ZoneId zone = sites.get(operation, site).zone();
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.isEmpty()) {
      throw new RefusedException(local + " does not exist in " + zone + ": the clocks change.");
    }
    return local.atOffset(offsets.getFirst());
  }
}
