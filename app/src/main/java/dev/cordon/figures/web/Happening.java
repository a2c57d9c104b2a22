package dev.cordon.figures.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something on the timeline.
 *
 * @param at when
 * @param label what people call it
 * @param country where it belongs to one
 * @param page where it is shown, after the operation's address
 */
record Happening(Instant at, String label, @Nullable String country, String page) {

  /**
   * A kind of happening: the timeline's bars and the lists behind them count the same rows.
   *
   * @param key its name in the address
   * @param title what the reader sees
   * @param sentence what it counts
   * @param needs the column a stage publishes for it
   * @param sql rows (at, label, country, page) of the operation {@code :operation}
   */
  record Kind(String key, String title, String sentence, String needs, String sql) {}

  /** The lanes of the timeline, in the order of the data. */
  static final List<Kind> KINDS =
      List.of(
          new Kind(
              "payments",
              "Payments",
              "Payments that were paid, on the day they were made.",
              "platform_payment.at",
              """
              select p.at, p.label, p.country, '/sources/' || p.source_id as page
              from cordon.platform_payment p where p.operation_id = :operation and p.at is not null
              """),
          new Kind(
              "subjects",
              "Subjects confirmed",
              "Subjects on the day a named person confirmed them, those withdrawn since left out.",
              "confirmed_subject.confirmed_at",
              """
              select s.confirmed_at as at, s.number as label, s.country, '/subjects/' || s.id as page
              from cordon.confirmed_subject s where s.operation_id = :operation
              """),
          new Kind(
              "packages",
              "Packages released",
              "Packages on the day they were released, every version.",
              "package_state.released_at",
              """
              select p.released_at as at, p.number || ' v' || p.version as label, p.country, '/packages/' || p.id as page
              from cordon.package_state p where p.operation_id = :operation and p.released_at is not null
              """),
          new Kind(
              "measures",
              "Measures",
              "Searches, arrests, interviews and seizures on the day they happened, as reported.",
              "measure.happened_at",
              """
              select m.happened_at as at, r.report || ' ' || m.kind as label, m.country,
                '/field-reports/' || r.id as page
              from cordon.measure m join cordon.field_report r on r.id = m.field_report_id
              where m.operation_id = :operation
              """));
}
