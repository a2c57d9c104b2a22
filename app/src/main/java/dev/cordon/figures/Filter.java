package dev.cordon.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a figure are meant; nothing named means all.
 *
 * @param countries only of these; empty for all
 * @param agency only what it holds
 * @param sort only of this sort
 * @param from only of this day and later ones
 * @param to only of this day and earlier ones
 */
public record Filter(
    List<String> countries,
    @Nullable UUID agency,
    @Nullable String sort,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {

  /** Stands among the countries for records that belong to none. */
  public static final String NO_COUNTRY = "none";

  /** Everything. */
  public static final Filter NONE = new Filter(List.of(), null, null, null, null);

  /** Copies the list. */
  public Filter {
    countries = List.copyOf(countries);
  }

  /** Only of one country; of all for null or an empty word. */
  public static Filter of(@Nullable String country) {
    return country == null || country.isBlank()
        ? NONE
        : new Filter(List.of(country), null, null, null, null);
  }

  /** Whether it leaves anything out. */
  public boolean narrows() {
    return !equals(NONE);
  }
}
