package dev.cordon.figures;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Figures by country as given to the press; never changed.
 *
 * @param publication the frozen figures it is taken from
 * @param asOf the moment they count
 * @param least the smallest number above nought that is shown
 * @param embargoUntil before then only those who publish read it; null for at once
 * @param corrects the table it takes the place of, if one
 * @param correctedBy the table that took its place, if one
 * @param reason why it was published
 * @param columns the figures
 * @param rows one for each country, the last for all
 */
public record PressTable(
    UUID id,
    UUID publication,
    String title,
    Instant asOf,
    Instant publishedAt,
    int least,
    @Nullable Instant embargoUntil,
    @Nullable UUID corrects,
    @Nullable UUID correctedBy,
    String reason,
    String handlingCode,
    String contentSha256,
    List<Column> columns,
    List<Row> rows) {

  /** Copies the lists. */
  public PressTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** A figure of the table, with what it counts. */
  public record Column(
      String name, int version, String title, String sentence, String exclusions, String unit) {}

  /**
   * A country's numbers.
   *
   * @param country its code; empty for all, - for records of none
   * @param cells in the order of the columns
   */
  public record Row(String country, List<Cell> cells) {

    /** Copies the list. */
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** A number; null where it is withheld. */
  public record Cell(@Nullable Long value) {

    /** As it is written. */
    public String words() {
      return value == null ? "withheld" : Long.toString(value);
    }
  }

  /** Whether it may not be told yet. */
  public boolean isEmbargoed() {
    return embargoUntil != null && embargoUntil.isAfter(Instant.now());
  }
}
