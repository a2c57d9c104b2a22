package dev.cordon.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member composes of the records that are counted: what, which of them, told apart by what.
 * Nothing else can be said, so that nothing else can be asked of the database.
 *
 * @param name by which others find it
 * @param ofFigure the figure whose records are counted
 * @param countries only of these; empty for all
 * @param holder only what this agency holds
 * @param sort only of this sort
 * @param from only of this day and later
 * @param to only of this day and earlier
 * @param groupedBy what the rows are told apart by
 * @param overTime with what steps its growth is shown
 * @param shareOf the figure it is a share of; null when it is a number of its own
 * @param handlingCode what it may be used for
 * @param words what it is for, in a sentence
 */
public record Composition(
    String name,
    String ofFigure,
    List<String> countries,
    @Nullable UUID holder,
    @Nullable String sort,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Grouping groupedBy,
    Grouping overTime,
    @Nullable String shareOf,
    String handlingCode,
    String words) {

  /** What rows are told apart by. */
  public enum Grouping {
    /** One row. */
    NOTHING,
    /** The country a record belongs to. */
    COUNTRY,
    /** The agency that holds a record. */
    AGENCY,
    /** The sort a record is of. */
    SORT,
    /** The day its figure dates a record by. */
    DAY,
    /** The week from Monday of that day. */
    WEEK,
    /** The month of that day. */
    MONTH;

    /** As the database writes it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a step of time. */
    public boolean isTime() {
      return this == DAY || this == WEEK || this == MONTH;
    }
  }

  /** Copies the list. */
  public Composition {
    countries = List.copyOf(countries);
  }

  /** Which records are meant. */
  public Filter filter() {
    return new Filter(countries, holder, sort, from, to);
  }
}
